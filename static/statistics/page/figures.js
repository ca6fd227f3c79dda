// Figures in large type and as charts. Each chart says in a sentence what it shows; the numbers stand in
// the table, or below the chart.

import { element } from "./dom.js";
import { figure, historyOf, marginOf, standingAt } from "./tables.js";
import { MEASURES } from "./words.js";

/** What is to be drawn into which element, once it is on the page. */
let waiting = [];

/** Draws the charts of the page; their library is loaded with the first one. */
export async function drawCharts() {
  const drawings = waiting;
  waiting = [];
  if (drawings.length > 0) {
    const { content } = document.querySelector('[data-part="charts"]');
    const { draw } = await import(new URL(content, document.baseURI).href);
    drawings.filter(({ place }) => place.isConnected).forEach(({ place, drawing }) => draw(place, drawing));
  }
}

function chart(id, name, sentence, drawing, ...more) {
  const place = element("div", { class: "chart", role: "img", "aria-label": sentence });
  waiting.push({ place, drawing });
  return element(
    "figure",
    { class: "card", "aria-labelledby": id },
    element("h2", { id }, name),
    place,
    element("figcaption", { class: "note" }, sentence),
    more,
  );
}

/** The city's or the district's figures at the end of the chosen week. */
export function headline(data, choice, words) {
  const isCity = !data.access.district;
  const latest = data.totals.find(({ pack }) => pack === choice.pack);
  const release = isCity ? latest : own(data, choice);
  if (!release) {
    return null;
  }
  const shown = MEASURES.filter((measure) => figure(release.table, measure) !== null);
  const item = (measure) => {
    const margin = marginOf(release, measure);
    return element(
      "div",
      { class: `figure ${measure}` },
      element("dt", {}, words.measure(measure)),
      element("dd", {}, String(figure(release.table, measure)), margin > 0 && element("small", {}, ` ±${margin}`)),
    );
  };
  const name = isCity ? words.say("全市最新", "City, latest") : words.week(release.to);
  return element("section", { class: "card headline", "aria-label": name }, element("p", { class: "note" }, name), element("dl", {}, shown.map(item)));
}

/** The release of the chosen district at the end of the chosen week. */
function own({ releases }, { pack, week, district }) {
  return standingAt(releases, pack, week).find((release) => release.district === district);
}

/** Districts beside each other, or a district's verdicts. */
export function comparison(data, choice, words) {
  return data.access.district ? ofVerdicts(data, choice, words) : ofDistricts(data, choice, words);
}

function ofDistricts(data, choice, words) {
  const { say } = words;
  const measure = words.measure(choice.measure);
  const standing = standingAt(data.releases, choice.pack, choice.week);
  const shown = standing
    .map((release) => ({ name: words.district(release.district), value: figure(release.table, choice.measure), margin: marginOf(release, choice.measure) }))
    .filter(({ value }) => value !== null)
    .sort((one, other) => other.value - one.value);
  const hidden = standing.length - shown.length;
  const first = shown[0] ? say(`；最多是${shown[0].name}，${shown[0].value}`, `; the most is ${shown[0].value}, in ${shown[0].name}`) : "";
  const rest = hidden > 0 ? say(`，另有 ${hidden} 个区不显示`, `; ${hidden} more are not shown`) : "";
  const sentence = say(
    `截至${words.week(choice.week)}，${shown.length} 个区的“${measure}”${rest}${first}。数字见上表。`,
    `“${measure}” of ${shown.length} districts up to ${words.week(choice.week)}${rest}${first}. The figures are in the table above.`,
  );
  return chart("comparison", say(`各区比较：${measure}`, `Districts compared: ${measure}`), sentence, bars(shown));
}

function ofVerdicts(data, choice, words) {
  const { say } = words;
  const release = own(data, choice);
  const verdicts = MEASURES.slice(1).filter((measure) => release && figure(release.table, measure) !== null);
  const shown = verdicts.map((measure) => ({ name: words.measure(measure), value: figure(release.table, measure), margin: marginOf(release, measure) }));
  const list = shown.map(({ name, value }) => `${name} ${value}`).join(say("，", ", "));
  const sentence = list || say("各结论过少，不分列。", "The verdicts are too few to be shown apart.");
  return chart("comparison", say("各结论", "Verdicts"), sentence, bars(shown));
}

function bars(shown) {
  const labels = shown.map(({ value, margin }) => (margin > 0 ? `${value} ±${margin}` : String(value)));
  return { kind: "bars", categories: shown.map(({ name }) => name), values: shown.map(({ value }) => value), labels };
}

/** A district's figures from release to release. */
export function trend(data, choice, words) {
  const { say } = words;
  const history = historyOf(data.releases, choice.pack, choice.district, choice.week);
  const measures = choice.measure === "total" ? MEASURES : [choice.measure];
  const lines = measures.map((measure) => ({
    name: words.measure(measure),
    values: history.map(({ table }) => figure(table, measure)),
  }));
  const weeks = history.map(({ to }) => to);
  const place = words.district(choice.district);
  const known = history.filter(({ table }) => figure(table, choice.measure) !== null);
  const at = (release) => say(`${words.week(release.to)} ${figure(release.table, choice.measure)}`, `${figure(release.table, choice.measure)} in ${words.week(release.to)}`);
  const measure = words.measure(choice.measure);
  const last = known[known.length - 1];
  const sentence =
    known.length > 0
      ? say(`${place}“${measure}”累计：${at(known[0])}，${at(last)}。`, `“${measure}” of ${place}, cumulative: ${at(known[0])}, ${at(last)}.`)
      : say(`${place}没有可显示的数字。`, `${place} has no figure that is shown.`);
  const drawing = { kind: "lines", categories: weeks, lines };
  return chart("trend", say(`走势：${place}`, `Trend: ${place}`), sentence, drawing, numbers(weeks, lines, words));
}

/** The numbers of the trend as a table. */
function numbers(weeks, lines, words) {
  const { say } = words;
  const rows = weeks.map((week, place) =>
    element(
      "tr",
      {},
      element("th", { scope: "row" }, words.week(week)),
      lines.map(({ values }) => element("td", {}, values[place] === null ? say("不显示", "not shown") : String(values[place]))),
    ),
  );
  const head = [say("统计周", "Week"), ...lines.map(({ name }) => name)].map((name) => element("th", { scope: "col" }, name));
  return element(
    "details",
    { class: "screen-only" },
    element("summary", {}, say("走势的数字", "The figures of the trend")),
    element(
      "div",
      { class: "scroll", tabindex: "0", role: "region", "aria-label": say("走势的数字", "The figures of the trend") },
      element("table", {}, element("thead", {}, element("tr", {}, head)), element("tbody", {}, rows)),
    ),
  );
}
