// Bars with their figures, as a picture whose table stands beside it.

const SVG = "http://www.w3.org/2000/svg";
const ROW = 28;
const LABEL = 110;
const WIDTH = 480;

function drawn(name, attributes, text = "") {
  const node = document.createElementNS(SVG, name);
  Object.entries(attributes).forEach(([key, value]) => node.setAttribute(key, value));
  node.textContent = text;
  return node;
}

/** A bar for each name and figure. */
export function bars(figures, words) {
  const most = Math.max(1, ...figures.map(([, number]) => number));
  const picture = drawn("svg", { class: "bars", viewBox: `0 0 ${WIDTH} ${figures.length * ROW}`, role: "img", "aria-label": words.say("柱形图，数据见旁表", "Bars; their figures are in the table") });
  figures.forEach(([name, number], at) => {
    const length = Math.max(1, ((WIDTH - LABEL - 60) * number) / most);
    picture.append(
      drawn("text", { x: 0, y: at * ROW + 19 }, name.length > 8 ? `${name.slice(0, 7)}…` : name),
      drawn("rect", { x: LABEL, y: at * ROW + 5, width: length, height: ROW - 10, rx: 3 }),
      drawn("text", { x: LABEL + length + 6, y: at * ROW + 19 }, words.count(number)),
    );
  });
  return picture;
}
