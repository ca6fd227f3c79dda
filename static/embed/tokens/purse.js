// Tokens on this device, each under its week and level, with the moment from which it is spent: until then whoever
// watches could tell by the time which fetching it came from. The app reads them (app/src/statistics/token.rs).

const PREFIX = "zjtx.token.";
const HOUR = 3_600_000;

const nameOf = (period, what) => `${PREFIX}${period}.${what}`;

export function openPurse(storage, now = Date.now, chance = Math.random) {
  const names = () => Object.keys(storage).filter((name) => name.startsWith(PREFIX));
  const forget = (isOver) => {
    for (const name of names()) if (isOver(name.slice(PREFIX.length).split(".")[0])) storage.removeItem(name);
  };
  return {
    /** Whether the week's tokens were fetched, under this key. */
    holds: (period, key) => storage.getItem(nameOf(period, "key")) === key,

    /** Keeps the tokens of a week, as `[level, token]`, instead of those of another key. */
    keep(period, key, tokens) {
      forget((other) => other === period);
      const ripe = Math.ceil(now() + HOUR + chance() * HOUR);
      for (const [level, token] of tokens) storage.setItem(nameOf(period, level), `${token} ${ripe}`);
      storage.setItem(nameOf(period, "key"), key);
    },

    /** Forgets the tokens of all other weeks. */
    keepOnly: (periods) => forget((period) => !periods.includes(period)),
  };
}
