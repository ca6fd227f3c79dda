// Draws charts with ECharts, as SVG and without motion, in the page's colours. Loaded by the officers'
// page alone.

import { BarChart, LineChart } from "echarts/charts";
import { GridComponent, LegendComponent } from "echarts/components";
import { init, use } from "echarts/core";
import { SVGRenderer } from "echarts/renderers";

use([BarChart, LineChart, GridComponent, LegendComponent, SVGRenderer]);

/** Lines differ in dashes and marks as well as in colour. */
const DASHES = ["solid", "dashed", "dotted", [8, 3, 2, 3], [2, 6]];
const MARKS = ["circle", "rect", "triangle", "diamond", "emptyCircle"];
const COLOURS = ["--accent", "--met", "--unmet", "--open", "--soft"];

/** Pixels below which the names of the lines take three rows. */
const NARROW = 420;

/** Draws into an element that is new on the page: bars with labels, or lines over weeks. */
export function draw(place, drawing) {
  const chart = init(place, null, { renderer: "svg" });
  const options = drawing.kind === "bars" ? bars(drawing, look()) : lines(drawing, look(), place.clientWidth);
  chart.setOption(options);
  new ResizeObserver(() => chart.resize()).observe(place);
}

function look() {
  const style = getComputedStyle(document.body);
  const colour = (name) => style.getPropertyValue(name).trim();
  return { colour, text: { color: colour("--ink"), fontSize: parseFloat(style.fontSize) * 0.875, fontFamily: style.fontFamily } };
}

function common({ text }) {
  return { animation: false, textStyle: text };
}

function axes({ colour, text }, categories) {
  const label = { axisLabel: { color: text.color, fontSize: text.fontSize, hideOverlap: true } };
  const line = { axisLine: { lineStyle: { color: colour("--edge") } } };
  return {
    names: { type: "category", data: categories, ...label, ...line },
    counts: { type: "value", minInterval: 1, splitLine: { lineStyle: { color: colour("--line") } }, ...label },
  };
}

function bars({ categories, values, labels }, look) {
  const { names, counts } = axes(look, categories);
  const label = { show: true, position: "right", color: look.text.color, fontSize: look.text.fontSize, formatter: ({ dataIndex }) => labels[dataIndex] };
  return {
    ...common(look),
    // The longest bar leaves room for its figure, whose signs are about half as wide as high.
    grid: { left: 8, right: 16 + Math.max(0, ...labels.map(({ length }) => length)) * look.text.fontSize * 0.6, top: 8, bottom: 8 },
    xAxis: counts,
    // Every bar has its name, however many there are.
    yAxis: { ...names, inverse: true, axisLabel: { ...names.axisLabel, interval: 0, hideOverlap: false } },
    series: [{ type: "bar", data: values, label, itemStyle: { color: look.colour("--accent") }, silent: true }],
  };
}

function lines({ categories, lines: all }, look, width) {
  const { names, counts } = axes(look, categories);
  const shown = all.filter(({ values }) => values.some((value) => value !== null));
  const series = shown.map(({ name, values }, place) => ({
    type: "line",
    name,
    data: values,
    symbol: MARKS[place],
    symbolSize: 7,
    lineStyle: { type: DASHES[place], width: 2 },
    itemStyle: { color: look.colour(COLOURS[place]) },
    silent: true,
  }));
  const legend = { top: 0, textStyle: look.text, selectedMode: false };
  const grid = { left: 8, right: 24, top: width < NARROW ? 96 : 56, bottom: 8 };
  // Far enough beneath the line that the first day does not touch the zero.
  const xAxis = { ...names, axisLabel: { ...names.axisLabel, margin: look.text.fontSize } };
  return { ...common(look), grid, legend, xAxis, yAxis: counts, series };
}
