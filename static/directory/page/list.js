// 「名录」: firms by title, area and day, page by page, and as a file.

import { element } from "../../statistics/page/dom.js";
import { officeLine } from "../../statistics/page/site.js";
import { firms } from "./firms.js";

const PAGE = 25;
/** Titles can be narrowed to those that end within so many months. */
export const MONTHS = [1, 3, 6, 12, 24];

/** The page, whose firms are renewed by `update`. */
export function list(context) {
  const { words, index, asked } = context;
  const { say } = words;
  const shown = element("div", { id: "listed" });
  let from = 0;
  const update = () => shown.replaceChildren(...part(context, from, turn));
  const turn = (to) => {
    from = to;
    update();
    document.getElementById("listed-count")?.focus();
  };
  const set = (key) => (event) => {
    const { type, checked, value } = event.target;
    asked[key] = type === "checkbox" ? checked : value || (key === "day" ? asked.day : "");
    turn(0);
  };
  const option = (value, text, chosen) => element("option", { value, selected: value === chosen }, text);
  const field = (id, label, control) => element("p", {}, element("label", { for: id }, label), control);
  const months = MONTHS.map((count) => option(String(count), say(`${count} 个月内到期`, `end within ${count} months`), asked.ends));
  const form = element(
    "div",
    { class: "card asked" },
    field("title", say("称号", "Title"), element("select", { id: "title", class: "field", change: set("title") }, option("", say("全部", "All"), asked.title), index.titles.map((title) => option(title.id, words.name(title), asked.title)))),
    field("area", say("地区", "Area"), element("select", { id: "area", class: "field", change: set("area") }, option("", say("全部", "All"), asked.area), index.areas.map((area) => option(area.code, words.name(area), asked.area)))),
    field("ends", say("到期", "Ending"), element("select", { id: "ends", class: "field", change: set("ends") }, option("", say("不限", "Any time"), asked.ends), months)),
    field("day", say("日期", "Day"), element("input", { id: "day", class: "field", type: "date", value: asked.day, change: set("day") })),
    element("label", { class: "tick" }, element("input", { id: "valid", type: "checkbox", checked: asked.valid, change: set("valid") }), say("只列当日有效的称号", "Only titles valid on the day")),
    element("p", {}, element("button", { type: "button", class: "button quiet", click: () => save(context) }, say("下载（CSV）", "Download (CSV)"))),
  );
  return { nodes: [form, shown], update };
}

function filterOf(asked) {
  return { title: asked.title, area: asked.area, valid: asked.valid, ends_within: asked.ends ? Number(asked.ends) : null };
}

function listed({ asked, shelf }, from, most) {
  return shelf ? JSON.parse(shelf.list(JSON.stringify(filterOf(asked)), asked.day, from, most)) : { all: 0, firms: [] };
}

function part(context, from, turn) {
  const { say, count } = context.words;
  const { all, firms: found } = listed(context, from, PAGE);
  const button = (text, to, there) => element("button", { type: "button", class: "button quiet", disabled: !there, click: () => turn(to) }, text);
  const last = Math.min(from + PAGE, all);
  const told = all === 0 ? say("没有符合条件的企业。", "No firm fits.") : say(`共 ${count(all)} 家，显示第 ${from + 1}—${last} 家。`, `${count(all)} firms, ${from + 1} to ${last} shown.`);
  const pages = element("div", { class: "pages" }, button(say("上一页", "Previous"), Math.max(0, from - PAGE), from > 0), button(say("下一页", "Next"), from + PAGE, last < all));
  return [element("p", { id: "listed-count", tabindex: "-1", class: "note" }, told), firms(found, context), ...(all > PAGE ? [pages] : [])];
}

/** All firms that fit, as a table with its notes. */
function save(context) {
  const { words, index, asked } = context;
  const { say } = words;
  const { firms: found } = listed(context, 0, 1_000_000);
  const cell = (text) => `"${String(text ?? "").replaceAll('"', '""').replace(/^[=+\-@]/, "'$&")}"`;
  const head = [say("企业名称", "Name"), say("统一社会信用代码", "Code"), say("地区", "Area"), say("称号", "Title"), say(`${asked.day} 状态`, `On ${asked.day}`), say("依据", "Source")];
  const rows = found.flatMap((firm) =>
    firm.titles.map((title) => {
      const own = firm.rows.filter((row) => row.title === title.title);
      const sources = own.map((row) => `${index.sources[row.source].title}${say(` 第 ${row.row} 行`, `, row ${row.row}`)}`).join("；");
      return [firm.name, firm.code, words.name(index.areas[firm.area]), words.name(index.titles[title.title]), words.standing(title), sources];
    }),
  );
  const note = index.made_up ? [[say("虚构数据，仅供试用", "Made-up data, for trying only")]] : [];
  const text = [...note, head, ...rows, [officeLine(words)]].map((row) => row.map(cell).join(",")).join("\r\n");
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob(["\uFEFF", text], { type: "text/csv" }));
  link.download = `${say("名录", "directory")}-${asked.day}.csv`;
  link.click();
  URL.revokeObjectURL(link.href);
}
