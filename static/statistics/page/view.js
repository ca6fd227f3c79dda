// The page as a whole.

import { controls } from "./controls.js";
import { element } from "./dom.js";
import { comparison, headline, ladder, trend } from "./figures.js";
import { laneName, lanes } from "./lanes.js";
import { obstacle } from "./obstacle.js";
import { site } from "./site.js";
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
      element("a", { class: "brand", href: "../" }, site ? say(site.service.zh, site.service.en) : say("专精特新企业自测", "SME self-test")),
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
    return [heading, notices(data, words), lanes(state, words, acts), element("p", { class: "notice" }, none(words))];
  }
  return [
    heading,
    state.wall ? sign(data, choice, words) : notices(data, words),
    lists(words),
    state.wall ? null : lanes(state, words, acts),
    controls(state, words, acts),
    headline(data, choice, words),
    table(data, choice, words),
    data.access.district ? null : tiles(data, choice, words, acts),
    element("div", { class: "charts" }, comparison(data, choice, words, state.wall), trend(data, choice, words), data.access.district ? null : ladder(data, words)),
  ];
}

/** What officers look up in the site's lists of recognised firms: on their own device, never at the endpoint. */
function lists({ say, language }) {
  if (!site?.directory) return null;
  const link = (path, name) => element("a", { href: `../${path}` }, name);
  return element(
    "p",
    { id: "lists", class: "note screen-only" },
    say("认定名单（在本机查看，不发送）：", "Recognised firms, on this device only: "),
    link(`directory/?lang=${language}#/list?ends=6`, say("六个月内到期的称号", "titles that end within six months")),
    say("、", ", "),
    link(`?lang=${language}#/batch`, say("批量摸底中接近下一级的企业", "firms of a list that are near their next level")),
  );
}

function none({ say }) {
  return say(
    "暂无统计表：同一地区、同一标准新增满 10 份后，在当周截止后发布。",
    "Nothing has been released yet: a table needs at least ten new counts of a pack in a district, and the week's end.",
  );
}

function title({ access }, words) {
  const place = access.district ? words.district(access.district) : words.say(site?.area.name.zh ?? "各地区", site?.area.name.en ?? "All areas");
  return element("h1", { id: "title", tabindex: "-1" }, words.say(`${place}自测统计`, `Statistics: ${place}`));
}

const demonstration = ({ say }) => say("演示：以下数字均为虚构。", "Demonstration: these figures are made up.");

/** What the large view says above its figures: level, last day, the time, and that figures are made up where they are. */
function sign(data, choice, words) {
  const { releases, config, closedThrough } = data;
  const { pack } = choice;
  const { level } = releases.find((release) => release.pack === pack);
  const clock = new Date().toLocaleTimeString(words.language === "en" ? "en" : "zh-CN", { hour: "2-digit", minute: "2-digit" });
  const parts = [`${words.level(level)} · ${words.pack(pack)}`, laneName(data, choice, words), words.say(`数据截至 ${words.until(closedThrough)}`, `up to ${words.until(closedThrough)}`), clock];
  return element("p", { id: "sign", class: "sign" }, parts.filter(Boolean).join("　"), config.demo && element("strong", {}, demonstration(words)));
}

function notices({ access, config, closedThrough }, words) {
  const { say } = words;
  const through = closedThrough
    ? say(`数据截至 ${words.until(closedThrough)}`, `Figures up to ${words.until(closedThrough)}`)
    : say("尚无已截止的统计周", "No week is closed yet");
  const expiry = say(`访问链接有效至 ${words.day(access.expires)}`, `The link works until ${words.day(access.expires)}`);
  return element(
    "div",
    { class: "screen-only" },
    element("p", { class: "note" }, `${through} · ${expiry}`),
    config.demo &&
      element("p", { class: "notice warn" }, demonstration(words)),
    access.expires_soon &&
      element("p", { class: "notice warn" }, say("链接即将到期，请联系市级管理员换发。", "The link expires soon; please ask the city for a new one.")),
  );
}
