// Firms as cards: titles on the day, and beneath them each row of a list that says so.

import { element } from "../../statistics/page/dom.js";
import { proposalOf } from "./proposal.js";

/** Cards that are drawn at once, about two screens; the others follow in turns of as many. */
const AT_ONCE = 8;

/** The list of firms. */
export function firms(found, context) {
  const list = element("ul", { class: "firms" });
  addCards(list, found, context);
  return list;
}

/** Draws the first firms, and the others once what was typed meanwhile has had its turn. */
function addCards(list, found, context) {
  list.append(...found.slice(0, AT_ONCE).map((firm) => card(firm, context)));
  const rest = found.slice(AT_ONCE);
  if (rest.length > 0) setTimeout(() => list.isConnected && addCards(list, rest, context));
}

function card(firm, context) {
  const { words, index } = context;
  const { say } = words;
  const named = (title) => words.name(index.titles[title]);
  const title = (entry) =>
    element(
      "div",
      {},
      element("dt", {}, named(entry.title)),
      element("dd", { class: `standing ${entry.standing}` }, words.standing(entry)),
    );
  return element(
    "li",
    { class: "firm" },
    element("h2", {}, firm.name),
    element("p", { class: "note" }, [words.name(index.areas[firm.area]), firm.code, firm.former && say(`曾用名：${firm.former}`, `formerly ${firm.former}`)].filter(Boolean).join(" · ")),
    element("dl", {}, firm.titles.map(title)),
    sources(firm.rows, context),
    proposal(firm, context),
  );
}

/** Where each row stands, written once it is unfolded. */
function sources(rows, context) {
  const list = element("ul");
  const write = () => list.replaceChildren(...rows.map((row) => element("li", {}, ...source(row, context))));
  const heading = context.words.say(`依据（${rows.length} 处）`, `Sources (${rows.length})`);
  return element("details", { toggle: write }, element("summary", {}, heading), list);
}

/** Where a row stands: the list with its number and day, the row, and what it says. */
function source(row, { words, index }) {
  const { say } = words;
  const list = index.sources[row.source];
  const batch = row.batch === null ? "" : say(`，批次：${index.batches[row.batch]}`, `, batch ${index.batches[row.batch]}`);
  const span = row.until ? say(`${row.from} 至 ${row.until}`, `${row.from} to ${row.until}`) : row.from;
  const title = list.link
    ? element("a", { href: list.link, rel: "noopener noreferrer", target: "_blank" }, say(`${list.title}（新窗口）`, `${list.title} (new window)`))
    : list.title;
  const about = [list.number, list.issuer, list.published].filter(Boolean).join("，");
  const what = `${words.act(list.act)} ${words.name(index.titles[row.title])}，${span}${batch}`;
  return [title, say(`（${about}）第 ${row.row} 行：${what}`, ` (${about}), row ${row.row}: ${what}`)];
}

/** Titles that are held become proposals of the self-test, which asks before it takes them over. */
function proposal(firm, { words, index }) {
  const proposed = proposalOf(firm, index);
  if (!proposed) return null;
  const propose = () => {
    sessionStorage.setItem("zjtx.proposal", JSON.stringify(proposed));
    location.href = `../?lang=${words.language}#/prefill`;
  };
  return element("p", {}, element("button", { type: "button", class: "button quiet", click: propose }, words.say("用于本企业自测", "Use in the self-test")));
}
