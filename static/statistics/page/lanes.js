// Sites that use blind tokens 「凭证」 release counts with a token and without apart: which are shown, and how many tokens there were.

import { element } from "./dom.js";

/** What is shown of an answer of the endpoint: the site's main releases, or the others. */
export function lanesOf({ releases, totals = [], apart = [], totals_apart: totalsApart = [] }) {
  return { main: { releases, totals }, apart: { releases: apart, totals: totalsApart } };
}

/** The choice and the tokens of the last closed week; nothing where tokens were never used. */
export function lanes({ data, choice }, words, acts) {
  const { say } = words;
  const last = data.tokens.at(-1);
  if (!last && data.lanes.apart.releases.length === 0) return null;
  const names = data.config.tokens
    ? { main: say("有凭证（每家企业每周每个级别一份）", "With a token: one a firm, week and level"), apart: say("无凭证", "Without a token") }
    : { main: say("无凭证", "Without a token"), apart: say("有凭证（已停用）", "With a token (no longer used)") };
  const options = Object.entries(names).map(([value, name]) => element("option", { value, selected: value === choice.lane }, name));
  return element(
    "div",
    {},
    element(
      "p",
      {},
      element("label", { for: "choose-lane" }, say("计数", "Counts")),
      element("select", { id: "choose-lane", class: "field", change: (event) => acts.choose({ lane: event.target.value }) }, options),
    ),
    element("p", { id: "tokens", class: "note" }, say("有凭证与无凭证的计数分开发布，不能相加。", "Counts with and without a token are released apart; they cannot be added. "), last && told(last, words)),
  );
}

function told({ period, issued, spent }, { say, week, number }) {
  return say(
    `${week(period)}发出凭证 ${number(issued)} 份，用掉 ${number(spent)} 份以上（取整到十）。`,
    `${week(period)}: ${number(issued)} tokens issued, at least ${number(spent)} spent (in whole tens).`,
  );
}
