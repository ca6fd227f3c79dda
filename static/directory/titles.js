// In the self-test of a site with lists: the firm's name finds its titles, which are proposed as answers. The same
// files are fetched whatever was typed, once a name was typed; nothing is sent.

import { element } from "../statistics/page/dom.js";
import { open } from "./page/program.js";
import { heldTitles, proposalOf } from "./page/proposal.js";
import { today, wordsOf } from "./page/words.js";

const FOLDER = "directory/";
const NAME = "enterprise_name";
const SHOWN = "titles-found";
/** Shorter pieces of a name find too many firms. */
const SHORTEST = 4;
/** More firms are not offered: the name is to be completed. */
const MOST = 3;

/** Index and search, once they were asked for. */
let loading = null;

async function look() {
  const typed = document.getElementById(NAME)?.value.trim() ?? "";
  document.getElementById(SHOWN)?.remove();
  if (typed.length < SHORTEST) return;
  loading ??= open(new URL(FOLDER, document.baseURI).href);
  const lists = await loading;
  // Meanwhile the name may have been changed, or the page left.
  const field = document.getElementById(NAME);
  if (field?.value.trim() !== typed) return;
  const found = JSON.parse(lists.shelf.search(typed, today(), MOST + 1)).filter((firm) => proposalOf(firm, lists.index));
  document.getElementById(SHOWN)?.remove();
  if (found.length > 0 && found.length <= MOST) field.closest(".question").append(offer(found, lists.index));
}

function offer(found, index) {
  const words = wordsOf(document.documentElement.lang.startsWith("en") ? "en" : "zh");
  const { say } = words;
  const titles = (firm) => heldTitles(firm, index).map((entry) => `${words.name(index.titles[entry.title])}（${words.standing(entry)}）`).join(say("、", ", "));
  const line = (firm) =>
    element("li", {}, `${firm.name}${say("：", ": ")}${titles(firm)} `, element("button", { type: "button", class: "link", click: () => propose(firm, index) }, say("核对并填入", "Check and fill in")));
  return element(
    "div",
    { id: SHOWN, class: "notice", role: "status" },
    element("p", {}, say("认定名单中有名称相符的企业，已有称号可填入本表：", "The lists have a firm of this name; its titles can be filled in:")),
    element("ul", {}, found.map(line)),
    index.made_up && element("p", { class: "note" }, say("演示：企业均为虚构。", "Demonstration: the firms are made up.")),
  );
}

/** Opens the page on which the answers are ticked. */
function propose(firm, index) {
  let place = document.querySelector("meta[name=prefill]");
  if (!place) {
    place = Object.assign(document.createElement("meta"), { name: "prefill" });
    document.head.append(place);
  }
  place.content = JSON.stringify(proposalOf(firm, index));
  document.dispatchEvent(new Event("zjtx-surroundings"));
  location.hash = "#/prefill";
}

const fail = (error) => {
  console.warn("zjtx has no lists:", error);
  loading = null;
};
addEventListener("change", ({ target }) => target.id === NAME && look().catch(fail));
addEventListener("hashchange", () => document.getElementById(SHOWN)?.remove());
