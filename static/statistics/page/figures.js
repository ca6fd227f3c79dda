// Figures in large type and as charts. Each chart says in a sentence what it shows; the numbers stand in
// the table, or below the chart.

import { element } from "./dom.js";
import { laneName } from "./lanes.js";
import { site, unstated } from "./site.js";
import { agreeing, figure, historyOf, ladderOf, marginOf, rangeOf, shareOf, standingAt } from "./tables.js";
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
  // As high as its bars need, so that no name lies on another.
  if (drawing.kind === "bars") place.style.setProperty("--bars", drawing.values.length);
  waiting.push({ place, drawing });
  return element(
    "figure",
    { class: `card ${id}-chart`, "aria-labelledby": id },
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
  const agreed = isCity ? { table: cityTable(data, choice, release), noise: release.noise } : release;
  const shown = MEASURES.filter((measure) => figure(agreed.table, measure) !== null);
  const item = (measure) => {
    const range = rangeOf(agreed, measure);
    const value = words.number(figure(agreed.table, measure));
    const about = range && element("small", {}, words.say(`${range.map(words.number).join(" 至 ")}`, range.map(words.number).join(" to ")));
    return element(
      "div",
      { class: `figure ${measure}` },
      element("dt", {}, words.measure(measure)),
      element("dd", {}, range ? words.say(`约 ${value}`, `about ${value}`) : value, about),
    );
  };
  const share = shareOf(agreed.table);
  const rate = share !== null && element("div", { class: "figure met" }, element("dt", {}, words.measure("share")), element("dd", {}, words.say(`约 ${share}%`, `about ${share}%`)));
  const name = isCity ? words.say(`${site?.area.name.zh ?? "全部地区"}，数据截至 ${words.until(data.closedThrough)}`, `${site?.area.name.en ?? "All areas"}, up to ${words.until(data.closedThrough)}`) : words.week(release.to);
  const told = [name, laneName(data, choice, words)].filter(Boolean).join(words.say("，", ", "));
  return element("section", { class: "card headline", "aria-label": told }, element("p", { class: "note" }, told), element("dl", {}, shown.map(item), rate));
}

/** The city's figures as the table shows them: no less than the parts that are shown. */
function cityTable(data, choice, release) {
  const latest = standingAt(data.releases, choice.pack, data.closedThrough, unstated);
  return { detail: release.table.detail, ...agreeing(latest.map(({ table }) => table), release.table, MEASURES.filter((measure) => figure(release.table, measure) !== null)).sum };
}

/** How many conform at each level, from the lowest up: the newest rules of each. */
export function ladder(data, words) {
  const { say, number } = words;
  const steps = ladderOf(data.totals, data.config.codes).filter(({ table }) => figure(table, "met") !== null);
  if (steps.length < 2) return null;
  const name = (step) => words.level(step.level);
  const shown = steps.map((step) => ({ name: name(step), value: figure(step.table, "met"), margin: marginOf(step, "met") }));
  const met = (step) => number(figure(step.table, "met"));
  const list = steps.map((step) => say(`${name(step)}约 ${met(step)}（符合率约 ${shareOf(step.table)}%）`, `${name(step)} about ${met(step)} (${shareOf(step.table)}%)`));
  return chart("ladder", say("各级别符合情况", "Levels: how many conform"), `${list.join(say("，", "; "))}${say("。", ".")}`, bars(shown, words));
}

/** The release of the chosen district at the end of the chosen week. */
function own({ releases }, { pack, week, district }) {
  return standingAt(releases, pack, week, unstated).find((release) => release.district === district);
}

/** Areas that can be read from afar. */
const MOST_ON_WALL = 12;

/** Districts beside each other, or a district's verdicts. */
export function comparison(data, choice, words, onWall) {
  return data.access.district ? ofVerdicts(data, choice, words) : ofDistricts(data, choice, words, onWall);
}

