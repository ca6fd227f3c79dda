// Loaded on sites that use blind tokens 「凭证」. In a portal's frame it fetches, through the portal, a token for each
// level of this week and the next, and keeps them until the app spends them. Without them everything works as before.

import { keeps } from "../../site/storage.mjs";
import { fill } from "./fetching.js";
import { ask } from "./portal.js";
import { load } from "./program.js";
import { openPurse } from "./purse.js";

const content = (name) => document.querySelector(`meta[name=${name}]`)?.content;

/** The program's address, beside this script's folder. */
const PROGRAM = new URL("../blind-tokens.wasm", import.meta.url);

async function begin(pinned, endpoint) {
  const answer = await fetch(new URL("v1/config", new URL(endpoint, document.baseURI)), { referrerPolicy: "no-referrer" });
  const config = await answer.json();
  if (!config.tokens) return;
  const outcomes = await fill({ purse: openPurse(localStorage), config, pinned, program: await load(PROGRAM), ask });
  if (outcomes.length === 0 || outcomes.includes("refused")) console.warn("zjtx refused keys or tokens that do not fit the site's key");
  document.documentElement.dataset.tokens = outcomes.join(" ");
}

const pinned = JSON.parse(content("site") ?? "{}").tokens;
const endpoint = content("endpoint");
// A page of its own has no portal, and one that keeps nothing would fetch anew on each visit.
if (self !== top && keeps() && pinned && endpoint) begin(pinned, endpoint).catch((error) => console.warn("zjtx has no tokens:", error));
