// Sites that use blind tokens 「凭证」 release counts with a token and without apart: which are shown, and how many tokens there were.

import { element } from "./dom.js";

/** What is shown of an answer of the endpoint: the site's main releases, or the others. */
export function lanesOf({ releases, totals = [], apart = [], totals_apart: totalsApart = [] }) {
  return { main: { releases, totals }, apart: { releases: apart, totals: totalsApart } };
}

/** The name of each lane, and what is to be known of it; null where tokens were never used. */
function namesOf({ config, tokens, lanes }, { say }) {
  if (tokens.length === 0 && lanes.apart.releases.length === 0) return null;
  const held = say("持凭证填报", "With a token");
  const open = say("未持凭证填报", "Without a token");
  return config.tokens
    ? { main: [held, say("每家企业每周每个级别只计一次", "Each firm is counted once a week and level")], apart: [open, say("同一企业可能多次计入", "A firm may be counted more than once")] }
    : { main: [open, say("同一企业可能多次计入", "A firm may be counted more than once")], apart: [held, say("凭证现已停用", "Tokens are no longer used")] };
}

/** The name of the lane that is shown; empty where there is only one. */
export const laneName = (data, { lane }, words) => namesOf(data, words)?.[lane][0] ?? "";

/** The choice and the tokens of the last closed week; nothing where tokens were never used. */
export function lanes({ data, choice }, words, acts) {
  const { say } = words;
  const names = namesOf(data, words);
  if (!names) return null;
  const last = data.tokens.at(-1);
  const options = Object.entries(names).map(([value, [name]]) => element("option", { value, selected: value === choice.lane }, name));
  const [, meaning] = names[choice.lane];
  return element(
    "div",
    { class: "lanes" },
    element(
      "p",
      { class: "screen-only" },
      element("label", { for: "choose-lane" }, say("统计范围", "Counted")),
      element("select", { id: "choose-lane", class: "field", change: (event) => acts.choose({ lane: event.target.value }) }, options),
    ),
    element("p", { id: "tokens", class: "note" }, say(`${meaning}；持凭证与未持凭证的填报分别统计，不能相加。`, `${meaning}. Counts with and without a token are kept apart and cannot be added. `), last ? told(last, words) : null),
  );
}

/** Tokens of a week; how many were spent is told in whole tens. */
function told({ period, issued, spent }, { say, week, number }) {
  const used = spent > 0 ? say(`已使用不少于 ${number(spent)} 份`, `at least ${number(spent)} were used`) : say("已使用不足 10 份", "fewer than 10 were used");
  return say(`${week(period)}发放凭证 ${number(issued)} 份，${used}。`, `${week(period)}: ${number(issued)} tokens were issued, ${used}.`);
}
