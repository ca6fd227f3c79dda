// Charts of page 批量摸底, drawn by ECharts as SVG and without motion, in the page's colours: an element <list-chart> whose
// attribute `drawing` says in JSON what it draws. Each stands beside a table with its figures.

import { LineChart, SankeyChart } from "echarts/charts";
import { GridComponent, LegendComponent } from "echarts/components";
import { init, use } from "echarts/core";
import { SVGRenderer } from "echarts/renderers";

use([LineChart, SankeyChart, GridComponent, LegendComponent, SVGRenderer]);

const HEIGHT = "18rem";
/** The page's colours by what a firm comes to. */
const COLOURS = { met: "--met", unmet: "--unmet", undetermined: "--open", without: "--soft" };
/** Lines differ in dashes as well as in colour. */
const DASHES = { met: "solid", unmet: "dashed", undetermined: "dotted" };

function look() {
  const style = getComputedStyle(document.body);
  const colour = (name) => style.getPropertyValue(name).trim();
  const text = { color: colour("--ink"), fontSize: parseFloat(style.fontSize) * 0.875, fontFamily: style.fontFamily };
  return { colour, text };
}

/** What stands on the left before, on the right afterwards. */
function flow({ nodes, links }, { colour, text }) {
  const node = ({ id, name, kind }) => ({
    name: id,
    value: undefined,
    itemStyle: { color: colour(COLOURS[kind]) },
    label: { ...text, position: id.startsWith("before") ? "right" : "left", formatter: ({ value }) => `${name} ${value}` },
  });
  return {
    series: [{
      type: "sankey", data: nodes.map(node), links, silent: true, layoutIterations: 0, nodeGap: 24,
      left: 8, right: 8, top: 8, bottom: 8, lineStyle: { color: "source", opacity: 0.35 },
    }],
  };
}

/** Counts by verdict over the values of a figure; a gap where a value is refused. */
function curve({ values, lines }, { colour, text }) {
  const label = { axisLabel: { color: text.color, fontSize: text.fontSize, hideOverlap: true } };
  const line = { axisLine: { lineStyle: { color: colour("--edge") } } };
  return {
    grid: { left: 8, right: 24, top: 40, bottom: 8 },
    legend: { top: 0, textStyle: text, selectedMode: false },
    xAxis: { type: "category", data: values, ...label, ...line },
    yAxis: { type: "value", minInterval: 1, splitLine: { lineStyle: { color: colour("--line") } }, ...label },
    series: lines.map(({ kind, name, firms }) => ({
      type: "line", name, data: firms, symbol: "none", silent: true,
      lineStyle: { type: DASHES[kind], width: 2 }, itemStyle: { color: colour(COLOURS[kind]) },
    })),
  };
}

const KINDS = { flow, curve };

customElements.define("list-chart", class extends HTMLElement {
  static observedAttributes = ["drawing"];

  connectedCallback() {
    Object.assign(this.style, { display: "block", height: HEIGHT });
    this.chart = init(this, null, { renderer: "svg" });
    this.sizes = new ResizeObserver(() => this.chart.resize());
    this.sizes.observe(this);
    this.draw();
  }

  attributeChangedCallback() {
    this.draw();
  }

  disconnectedCallback() {
    this.sizes.disconnect();
    this.chart.dispose();
    this.chart = undefined;
  }

  draw() {
    const drawing = JSON.parse(this.getAttribute("drawing") ?? "null");
    if (!this.chart || !drawing) return;
    const style = look();
    this.chart.setOption({ animation: false, textStyle: style.text, ...KINDS[drawing.kind](drawing, style) }, true);
  }
});
