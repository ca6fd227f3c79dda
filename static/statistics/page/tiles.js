// A schematic tile map 「示意图」 of the eleven districts: where they lie to each other, not a map. Each tile
// is a button with its figure in words, so the picture is its own text.

import { element } from "./dom.js";
import { figure, marginOf, shadeOf, standingAt } from "./tables.js";

/** Districts from north to south as they are drawn; the style sheet has their places. */
const DISTRICTS = ["440117", "440114", "440118", "440111", "440112", "440103", "440104", "440106", "440105", "440113", "440115"];

/** The tiles for the chosen week, pack and verdict. */
export function tiles(data, choice, words, acts) {
  const { say } = words;
  const standing = standingAt(data.releases, choice.pack, choice.week);
  const releaseOf = (district) => standing.find((release) => release.district === district);
  const shown = standing.filter(({ district }) => DISTRICTS.includes(district));
  const most = Math.max(0, ...shown.map(({ table }) => figure(table, choice.measure) ?? 0));
  const list = DISTRICTS.map((district) => tile(district, releaseOf(district), most, choice, words, acts));
  return element(
    "section",
    { class: "card map", "aria-labelledby": "map" },
    element("h2", { id: "map" }, say(`各区${words.measure(choice.measure)}（示意图）`, `Districts: ${words.measure(choice.measure)} (schematic)`)),
    element("ul", { class: "tiles" }, list),
    element("p", { class: "note screen-only" }, say("方块只示意各区的相对方位；颜色越浓数字越大；点选某区，走势图随之更换。", "The tiles only hint at where districts lie; a stronger colour means more; choose one to see its trend.")),
  );
}

function tile(district, release, most, choice, words, acts) {
  const value = release ? figure(release.table, choice.measure) : null;
  const text = value === null ? words.say("不显示", "not shown") : `${value}${margin(release, choice.measure)}`;
  const attributes = {
    id: `tile-${district}`,
    type: "button",
    class: `tile shade-${shadeOf(value, most)}`,
    disabled: release === undefined,
    "aria-pressed": String(district === choice.district),
    click: () => acts.choose({ district }),
  };
  return element("li", { class: `place-${district}` }, element("button", attributes, element("b", {}, words.district(district)), element("span", {}, text)));
}

function margin(release, measure) {
  const margin = marginOf(release, measure);
  return margin === 0 ? "" : ` ±${margin}`;
}
