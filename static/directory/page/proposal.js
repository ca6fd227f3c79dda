// What the lists say of a firm, as answers of the self-test: titles that are held, and the lists that say so.

/** The titles that are held on the day and that the self-test asks for. */
export function heldTitles(firm, index) {
  return firm.titles.filter(({ standing, title }) => standing === "valid" && index.titles[title].fact);
}

/** A proposal that the self-test shows before it takes anything over; `null` without such a title. */
export function proposalOf(firm, index) {
  const held = heldTitles(firm, index);
  if (held.length === 0) return null;
  const yes = held.map(({ title }) => [index.titles[title].fact, true]);
  const facts = Object.fromEntries([["enterprise_name", firm.name], ...yes]);
  const lists = [...new Set(firm.rows.map(({ source }) => index.sources[source].title))].join("；");
  return { facts, source: lists.slice(0, 100), lists: true };
}
