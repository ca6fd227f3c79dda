// The pages 「认定名单查询」, 「名录」 and 「数据地图」: what is asked, what has arrived, and drawing the page of the
// address.

import { element } from "../../statistics/page/dom.js";
import { list, MONTHS } from "./list.js";
import { map } from "./map.js";
import { query } from "./query.js";
import { fetchAll, NoLists } from "./shelf.js";
import { today, wordsOf } from "./words.js";

const LANGUAGE = "zjtx.lang";
const PAGES = { query, list, map };
const file = (name) => new URL(document.querySelector(`[data-part="${name}"]`).content, document.baseURI).href;
const siteOf = () => JSON.parse(document.querySelector("meta[name=site]").content || "null");

const context = {
  words: wordsOf(new URLSearchParams(location.search).get("lang") ?? localStorage.getItem(LANGUAGE) ?? "zh"),
  site: siteOf(),
  index: null,
  shelf: null,
  complete: false,
  /** Why there is nothing: "none" without lists, "failed" when they do not come. */
  trouble: null,
  pieces: 0,
  asked: { text: "", day: today(), title: "", area: "", valid: true, ends: "", mapped: null },
  go(page, asked) {
    Object.assign(context.asked, asked);
    location.hash = `#/${page}`;
  },
};
let shown = { update() {} };

/** The page of the address and what it asks for, such as `#/list?ends=6`. */
function pageNow() {
  const [page, wished] = location.hash.slice(2).split("?");
  const ends = new URLSearchParams(wished).get("ends");
  if (MONTHS.includes(Number(ends))) context.asked.ends = ends;
  return page in PAGES ? page : "query";
}

function heading(page, { say }) {
  return { query: say("认定名单查询", "Recognised firms: search"), list: say("名录", "Recognised firms: list"), map: say("数据地图", "Recognised firms: map") }[page];
}

function speak() {
  const language = context.words.language === "en" ? "zh" : "en";
  localStorage.setItem(LANGUAGE, language);
  context.words = wordsOf(language);
  draw();
}

function bar(page) {
  const { words, site } = context;
  const { say } = words;
  const link = (name) => element("a", { href: `#/${name}`, "aria-current": name === page ? "page" : null }, heading(name, words));
  const brand = site ? say(site.service.zh, site.service.en) : say("专精特新企业自测", "Self-test for SME titles");
  return element(
    "header",
    { class: "bar" },
    element("div", { class: "bar-inner" }, element("a", { class: "brand", href: "../" }, brand), element("nav", { class: "tabs", "aria-label": say("名单", "Lists") }, link("query"), link("list"), link("map")), element("button", { type: "button", class: "language", lang: say("en", "zh-CN"), click: speak }, say("English", "中文"))),
  );
}

function notes() {
  const { words, index, site } = context;
  const { say } = words;
  const whom = site?.office ? say(`${site.office.name.zh}（${site.office.contact}）`, `${site.office.name.en} (${site.office.contact})`) : say("名单的发布单位", "the office that published the list");
  return element(
    "section",
    { class: "card" },
    element("h2", {}, say("名单来源", "Sources")),
    element("ul", {}, index.sources.map((list) => element("li", {}, `${list.title}（${[list.number, list.issuer, list.published].filter(Boolean).join("，")}；${words.act(list.act)}，${words.count(list.rows)} ${say("行", "rows")}）`))),
    element("p", { class: "note" }, say(`名单以发布单位公布的为准。如有错漏，请联系${whom}。`, `The published lists prevail. For mistakes, contact ${whom}.`)),
  );
}

function arriving() {
  const { words, index, pieces, complete } = context;
  if (complete || !index) return null;
  const label = words.say("正在下载名单，已到达的部分可以查询", "Lists are being fetched; what has arrived can be searched");
  return element("div", { id: "arriving", class: "arriving" }, element("label", { for: "progress", class: "note" }, label), element("progress", { id: "progress", max: index.pieces.length, value: pieces }));
}

function body(page) {
  const { words, index, trouble } = context;
  const { say } = words;
  const troubles = {
    none: say("本站没有认定名单。", "This site has no lists of recognised firms."),
    failed: say("名单没有下载成功，请检查网络后重新打开本页。", "The lists could not be fetched; check the connection and open this page again."),
  };
  if (trouble) return [element("p", { class: "notice", role: "alert" }, troubles[trouble])];
  if (!index) return [element("p", {}, say("正在载入名单……", "Loading…"))];
  shown = PAGES[page](context);
  const made = index.made_up && element("p", { class: "notice" }, say("演示：本页企业均为虚构，不是真实的认定名单。", "Demonstration: all firms on this page are made up."));
  return [made, arriving(), ...shown.nodes, notes()].filter(Boolean);
}

function draw() {
  const page = pageNow();
  const { say } = context.words;
  shown = { update() {} };
  document.documentElement.lang = say("zh-CN", "en");
  document.title = `${heading(page, context.words)} · ${say(context.site?.service.zh ?? "专精特新企业自测", context.site?.service.en ?? "Self-test for SME titles")}`;
  const main = element("main", { class: "page" }, element("h1", { tabindex: "-1" }, heading(page, context.words)), ...body(page));
  document.getElementById("app").replaceChildren(bar(page), main);
  shown.update();
}

/** When the page was renewed last, and how long that took. */
const renewed = { at: 0, took: 0 };

function renew() {
  const begun = performance.now();
  shown.update();
  renewed.at = performance.now();
  renewed.took = renewed.at - begun;
}

/** Lists and maps go through all firms: while pieces arrive that may take a tenth of the time, not more. */
const IDLE = 9;

function progress() {
  const bar = document.getElementById("progress");
  if (bar) bar.value = context.pieces;
  if (context.complete) document.getElementById("arriving")?.remove();
  if (context.complete || performance.now() - renewed.at >= IDLE * renewed.took) renew();
}

/** Without a network these pages come from the site's copy on this device, also where no other page was opened. */
function keepSite() {
  navigator.serviceWorker?.register(new URL("../sw.js", document.baseURI)).catch(() => {});
}

async function start() {
  draw();
  const { default: init, Directory } = await import(file("firms"));
  await init({ module_or_path: fetch(file("firms-wasm")) });
  await fetchAll({
    begun(index, text) {
      context.index = index;
      context.shelf = new Directory(text);
      draw();
    },
    arrived(bytes, pieces) {
      context.shelf.add(bytes);
      context.pieces = pieces;
      progress();
    },
  });
  context.complete = true;
  progress();
  keepSite();
}

addEventListener("hashchange", () => {
  draw();
  document.querySelector("h1")?.focus();
});
start().catch((error) => {
  console.warn("zjtx has no lists:", error);
  context.trouble = error instanceof NoLists ? "none" : "failed";
  draw();
});
