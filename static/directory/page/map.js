// 「数据地图」: titles held on a day by area, recognitions by year and batch, each picture with its table.

import { element } from "../../statistics/page/dom.js";
import { bars } from "./bars.js";

/** The page, whose figures are renewed by `update`. */
export function map(context) {
  const { words, index, asked } = context;
  const { say } = words;
  const shown = element("div", { id: "mapped", class: "page" });
  const update = () => shown.replaceChildren(...figures(context));
  const set = (key) => (event) => {
    asked[key] = event.target.value || asked[key];
    update();
  };
  const wall = () => {
    const on = document.documentElement.toggleAttribute("data-wall");
    if (on) document.documentElement.dataset.theme = "dark";
    else delete document.documentElement.dataset.theme;
  };
  const form = element(
    "div",
    { class: "card asked" },
    element("p", {}, element("label", { for: "mapped-title" }, say("称号", "Title")), element("select", { id: "mapped-title", class: "field", change: set("mapped") }, index.titles.map((title, at) => element("option", { value: at, selected: String(at) === asked.mapped }, words.name(title))))),
    element("p", {}, element("label", { for: "day" }, say("日期", "Day")), element("input", { id: "day", class: "field", type: "date", value: asked.day, change: set("day") })),
    element("p", {}, element("button", { id: "wall", type: "button", class: "button quiet", click: wall }, say("大屏", "Large view"))),
  );
  return { nodes: [form, shown], update };
}

function figures(context) {
  const { words, index, asked, shelf, site } = context;
  const { say } = words;
  if (!shelf) return [];
  const counts = JSON.parse(shelf.counts(asked.day));
  begin(counts, asked);
  if (asked.mapped === null) return [];
  const here = counts.areas[asked.mapped] ?? {};
  const areas = areasOf(here, site, index, words);
  const title = words.name(index.titles[asked.mapped]);
  const all = Object.values(here).reduce((sum, count) => sum + count, 0);
  return [
    element("h2", {}, say(`${title}：${asked.day} 有效 ${words.count(all)} 家`, `${title}: ${words.count(all)} valid on ${asked.day}`)),
    index.made_up && element("p", { class: "note" }, say("演示：企业和数据均为虚构。", "Demonstration: firms and figures are made up.")),
    element("section", { class: "beside" }, tiles(areas, context), areaTable(areas, context)),
    chart(say("按认定年份", "By year"), entries(counts.years[asked.mapped], (year) => year), context),
    chart(say("按批次", "By batch"), entries(counts.batches[asked.mapped], (batch) => index.batches[batch]), context),
  ].filter(Boolean);
}

/** The page begins with the title of which the lists say most. */
function begin({ years }, asked) {
  if (asked.mapped !== null) return;
  const said = (title) => Object.values(years[title]).reduce((sum, count) => sum + count, 0);
  asked.mapped = Object.keys(years).sort((one, other) => said(other) - said(one))[0] ?? null;
  const select = document.getElementById("mapped-title");
  if (select) select.value = asked.mapped;
}

const entries = (of, name) => Object.entries(of ?? {}).map(([key, count]) => [name(key), count]);

/** The site's own areas with what lies in them, and one for everything else. */
function areasOf(counts, site, index, words) {
  const own = site?.areas ?? [];
  const inside = (code) => code.replace(/(00)+$/, "");
  const found = own.map((area) => ({ ...area, label: words.say(area.short, area.name.en), count: 0 }));
  let elsewhere = 0;
  for (const [code, count] of Object.entries(counts)) {
    const area = found.find((one) => code.startsWith(inside(one.code)));
    if (area) area.count += count;
    else elsewhere += count;
  }
  return { found, elsewhere };
}

function tiles({ found }, context) {
  const { say, count } = context.words;
  const most = Math.max(1, ...found.map((area) => area.count));
  const shade = (number) => (number === 0 ? 0 : Math.max(1, Math.ceil((number / most) * 4)));
  const list = element("ul", { class: "tiles" });
  for (const area of found) {
    const go = () => context.go("list", { area: area.code, title: context.index.titles[context.asked.mapped].id, valid: true });
    const tile = element("button", { type: "button", class: `tile shade-${shade(area.count)}`, "data-area": area.code, click: go }, element("b", {}, area.label), " ", element("span", {}, say(`${count(area.count)} 家`, `${count(area.count)} firms`)));
    const place = element("li", {}, tile);
    place.style.gridArea = `${area.row + 1} / ${area.column + 1}`;
    list.append(place);
  }
  const steps = [1, 2, 3, 4].map((step) => element("span", {}, element("i", { class: `shade-${step}` }), say(`不超过 ${Math.floor((most * step) / 4)}`, `up to ${Math.floor((most * step) / 4)}`)));
  const note = say("方块示意各地区的大致方位，颜色越深数值越大；点选可查看该地区的企业。", "Tiles hint at where areas lie; a stronger colour means more. Choose one to see its firms.");
  return element("div", {}, list, element("p", { class: "legend" }, ...steps), element("p", { class: "note screen-only" }, note));
}

function areaTable({ found, elsewhere }, { words }) {
  const { say, count } = words;
  const row = (name, number) => element("tr", {}, element("td", {}, name), element("td", { class: "number" }, count(number)));
  const rows = found.map((area) => row(say(area.name.zh, area.name.en), area.count));
  if (elsewhere > 0) rows.push(row(say("其他地区，或未写明区县", "Elsewhere, or district not stated"), elsewhere));
  return table(say("地区", "Area"), rows, words);
}

function table(first, rows, { say }) {
  const head = element("tr", {}, element("th", { scope: "col" }, first), element("th", { scope: "col", class: "number" }, say("家数", "Firms")));
  return element("div", { class: "scroll" }, element("table", {}, element("thead", {}, head), element("tbody", {}, rows)));
}

function chart(heading, figures, { words }) {
  if (figures.length === 0) return null;
  const rows = figures.map(([name, number]) => element("tr", {}, element("td", {}, name), element("td", { class: "number" }, words.count(number))));
  return element("section", { class: "card" }, element("h2", {}, heading), element("div", { class: "beside" }, bars(figures, words), table(heading, rows, words)));
}
