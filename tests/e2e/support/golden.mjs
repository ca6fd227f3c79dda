// A golden case as the form that somebody left on this device.

import { readFileSync } from "node:fs";
import { addressOf } from "./pages.mjs";

const GOLDEN = new URL("../../golden/", import.meta.url);

/** Opens the page with the case's dossier, and more facts, as the stored draft. */
export async function openGolden(page, name, facts = {}) {
  const { dossier } = JSON.parse(readFileSync(new URL(`${name}.json`, GOLDEN), "utf8"));
  Object.assign(dossier.facts, facts);
  await page.addInitScript((text) => {
    if (localStorage.getItem("zjtx.draft") === null) localStorage.setItem("zjtx.draft", text);
  }, JSON.stringify(dossier));
  await page.goto(addressOf("#/"));
  // A draft of a former format leads to where it is taken over.
  await page.getByRole("heading", { level: 1, name: "填报文件" }).waitFor();
}
