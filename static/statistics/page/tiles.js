// A schematic tile map 「示意图」 of the site's areas: where they lie to each other, not a map. Each tile is a
// button with its figure in words, so the picture is its own text.

import { element } from "./dom.js";
import { site, unstated } from "./site.js";
import { figure, rangeOf, shadeOf, shareOf, standingAt } from "./tables.js";

/** The figure that is chosen: a count, or the share in per cent. */
const valueOf = (table, measure) => (measure === "share" ? shareOf(table) : figure(table, measure));

/** The tiles for the chosen week, pack and verdict; none on a site without areas. */
export function tiles(data, choice, words, acts) {
  const { say } = words;
  if (!site?.areas.length) return null;
  const standing = standingAt(data.releases, choice.pack, choice.week, unstated);
  const releaseOf = (code) => standing.find((release) => release.district === code);
  const values = site.areas.map(({ code }) => valueOf(releaseOf(code)?.table ?? {}, choice.mapped) ?? 0);
  const most = Math.max(0, ...values);
  const name = words.measure(choice.mapped);
  return element(
    "section",
    { class: "card map", "aria-labelledby": "map" },
    element("h2", { id: "map" }, say(`各地区${name}（示意图）`, `Areas: ${name} (schematic)`)),
    element("ul", { class: "tiles" }, site.areas.map((area) => tile(area, releaseOf(area.code), most, choice, words, acts))),
    legend(most, choice, words),
    element("p", { class: "note screen-only" }, say("方块示意各地区大致方位，颜色越深数值越大；点选可查看该地区走势。", "The tiles only hint at where areas lie; a stronger colour means more; choose one to see its trend.")),
  );
}

function tile(area, release, most, choice, words, acts) {
  const value = release ? valueOf(release.table, choice.mapped) : null;
  const attributes = {
    id: `tile-${area.code}`,
    type: "button",
    class: `tile shade-${shadeOf(value, most)}`,
    disabled: release === undefined,
    "aria-pressed": String(area.code === choice.district),
    click: () => acts.choose({ district: area.code }),
  };
  const name = words.say(area.short, area.name.en);
  const place = element("li", {}, element("button", attributes, element("b", {}, name), element("span", {}, shown(value, release, choice, words))));
  place.style.gridArea = `${area.row + 1} / ${area.column + 1}`;
  return place;
}

function shown(value, release, { mapped }, { say, number }) {
  if (value === null) return say("不显示", "not shown");
  if (mapped === "share") return say(`约 ${value}%`, `about ${value}%`);
  return rangeOf(release, mapped) ? say(`约 ${number(value)}`, `about ${number(value)}`) : number(value);
}

function legend(most, { mapped }, { say, number }) {
  const unit = mapped === "share" ? "%" : "";
  const step = (at) => element("span", {}, element("i", { class: `shade-${at}` }), say(`不超过 ${number(Math.ceil((most * at) / 4))}${unit}`, `up to ${number(Math.ceil((most * at) / 4))}${unit}`));
  return element("p", { class: "legend" }, [1, 2, 3, 4].map(step), element("span", {}, element("i", { class: "shade-0" }), say("不显示或为 0", "not shown, or 0")));
}
