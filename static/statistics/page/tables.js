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

/** Districts in the order of their codes; 440100, which stands for none, comes last. */
const byDistrict = (one, other) => (one === "440100") - (other === "440100") || one.localeCompare(other);

/** The weeks at whose end something was released, newest first. */
export function weeksOf(releases) {
  return [...new Set(releases.map(({ to }) => to))].sort().reverse();
}

/** The packs that have releases, in the endpoint's order. */
export function packsOf(releases, codes) {
  const present = new Set(releases.map(({ pack }) => pack));
  return codes.packs.map(({ code }) => code).filter((code) => present.has(code));
}

/** The districts that have releases of a pack. */
export function districtsOf(releases, pack) {
  const districts = releases.filter((release) => release.pack === pack).map(({ district }) => district);
  return [...new Set(districts)].sort(byDistrict);
}

/** Every district's release of a pack as it stood at the end of a week. */
export function standingAt(releases, pack, week) {
  const standing = new Map();
  for (const release of releases) {
    if (release.pack === pack && release.to <= week) {
      standing.set(release.district, release);
    }
  }
  return [...standing.values()].sort((one, other) => byDistrict(one.district, other.district));
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
