// What is chosen: week, level, verdict, district; and what can be done with it.

import { element } from "./dom.js";
import { unstated } from "./site.js";
import { districtsOf, packsOf, weeksOf } from "./tables.js";
import { MEASURES } from "./words.js";

/** The row of fields and the row of buttons. */
export function controls(state, words, acts) {
  return element("div", { class: "controls" }, fields(state, words, acts), buttons(state, words, acts));
}

function fields({ data, choice }, words, acts) {
  const { say } = words;
  const { releases, config, access } = data;
  const levels = new Map(releases.map(({ pack, level }) => [pack, level]));
  const packName = (pack) => `${words.level(levels.get(pack))} · ${words.pack(pack)}`;
  return element(
    "div",
    { class: "choices screen-only" },
    field("week", say("截至", "Up to"), weeksOf(releases), choice.week, words.week, acts),
    field("pack", say("级别与规则", "Level and rules"), packsOf(releases, config.codes), choice.pack, packName, acts),
    field("measure", say("图表指标", "Figure in the charts"), MEASURES, choice.measure, words.measure, acts),
    access.district
      ? null
      : field("mapped", say("地图指标", "Figure on the map"), [...MEASURES, "share"], choice.mapped, words.measure, acts),
    access.district
      ? null
      : field("district", say("走势图地区", "Area in the trend"), districtsOf(releases, choice.pack, unstated), choice.district, words.district, acts),
  );
}

function field(part, label, values, chosen, nameOf, acts) {
  const id = `choose-${part}`;
  const options = values.map((value) => element("option", { value, selected: value === chosen }, nameOf(value)));
  return element(
    "p",
    {},
    element("label", { for: id }, label),
    element("select", { id, class: "field", change: (event) => acts.choose({ [part]: event.target.value }) }, options),
  );
}

function buttons({ wall }, { say }, acts) {
  const button = (id, name, click) => element("button", { id, type: "button", class: "button quiet", click }, name);
  if (wall) {
    return element("p", { class: "actions" }, button("wall", say("退出大屏", "Leave the large view"), () => acts.hang(false)));
  }
  return element(
    "p",
    { class: "actions screen-only" },
    button("table", say("下载本页表格", "Download this table"), acts.saveTable),
    button("csv", say("全部发布记录（CSV）", "All releases (CSV)"), () => acts.save("csv")),
    button("xlsx", say("全部发布记录（Excel）", "All releases (Excel)"), () => acts.save("xlsx")),
    button("print", say("打印周报", "Print the weekly report"), () => print()),
    button("wall", say("大屏", "Large view"), () => acts.hang(true)),
    button("leave", say("退出", "Sign out"), acts.leave),
  );
}
