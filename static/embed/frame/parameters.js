// What the address asks for. Values are a stranger's: each is taken only as one of what is known here,
// and what is not is told to the person and left at its default.

import { properties } from "./accent.js";

/** More of a value is not looked at. */
const MAX_LENGTH = 200;
const DAYS = ["2000-01-01", "2099-12-31"];

const oneOf = (...words) => (text) => (words.includes(text) ? text : null);

function isDay(text) {
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text) ?? [];
  const date = new Date(Date.UTC(year, month - 1, day));
  return text >= DAYS[0] && text <= DAYS[1] && !Number.isNaN(+date) && date.toISOString().startsWith(text);
}

/** Words with commas between, each of which must be known. */
function list(text, isKnown) {
  const words = text.split(",").map((word) => word.trim());
  return words.every(isKnown) ? [...new Set(words)] : null;
}

/** A region code without its trailing pairs of zeros: what every code within it begins with. */
const significant = (region) => region.replace(/(00)+$/, "");

/** The narrowest region with rules of its own that a code lies in; the nation has some for every place. */
const rulesOf = (code, packs) =>
  packs
    .map(({ region }) => region)
    .filter((region) => code.startsWith(significant(region)))
    .sort((a, b) => significant(b).length - significant(a).length)[0] ?? null;

/** Parsers by parameter: what the value means, or null. */
const PARSERS = {
  pack: (text, { packs }) => packs.find(({ id }) => id === text) ?? null,
  scheme: (text, { packs }) => list(text, (word) => packs.some(({ scheme }) => scheme === word)),
  date: (text) => (isDay(text) ? text : null),
  region: (text, { packs }) => (/^\d{6}$/.test(text) ? rulesOf(text, packs) : null),
  lang: (text) => (text === "zh-CN" ? "zh" : oneOf("zh", "en")(text)),
  theme: oneOf("auto", "light", "dark"),
  accent: properties,
  size: oneOf("normal", "large"),
  hide: (text) => list(text, (word) => word === "header" || word === "footer"),
};

/**
 * Reads the parameters of an address; `catalog` lists the packs of this build.
 *
 * @returns {{ wishes: object, refused: [name: string, value: string][] }} what is known by its name, and
 *   what is not, as it stands in the address
 */
export function readParameters(search, catalog) {
  const given = new URLSearchParams(search);
  const wishes = {};
  const refused = [];
  for (const [name, parse] of Object.entries(PARSERS)) {
    const text = given.get(name);
    if (text === null || text === "") continue;
    const wish = text.length <= MAX_LENGTH ? parse(text, catalog) : null;
    if (wish === null) refused.push([name, text]);
    else wishes[name] = wish;
  }
  return { wishes, refused };
}

/** The day nearest to the wanted one on which a pack is in force. */
function dayWithin({ from, to }, wanted) {
  if (wanted < from) return from;
  return to && wanted > to ? to : wanted;
}

/** What the form is to be for, as far as the address says so; `today` stands in for a day. */
export function scopeOf({ pack, scheme, date, region }, today) {
  const scope = { schemes: scheme, date, region };
  if (!pack) return scope;
  return { schemes: [pack.scheme], date: dayWithin(pack, date ?? today), region: pack.region, kind: "first" };
}
