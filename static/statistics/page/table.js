// The released tables as a table: what every chart shows is in it, and more.

import { element } from "./dom.js";
import { unstated } from "./site.js";
import { agreeing, figure, grownBy, historyOf, rangeOf, shareOf, standingAt, weeksOf } from "./tables.js";
import { MEASURES } from "./words.js";

/** The table with its explanations. */
export function table(data, choice, words) {
  const { say } = words;
  const isCity = !data.access.district;
  const rows = isCity ? cityRows(data, choice, words) : districtRows(data, choice, words);
  return element(
    "section",
    { class: "card released" },
    element("h2", { id: "released" }, say("统计表", "Released tables")),
    element(
      "div",
      { class: "scroll", tabindex: "0", role: "region", "aria-labelledby": "released" },
      element("table", { class: "stacked" }, head(isCity, words), element("tbody", {}, rows)),
    ),
    notes(data.config.release, words),
  );
}

const namesOf = (isCity, words) => [
  isCity ? words.say("地区", "Area") : words.say("统计周", "Week"),
  ...MEASURES.map(words.measure),
  words.measure("share"),
  words.say("较上次", "Since the last"),
];

function head(isCity, words) {
  const names = namesOf(isCity, words);
  return element("thead", {}, element("tr", {}, names.map((name) => element("th", { scope: "col" }, name))));
}

function cityRows(data, choice, words) {
  const { say } = words;
  const standing = standingAt(data.releases, choice.pack, choice.week, unstated);
  const isLatest = choice.week === weeksOf(data.releases)[0];
  const total = isLatest && data.totals.find(({ pack }) => pack === choice.pack);
  const rows = standing.map((release) => row(words.district(release.district), release, data, words));
  if (!total) return rows;
  // The endpoint sums all released districts, also those whose own table is too small to be shown.
  const { rest, sum } = agreeing(standing.map((release) => release.table), total.table, MEASURES);
  const plain = (name, counts, kind) => sumRow(name, counts, kind, words);
  return [...rows, plain(say("未分列部分（已计入合计）", "Not shown apart, within the total"), rest, "rest"), plain(say("合计", "All areas"), sum, "sum")];
}

function sumRow(name, counts, kind, words) {
  const cell = (measure) => element("td", { "data-label": words.measure(measure) }, words.number(counts[measure]));
  const share = kind === "sum" ? shareOf({ met: counts.met, total: counts.total }) : null;
  return element("tr", { class: kind }, element("th", { scope: "row" }, name), MEASURES.map(cell), element("td", { "data-label": words.measure("share") }, share === null ? "" : `${share}%`), element("td", {}));
}

function districtRows(data, choice, words) {
  const history = historyOf(data.releases, choice.pack, choice.district, choice.week);
  return history.reverse().map((release) => row(words.week(release.to), release, data, words));
}

function row(name, release, data, words) {
  const share = shareOf(release.table);
  const grown = grownBy(data.releases, release, "total", weeksOf(data.releases));
  const label = namesOf(true, words).slice(-1)[0];
  return element(
    "tr",
    {},
    element("th", { scope: "row" }, name),
    figures(release, data.config.release, words),
    element("td", { "data-label": words.measure("share") }, share === null ? "" : `${share}%`),
    element("td", { "data-label": label }, grown === null ? "" : grown > 0 ? `+${words.number(grown)}` : words.number(grown)),
  );
}

/** The cells of the counts, with the range of the truth; what is not shown apart says so. */
function figures(release, rules, words) {
  const { table } = release;
  const { say, number } = words;
  const cell = (measure) => {
    const range = rangeOf(release, measure);
    const about = range && element("small", { class: "range" }, say(`${range.map(number).join(" 至 ")}`, range.map(number).join(" to ")));
    return element("td", { "data-label": words.measure(measure) }, `${range ? say("约 ", "about ") : ""}${number(figure(table, measure))}`, about);
  };
  const span = (columns, text) => element("td", { colspan: columns, class: "hidden-cells" }, text);
  switch (table.detail) {
    case "by_verdict":
      return MEASURES.map(cell);
    case "met_or_other":
      return [cell("total"), cell("met"), span(3, say(`其余合计 ${number(figure(table, "other"))}`, `others together ${number(figure(table, "other"))}`))];
    case "total_only":
      return [cell("total"), span(4, say("数量过少，不分项", "some verdicts are too few to be shown apart"))];
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
          "为防止识别个别企业，公布的数字加入了小幅随机误差：真实值有 95% 的可能在“约 n”下方所列的范围内。误差发布后不再变化；分项相加与合计的差列在“未分列部分”，累计数也可能略有回落。",
          "Figures hold small random noise so that no single firm can be told: the truth lies within the range beneath with 95 of 100. The noise never changes after release; what the total has beyond its parts stands in a row of its own, and cumulative figures may fall a little.",
        );
  return element(
    "ul",
    { class: "note" },
    element("li", {}, noise),
    element("li", {}, say(
      `合计少于 ${total} 的不显示；某一结论少于 ${cell} 的，与其他结论合并或只列合计。`,
      `A table below ${total} in all is not shown; a verdict below ${cell} is taken together with others, or only the total is given.`,
    )),
    element("li", {}, say(
      `同一地区、同一标准新增满 ${batch} 份才更新，不足的并入后续各周；数字为累计的自愿匿名提交次数，不等于企业数。`,
      `A district's table of a pack advances with ${batch} new counts; fewer wait for later weeks. Counts are cumulative, anonymous and voluntary: they are not numbers of firms.`,
    )),
  );
}
