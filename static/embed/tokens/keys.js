// The keys of the endpoint's weeks, as far as the site's own key vouches for them.

import { bytesOf, bytesOfPlain } from "./bytes.js";

/** The text that is signed, as crates/wire/src/tokens.rs has it. */
const signedText = (keys) => ["zjtx token keys 1\n", ...keys.map(({ period, key }) => `${period} ${key}\n`)].join("");

/** Weeks for which tokens are fetched: the running one and the next, so that a later visit finds them ready. */
const WEEKS = 2;

/**
 * Keys of this week and the next; none where they are not signed with the pinned key. A portal or endpoint that gave
 * one firm a key of its own would know that firm again.
 */
export function checkedKeys({ period, tokens }, pinned, { isSigned }) {
  const keys = tokens?.keys ?? [];
  const areSigned = () => isSigned(bytesOf(pinned), bytesOf(tokens.signature), bytesOfPlain(signedText(keys)));
  return keys[0]?.period === period && areSigned() ? keys.slice(0, WEEKS) : [];
}
