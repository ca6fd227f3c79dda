// What a choice of week, pack, verdict and district shows of the released tables. Pure functions.

/** The figure of a table, or null where the table does not show it. Noise can make it negative: shown as 0. */
export function figure(table, measure) {
  const value = table[measure];
  return value === undefined ? null : Math.max(0, value);
}

/**
 * The 「±」 of a figure: 95 of 100 are that close to the truth; 0 in exact mode. A total sums the noise of
 * four verdicts, so it spreads twice as far.
 */
export function marginOf(release, measure) {
  return (release.noise?.margin_95 ?? 0) * (measure === "total" ? 2 : 1);
}

/** Districts in the order of their codes; the code that stands for “not stated” comes last. */
const byDistrict = (unstated) => (one, other) => (one === unstated) - (other === unstated) || one.localeCompare(other);

/** The weeks at whose end something was released, newest first. */
export function weeksOf(releases) {
  return [...new Set(releases.map(({ to }) => to))].sort().reverse();
}

/** The packs that have releases, in the endpoint's order; those that it no longer counts come last. */
export function packsOf(releases, codes) {
  const present = new Set(releases.map(({ pack }) => pack));
  const listed = codes.packs.map(({ code }) => code);
  return [...listed.filter((code) => present.has(code)), ...[...present].filter((code) => !listed.includes(code))];
}

/** The districts that have releases of a pack. */
export function districtsOf(releases, pack, unstated) {
  const districts = releases.filter((release) => release.pack === pack).map(({ district }) => district);
  return [...new Set(districts)].sort(byDistrict(unstated));
}

/** Every district's release of a pack as it stood at the end of a week. */
export function standingAt(releases, pack, week, unstated) {
  const standing = new Map();
  for (const release of releases) {
    if (release.pack === pack && release.to <= week) {
      standing.set(release.district, release);
    }
  }
  return [...standing.values()].sort((one, other) => byDistrict(unstated)(one.district, other.district));
}

/** One district's releases of a pack up to a week, oldest first. */
export function historyOf(releases, pack, district, week) {
  return releases.filter(
    (release) => release.pack === pack && release.district === district && release.to <= week,
  );
}

/** How strongly a tile is coloured, from 0 for nothing to 4 for the most that any tile has. */
export function shadeOf(value, most) {
  return value === null || most === 0 ? 0 : Math.ceil((4 * value) / most);
}

/** The share of 「符合」 in per cent, or null where one of the two is not shown. */
export function shareOf(table) {
  const [met, total] = [figure(table, "met"), figure(table, "total")];
  return met === null || !total ? null : Math.min(100, Math.round((100 * met) / total));
}

/** From where to where the truth lies with 95 of 100; null in exact mode. */
export function rangeOf(release, measure) {
  const margin = marginOf(release, measure);
  const value = figure(release.table, measure);
  return margin === 0 || value === null ? null : [Math.max(0, value - margin), value + margin];
}

/**
 * What the total has beyond the cells that are shown, for each measure, and the total that the two add up to: noise
 * is drawn for each number by itself, so that the released total may lie below the sum of its parts.
 *
 * Only released figures go in, so nothing that is hidden comes out.
 */
export function agreeing(tables, total, measures) {
  const rest = {};
  const sum = {};
  for (const measure of measures) {
    const shown = tables.map((table) => figure(table, measure) ?? 0).reduce((one, other) => one + other, 0);
    rest[measure] = Math.max(0, (figure(total, measure) ?? shown) - shown);
    sum[measure] = shown + rest[measure];
  }
  return { rest, sum };
}

/** How much a figure grew since the release before the week's. */
export function grownBy(releases, release, measure, weeks) {
  const before = standingAt(releases, release.pack, weeks[weeks.indexOf(release.to) + 1] ?? "", null);
  const former = before.find(({ district }) => district === release.district);
  const [now, then] = [figure(release.table, measure), former ? figure(former.table, measure) : 0];
  return now === null || then === null ? null : now - then;
}

/** The newest rules of each level that have city totals, in the order of the levels from below. */
export function ladderOf(totals, codes) {
  const order = codes.levels.map(({ code }) => code).reverse();
  const newest = new Map();
  // The endpoint lists newer rules behind older ones.
  const placeOf = ({ pack }) => codes.packs.findIndex(({ code }) => code === pack);
  for (const total of totals) {
    const known = newest.get(total.level);
    if (!known || placeOf(known) < placeOf(total)) newest.set(total.level, total);
  }
  return order.filter((level) => newest.has(level)).map((level) => newest.get(level));
}
