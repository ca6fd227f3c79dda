// The released tables as a table: what every chart shows is in it, and more.

import { element } from "./dom.js";
import { figure, historyOf, marginOf, standingAt, weeksOf } from "./tables.js";
import { MEASURES } from "./words.js";

/** The table with its explanations. */
export function table(data, choice, words) {
  const { say } = words;
  const isCity = !data.access.district;
  const rows = isCity ? cityRows(data, choice, words) : districtRows(data, choice, words);
  return element(
    "section",
    { class: "card released" },
    element("h2", { id: "released" }, say("已发布的统计表", "Released tables")),
    element(
      "div",
      { class: "scroll", tabindex: "0", role: "region", "aria-labelledby": "released" },
      element("table", {}, head(isCity, words), element("tbody", {}, rows)),
    ),
    notes(data.config.release, words),
  );
}

function head(isCity, words) {
  const { say } = words;
  const names = [
    isCity ? say("区", "District") : say("统计周", "Week"),
    ...MEASURES.map(words.measure),
    say("误差 ±", "Error ±"),
    say("累计自", "Since"),
  ];
  return element("thead", {}, element("tr", {}, names.map((name) => element("th", { scope: "col" }, name))));
}

function cityRows(data, choice, words) {
  const { say } = words;
  const standing = standingAt(data.releases, choice.pack, choice.week);
  const isLatest = choice.week === weeksOf(data.releases)[0];
  const total = isLatest && data.totals.find(({ pack }) => pack === choice.pack);
  const rows = standing.map((release) => row(words.district(release.district), words.week(release.from), release, data, words));
  // The endpoint sums all released districts, also those whose own table is too small to be shown.
  return total ? [...rows, row(say("全市", "City"), "", total, data, words)] : rows;
}

function districtRows(data, choice, words) {
  const history = historyOf(data.releases, choice.pack, choice.district, choice.week);
  return history.reverse().map((release) => row(words.week(release.to), words.week(release.from), release, data, words));
}

function row(name, since, release, data, words) {
  const margin = marginOf(release, "met");
  return element(
    "tr",
    {},
    element("th", { scope: "row" }, name),
    figures(release.table, data.config.release, words),
    element("td", {}, margin === 0 ? "" : `±${margin}`),
    element("td", {}, since),
  );
}

/** The cells of the counts; what is not shown apart says so. */
function figures(table, rules, { say }) {
  const cell = (measure) => element("td", {}, String(figure(table, measure)));
  const span = (columns, text) => element("td", { colspan: columns, class: "hidden-cells" }, text);
  switch (table.detail) {
    case "by_verdict":
      return MEASURES.map(cell);
    case "met_or_other":
      return [cell("total"), cell("met"), span(3, say(`其他合并：${figure(table, "other")}`, `others together: ${figure(table, "other")}`))];
    case "total_only":
      return [cell("total"), span(4, say("个别结论过少，不分列", "some verdicts are too few to be shown apart"))];
    default:
      return span(5, say(`少于 ${rules.minimum_total}，不显示`, `fewer than ${rules.minimum_total}, not shown`));
  }
}

function notes(rules, { say }) {
  const { minimum_batch: batch, minimum_total: total, minimum_cell: cell } = rules;
  const noise =
    rules.noise === "none"
      ? say("数字为精确计数。", "The counts are exact.")
      : say(
          "为保护个别企业，每个数字都带有随机误差：单项数字有 95% 的可能与真实值相差不超过“误差”一栏；合计的误差约为其两倍。误差在发布时抽取一次，不再改变。",
          "Every count carries random noise that protects single firms: 95 of 100 counts of one verdict are within the error of the last column, totals within about twice that. It was drawn once, on release.",
        );
  return element(
    "ul",
    { class: "note" },
    element("li", {}, noise),
    element("li", {}, say(
      `合计少于 ${total} 的表不显示；某一结论少于 ${cell} 的，与其他结论合并或只列合计。`,
      `A table below ${total} in all is not shown; a verdict below ${cell} is taken together with others, or only the total is given.`,
    )),
    element("li", {}, say(
      `每区每个规则包满 ${batch} 份新计数才发布新表，不足的并入以后各周；表中数字是累计数，匿名自愿提交，不等于企业数。`,
      `A district's table of a pack advances with ${batch} new counts; fewer wait for later weeks. Counts are cumulative, anonymous and voluntary: they are not numbers of firms.`,
    )),
  );
}
