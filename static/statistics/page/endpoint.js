// Requests to the statistics endpoint whose address the site's build wrote into the page.

import { lanesOf } from "./lanes.js";

/** A refusal: the HTTP status, or 0 when no answer came. */
export class Refusal extends Error {
  constructor(status) {
    super(`the endpoint answered ${status}`);
    this.status = status;
  }
}

const BASE = document.querySelector('meta[name="endpoint"]').content.replace(/\/$/, "");

/** Whether the site has an endpoint. */
export const hasEndpoint = document.querySelector('meta[name="endpoint"]').content !== "";

/** Asks for a route; throws a Refusal unless it is given. */
export async function ask(route, token) {
  const headers = token ? { authorization: `Bearer ${token}` } : {};
  const options = { headers, credentials: "omit", referrerPolicy: "no-referrer" };
  const answer = await fetch(`${BASE}/v1/${route}`, options).catch(() => {
    throw new Refusal(0);
  });
  if (!answer.ok) {
    throw new Refusal(answer.status);
  }
  return answer;
}

/** Everything that a token opens. */
export async function load(token) {
  const access = await (await ask("access", token)).json();
  const place = access.district ? `districts/${access.district}` : "city";
  const answers = await Promise.all([ask("config"), ask(`${place}/releases`, token)]);
  const [config, released] = await Promise.all(answers.map((answer) => answer.json()));
  const lanes = lanesOf(released);
  return { access, place, config, closedThrough: released.closed_through, tokens: released.tokens ?? [], lanes, ...lanes.main };
}
