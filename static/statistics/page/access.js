// The officer's token: it comes in the fragment of an invitation link, which is not sent to any server,
// and stays in this tab only.

import { keep, kept } from "../../site/storage.mjs";

const KEY = "zjtx.token";

/** The token of the address or of this tab, or null. It does not stay in the address or the history. */
export function takeToken() {
  const invited = new URLSearchParams(location.hash.slice(1)).get("token");
  if (invited === null) {
    return kept("sessionStorage", KEY);
  }
  keep("sessionStorage", KEY, invited);
  history.replaceState(null, "", location.pathname + location.search);
  return invited;
}

/** Forgets the token of this tab. */
export function forgetToken() {
  keep("sessionStorage", KEY, null);
}