function ofDistricts(data, choice, words, onWall) {
  const { say } = words;
  const measure = words.measure(choice.measure);
  const standing = standingAt(data.releases, choice.pack, choice.week, unstated);
  const shown = standing
    .map((release) => ({ name: words.district(release.district), value: figure(release.table, choice.measure), margin: marginOf(release, choice.measure) }))
    .filter(({ value }) => value !== null)
    .sort((one, other) => other.value - one.value);
  const hidden = standing.length - shown.length;
  const rest = hidden > 0 ? say(`，另有 ${hidden} 个地区不显示`, `; ${hidden} more are not shown`) : "";
  const sentence = say(`截至 ${words.until(choice.week)}，${shown.length} 个地区的“${measure}”${rest}${most(shown, words)}。`, `“${measure}” of ${shown.length} areas up to ${words.until(choice.week)}${rest}${most(shown, words)}.`);
  const drawn = onWall ? shown.slice(0, MOST_ON_WALL) : shown;
  const part = drawn.length < shown.length ? say(`（前 ${drawn.length} 个）`, ` (the first ${drawn.length})`) : "";
  return chart("comparison", `${say(`各地区比较：${measure}`, `Areas compared: ${measure}`)}${part}`, sentence, bars(drawn, words));
}

/** The areas that have the most; where the error leaves it open, all that may have it. */
function most(shown, { say, number }) {
  if (!shown[0]) return "";
  const near = shown.filter(({ value, margin }) => value + margin >= shown[0].value - shown[0].margin);
  const list = near.map(({ name, value, margin }) => `${name}${say("（", " (")}${margin > 0 ? say("约 ", "about ") : ""}${number(value)}${say("）", ")")}`).slice(0, 3);
  const open = near.length > 1 ? say("，差异在误差范围内", ", which differ within the error") : "";
  return say(`；最多的是${list.join("、")}${near.length > 3 ? "等" : ""}${open}`, `; the most: ${list.join(", ")}${open}`);
}

function ofVerdicts(data, choice, words) {
  const { say } = words;
  const release = own(data, choice);
  const verdicts = MEASURES.slice(1).filter((measure) => release && figure(release.table, measure) !== null);
  const shown = verdicts.map((measure) => ({ name: words.measure(measure), value: figure(release.table, measure), margin: marginOf(release, measure) }));
  const list = shown.map(({ name, value }) => `${name} ${words.number(value)}`).join(say("，", ", "));
  const sentence = list || say("数量过少，不分项。", "The verdicts are too few to be shown apart.");
  return chart("comparison", say("各结论", "Verdicts"), sentence, bars(shown, words));
}

function bars(shown, { number }) {
  const labels = shown.map(({ value, margin }) => (margin > 0 ? `${number(value)} ±${number(margin)}` : number(value)));
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
  const weeks = history.map(({ to }) => words.until(to));
  const place = words.district(choice.district);
  const known = history.filter(({ table }) => figure(table, choice.measure) !== null);
  const value = (release) => words.number(figure(release.table, choice.measure));
  const at = (release) => say(`截至 ${words.until(release.to)} 为 ${value(release)}`, `${value(release)} up to ${words.until(release.to)}`);
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
  const { say, number } = words;
  const rows = weeks.map((week, place) =>
    element(
      "tr",
      {},
      element("th", { scope: "row" }, week),
      lines.map(({ values }) => element("td", {}, values[place] === null ? say("不显示", "not shown") : number(values[place]))),
    ),
  );
  const head = [say("统计周", "Week"), ...lines.map(({ name }) => name)].map((name) => element("th", { scope: "col" }, name));
  return element(
    "details",
    { class: "screen-only" },
    element("summary", {}, say("走势数据", "The figures of the trend")),
    element(
      "div",
      { class: "scroll", tabindex: "0", role: "region", "aria-label": say("走势数据", "The figures of the trend") },
      element("table", {}, element("thead", {}, element("tr", {}, head)), element("tbody", {}, rows)),
    ),
  );
}
