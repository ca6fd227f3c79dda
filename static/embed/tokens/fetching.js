// Fetches what this device does not hold: always one token for each level of the site, whatever is tested later.

import { bytesOf, bytesOfPlain, textOf } from "./bytes.js";
import { checkedKeys } from "./keys.js";

/** Random bytes of one number and its blinding. */
const RANDOM = 96;
/** Bytes of a blinded number, which stand at the end of what is kept. */
const ELEMENT = 32;

const draw = (level, { blind }) => ({ level, kept: blind(crypto.getRandomValues(new Uint8Array(RANDOM))) });
const blinded = ({ level, kept }) => ({ level, element: textOf(kept.slice(-ELEMENT)) });

/** The tokens of an answer; null unless each number got its own, with a proof that fits the key. */
function finished(drawn, answer, { period, key }, { finish }) {
  if (answer?.period !== period || answer.evaluated.length !== drawn.length) return null;
  const tokens = drawn.map(({ level, kept }, place) => {
    const { element, proof, ...given } = answer.evaluated[place];
    const token = given.level === level && finish(kept, bytesOf(element), bytesOf(proof), bytesOf(key), bytesOfPlain(level));
    return token ? [level, textOf(token)] : null;
  });
  return tokens.includes(null) ? null : tokens;
}

/**
 * Fills the purse by what the endpoint says of its weeks. Returns a word for each week: `held`, `fetched`, `none`
 * where the portal gave nothing and `refused` where what it gave does not fit; nothing where the keys are not signed.
 */
export async function fill({ purse, config, pinned, program, ask }) {
  const keys = checkedKeys(config, pinned, program);
  if (keys.length > 0) purse.keepOnly(keys.map(({ period }) => period));
  const outcomes = [];
  for (const key of keys) outcomes.push(await fillWeek(key, { purse, config, program, ask }));
  return outcomes;
}

async function fillWeek(week, { purse, config, program, ask }) {
  if (purse.holds(week.period, week.key)) return "held";
  const drawn = config.codes.levels.map(({ code }) => draw(code, program));
  const answer = await ask({ period: week.period, blinded: drawn.map(blinded) });
  if (!answer) return "none";
  const tokens = finished(drawn, answer, week, program);
  if (!tokens) return "refused";
  purse.keep(week.period, week.key, tokens);
  return "fetched";
}
