// Packs as the page names them: with the revision that the rules say.

import { readFileSync } from "node:fs";

const PACKS = new URL("../../../rules/packs/", import.meta.url);

/** What `data-packs` is while these packs judge. */
export function dataPacks(...ids) {
  const revision = (id) => JSON.parse(readFileSync(new URL(`${id}.json`, PACKS), "utf8")).revision;
  return ids.map((id) => `${id}@${revision(id)} `).join("");
}
