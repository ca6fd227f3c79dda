// A made-up portal: a page for a firm that has logged in, and a server that fetches the firm's blind tokens.

import { startHost } from "./hosts.mjs";

/** How often the portal asks for a firm in a week: a second time because the first tokens may be lost. */
const ASKS = 2;

/**
 * Serves the portal around the site of a statistics server. `asked` are the requests that came from the page;
 * `change` may spoil what goes back.
 */
export async function startPortal({ address, tokens }, change = (answer) => answer) {
  const asked = [];
  const count = new Map();
  const fetchTokens = async (body) => {
    asked.push(JSON.parse(body));
    const { period } = asked.at(-1);
    count.set(period, (count.get(period) ?? 0) + 1);
    if (count.get(period) > ASKS) return { status: 429, text: "" };
    const headers = { "content-type": "application/json", authorization: `Bearer ${tokens["issue:tokens"]}` };
    const answer = await fetch(`${address}v1/tokens`, { method: "POST", headers, body });
    return { status: answer.status, text: JSON.stringify(change(await answer.json())) };
  };
  const host = await startHost({ site: address, acts: { tokens: fetchTokens } });
  return { ...host, asked };
}
