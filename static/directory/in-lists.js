// Titles for page 批量摸底: its worker imports this on sites with lists, and looks its firms up on the device.

import { open } from "./page/program.js";
import { heldTitles } from "./page/proposal.js";

/** More firms than these do not have one whole name within theirs. */
const MOST = 20;

/** Names are compared without what lists write one way or the other. */
const plain = (name) => name.replace(/[\s（）()·．.]/g, "");

/** Of each named firm that holds titles on the day: its place, and the facts that say so. */
export async function titlesOf(folder, { day, names }) {
  const { index, shelf } = await open(folder);
  const factsOf = (name) => {
    const isIt = (firm) => [firm.name, ...firm.former.split(/[,，、]/)].some((one) => plain(one) === plain(name));
    const firm = name && JSON.parse(shelf.search(name, day, MOST)).find(isIt);
    return firm ? heldTitles(firm, index).map(({ title }) => index.titles[title].fact) : [];
  };
  return names.map((name, at) => [at, factsOf(name)]).filter(([, facts]) => facts.length > 0);
}
