// The page as a whole.

import { controls } from "./controls.js";
import { element } from "./dom.js";
import { comparison, headline, trend } from "./figures.js";
import { obstacle } from "./obstacle.js";
import { table } from "./table.js";
import { tiles } from "./tiles.js";

/** The elements of the page. */
export function view(state, words, acts) {
  const content = state.obstacle === null ? statistics(state, words, acts) : obstacle(state.obstacle, words, acts);
  return [header(words, acts), element("main", { id: "main", class: "page" }, content)];
}

function header({ say, language }, acts) {
  const other = language === "en" ? "zh" : "en";
  return element(
    "header",
    { class: "bar" },
    element(
      "div",
      { class: "bar-inner" },
      element("a", { class: "brand", href: "../" }, say("专精特新企业自测", "SME self-test")),
      element(
        "button",
        { id: "language", type: "button", class: "language aside", lang: say("en", "zh-CN"), click: () => acts.speak(other) },
        say("English", "中文"),
      ),
    ),
  );
}

function statistics(state, words, acts) {
  const { data, choice } = state;
  const heading = title(data, words);
  if (choice.pack === null) {
    return [heading, notices(data, words), element("p", { class: "notice" }, none(words))];
  }
  return [
    heading,
    notices(data, words),
    controls(state, words, acts),
    headline(data, choice, words),
    table(data, choice, words),
    data.access.district ? null : tiles(data, choice, words, acts),
    element("div", { class: "charts" }, comparison(data, choice, words), trend(data, choice, words)),
  ];
}

function none({ say }) {
  return say(
    "还没有发布过统计表：某区某规则包至少有 10 份新计数，才会在周末结清后发布。",
    "Nothing has been released yet: a table needs at least ten new counts of a pack in a district, and the week's end.",
  );
}

function title({ access }, words) {
  const place = access.district ? words.district(access.district) : words.say("全市各区", "All districts");
  return element("h1", { id: "title", tabindex: "-1" }, words.say(`${place}统计`, `Statistics: ${place}`));
}

function notices({ access, config, closedThrough }, words) {
  const { say } = words;
  const through = closedThrough
    ? say(`已结清至${words.week(closedThrough)}`, `Closed through ${words.week(closedThrough)}`)
    : say("还没有结清的统计周", "No week is closed yet");
  const expiry = say(`访问链接有效至 ${access.expires}`, `The link works until ${access.expires}`);
  return element(
    "div",
    { class: "screen-only" },
    element("p", { class: "note" }, `${through} · ${expiry}`),
    config.demo &&
      element("p", { class: "notice warn" }, say("演示：以下数字是虚构的。", "Demonstration: these figures are made up.")),
    access.expires_soon &&
      element("p", { class: "notice warn" }, say("链接即将到期，请联系市级管理员换发。", "The link expires soon; please ask the city for a new one.")),
  );
}
