// A bar chart of a program's or a body's figures, drawn as SVG: every bar is one figure and opens its evidence.

import { amount, seriesName, when } from "./amounts.js";
import { BAR, fitted, FONT, layout, outline, type Bar, type BarGroup, type Layout, type PlacedBar } from "./bars.js";
import { h, svg } from "./dom.js";
import { byNode, byYear, type Figure, type Group, type Series } from "./figures.js";
import type { Graph, Node } from "./model.js";
import { tickLabels } from "./scale.js";
import { currentLanguage, say, type Word } from "./strings.js";

export type By = "year" | "node";

/** Below this, figures are drawn pale. */
const FAINT = 0.5;

export interface FigureBar extends Bar {
  figure: Figure;
}

/** The bars of a series, by year or by the end that is not the subject. */
export function barsOf(subject: Node, series: Series, by: By): BarGroup<FigureBar>[] {
  const end = subject.type === "PROGRAM" ? "whose" : "program";
  const groups = by === "year" ? byYear(series.figures) : byNode(series.figures, end);
  return groups.map((group) => ({ heading: headingOf(group), bars: group.figures.map((figure) => barOf(figure, subject, by, end)) }));
}

const headingOf = ({ by }: Group): string => (typeof by === "string" ? by || say("noYear") : by.label);

function barOf(figure: Figure, subject: Node, by: By, end: "whose" | "program"): FigureBar {
  const { value, to, about } = figure;
  const member = end === "whose" && figure.program !== subject ? figure.program.label : "";
  const what = by === "year" ? figure[end].label : when(figure) || say("noYear");
  return { label: [what, member].filter(Boolean).join(" · "), value, to, about, told: amount(figure), figure };
}

/** The chart on a width in pixels. */
export function drawChart(groups: BarGroup<FigureBar>[], series: Series, title: string, width: number, open: (edge: number) => void): SVGSVGElement {
  const placed = layout(groups, width);
  const size = { width: placed.width, height: placed.height, viewBox: `0 0 ${placed.width} ${placed.height}` };
  const chart = svg("svg", { class: `chart${series.cumulative ? " cumulative" : ""}`, ...size, role: "group", "aria-label": title });
  chart.append(stripes(), drawAxis(placed));
  for (const group of placed.groups) {
    const part = svg("g", { role: "group", "aria-label": group.heading });
    if (group !== placed.groups[0]) part.append(svg("line", { class: "rule", x1: 0, x2: placed.width, y1: group.y + 0.5, y2: group.y + 0.5 }));
    part.append(text("heading", placed.isNarrow ? placed.labelX : 0, group.headingY, group.heading, placed.headingWidth));
    part.append(...group.bars.map((bar) => drawBar(bar, placed, group.heading, open)));
    chart.append(part);
  }
  return chart;
}

/** A text cut to a width; the whole stands in its title. */
function text(name: string, x: number, y: number, content: string, width: number): SVGTextElement {
  const shown = fitted(content, width);
  const made = svg("text", { class: name, x, y, "font-size": FONT }, shown);
  if (shown !== content) made.append(svg("title", {}, content));
  return made;
}

/** What fills the span of a range. */
function stripes(): SVGDefsElement {
  const pattern = svg("pattern", { id: "stripes", width: 5, height: 5, patternUnits: "userSpaceOnUse", patternTransform: "rotate(45)" });
  pattern.append(svg("rect", { class: "stripe", width: 2.5, height: 5 }));
  const made = svg("defs");
  made.append(pattern);
  return made;
}

function drawAxis({ axis, axisX, axisEnd, top, height, isNarrow }: Layout<FigureBar>): SVGGElement {
  const made = svg("g", { class: "axis", "aria-hidden": "true" });
  const labels = tickLabels(axis, currentLanguage());
  axis.ticks.forEach((tick, place) => {
    const x = Math.round(axisX + ((axisEnd - axisX) * tick) / axis.end) + 0.5;
    made.append(svg("line", { x1: x, x2: x, y1: top - 6, y2: height, class: tick ? "" : "zero" }));
    made.append(svg("text", { x, y: top - 12, "text-anchor": isNarrow && !tick ? "start" : "middle", "font-size": FONT - 2 }, labels[place]));
  });
  return made;
}

function drawBar({ bar, y, rowHeight, barTop, end, endTo }: PlacedBar<FigureBar>, placed: Layout<FigureBar>, heading: string, open: (edge: number) => void): SVGGElement {
  const { figure } = bar;
  const faint = figure.edge.confidence < FAINT ? " faint" : "";
  const made = svg("g", { class: `bar${faint}`, role: "button", tabindex: 0, "aria-label": [heading, bar.label, bar.told].filter(Boolean).join(" ") });
  const lines = [`${figure.whose.label} · ${figure.program.label}`, `${bar.told}　${when(figure)}`, `${say("confidence")} ${figure.edge.confidence.toFixed(2)}`];
  const left = placed.isNarrow ? 0 : placed.labelX - 4;
  const tip = Math.max(end, endTo ?? 0, placed.axisX + 2);
  made.append(svg("title", {}, lines.join("\n")), svg("rect", { class: "row", x: left, y, width: placed.width - left, height: rowHeight, rx: 4 }));
  const labelY = placed.isNarrow ? y + FONT + 2 : barTop + BAR - 2.5;
  if (bar.label) made.append(text("label", placed.labelX, labelY, bar.label, placed.labelWidth));
  if (endTo !== null && endTo > end) made.append(svg("rect", { class: "range", x: end, y: barTop, width: endTo - end, height: BAR, fill: "url(#stripes)" }));
  made.append(svg("path", { class: "solid", d: outline(placed.axisX, end, barTop, endTo === null ? bar.about : "") }));
  made.append(svg("text", { class: "told", x: tip + 7, y: barTop + BAR - 2.5, "font-size": FONT }, bar.told));
  made.addEventListener("click", () => open(figure.edge.index));
  made.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" && event.key !== " ") return;
    event.preventDefault();
    open(figure.edge.index);
  });
  return made;
}

/** What the forms and shades of the bars mean, as far as they occur. */
export function chartKey(series: Series): HTMLElement {
  const has = (test: (figure: Figure) => boolean): boolean => series.figures.some(test);
  const words: Word[] = ["chartNote"];
  if (has(({ to, about }) => to === null && about === "over")) words.push("chartOver");
  if (has(({ to, about }) => to === null && about === "under")) words.push("chartUnder");
  if (has(({ to, about }) => to === null && about === "about")) words.push("chartAbout");
  if (has(({ to }) => to !== null)) words.push("chartRange");
  if (has(({ edge }) => edge.confidence < FAINT)) words.push("chartFaint");
  return h("p", { class: "chart-key" }, ...words.map((word) => h("span", { text: say(word) })));
}

export const chartTitle = (graph: Graph, subject: Node, series: Series): string =>
  say("chartTitle", { name: subject.label, series: seriesName(series, graph.data.kinds) });
