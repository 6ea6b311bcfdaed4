// The view as a chart: the figures of a program or a body, one kind and unit at a time, by year or by union, and the same as a table.

import { amount, seriesName, when } from "./amounts.js";
import type { App } from "./app.js";
import { barsOf, chartKey, chartTitle, drawChart } from "./chart.js";
import { saveChartPng, saveChartSvg } from "./chartfile.js";
import type { Column } from "./columns.js";
import { h } from "./dom.js";
import { figuresOf, seriesOf, type Figure, type Series } from "./figures.js";
import type { Edge, Node } from "./model.js";
import type { By } from "./state.js";
import { count, say, type Word } from "./strings.js";
import { chosen, filtered, nothing, picker, withFigures } from "./subjects.js";
import { TableView } from "./tables.js";

export class ChartMode {
  private made: unknown[] = [];
  private table: TableView<Figure> | null = null;
  private redraw: () => void = () => undefined;

  constructor(
    private readonly app: App,
    private readonly host: HTMLElement,
  ) {
    new ResizeObserver(() => this.redraw()).observe(host);
    window.addEventListener("beforeprint", () => this.table?.fill());
  }

  /** Show the chart of the present state. */
  update(): void {
    const { store, passing } = this.app;
    const { subject, series, by, language } = store.now;
    const needs = [subject, series, by, language, passing];
    if (this.made.length && needs.every((value, place) => value === this.made[place])) return;
    this.made = needs;
    const kept = this.host.contains(document.activeElement) ? document.activeElement?.id : "";
    this.host.replaceChildren(...this.content());
    if (kept) document.getElementById(kept)?.focus();
  }

  private content(): HTMLElement[] {
    const { graph, store } = this.app;
    const { subject: asked, selection, series: key, by } = store.now;
    const isWanted = ({ index }: Edge): boolean => this.app.passing.told[index] === 1;
    const found = withFigures(graph, isWanted);
    const subject = chosen(found, [asked, selection?.kind === "node" ? selection.index : null], ["PROGRAM"]);
    if (!subject) return [nothing("noFigures")];
    const figures = figuresOf(graph, subject, isWanted);
    const all = seriesOf(figures);
    const series = all.find((one) => one.key === key) ?? all[0]!;
    const left = filtered(figures.length, figuresOf(graph, subject).length);
    const subjects = picker(graph, found, subject, (node) => store.go({ subject: node }));
    const choices = h("div", { class: "choices" }, subjects, this.seriesChoice(all, series), this.byChoice(subject, by), left);
    return [choices, this.drawn(subject, series, by), this.twin(subject, series)];
  }

  private seriesChoice(all: readonly Series[], now: Series): HTMLElement {
    const { graph, store } = this.app;
    const options = all.map((series) => {
      const text = say("withCount", { text: seriesName(series, graph.data.kinds), n: count(series.figures.length) });
      return h("option", { value: series.key, selected: series === now, text });
    });
    const box: HTMLSelectElement = h("select", { id: "series", onchange: () => store.go({ series: box.value }) }, ...options);
    return h("label", { class: "choice" }, h("span", { text: say("series") }), box);
  }

  private byChoice(subject: Node, now: By): HTMLElement {
    const words = { year: say("groupYear"), node: say(subject.type === "PROGRAM" ? "groupWhose" : "groupProgram") };
    const choice = (by: By): HTMLElement =>
      h("button", { type: "button", id: `by-${by}`, "aria-pressed": String(by === now), text: words[by], onclick: () => this.app.store.go({ by }) });
    const both = h("div", { class: "segments", role: "group", "aria-label": say("groupBy") }, choice("year"), choice("node"));
    return h("div", { class: "choice" }, h("span", { text: say("groupBy") }), both);
  }

  private drawn(subject: Node, series: Series, by: By): HTMLElement {
    const { graph } = this.app;
    const title = chartTitle(graph, subject, series);
    const groups = barsOf(subject, series, by);
    const place = h("div", { class: "chart-place" });
    const open = (index: number): void => this.app.open({ kind: "edge", index });
    let drawnAt = 0;
    this.redraw = () => {
      const width = Math.floor(place.clientWidth);
      if (!width || width === drawnAt) return;
      drawnAt = width;
      place.replaceChildren(drawChart(groups, series, title, width, open));
    };
    requestAnimationFrame(() => this.redraw());
    const save = (word: Word, run: (chart: SVGSVGElement, name: string) => void): HTMLElement =>
      h("button", { type: "button", text: say(word), onclick: () => run(place.querySelector("svg")!, title) });
    const saves = h("div", { class: "saves" }, save("savePng", (chart, name) => void saveChartPng(chart, name)), save("saveSvg", saveChartSvg));
    return h("figure", {}, h("figcaption", {}, h("h2", { text: title }), saves, chartKey(series)), place);
  }

  /** The chart's data as a table. */
  private twin(subject: Node, series: Series): HTMLElement {
    const openRow = ({ edge }: Figure): void => this.app.open({ kind: "edge", index: edge.index });
    const look = { column: "year", order: "ascending" as const, words: "" };
    this.table = new TableView({ title: chartTitle(this.app.graph, subject, series), columns: twinColumns(openRow), rows: series.figures, look, openRow });
    return h("details", { class: "twin", open: true }, h("summary", { text: say("chartData") }), this.table.root);
  }
}

function twinColumns(open: (figure: Figure) => void): Column<Figure>[] {
  return [
    { name: "year", heading: say("columnYear"), value: ({ year }) => (year ? Number(year) : null) },
    { name: "whose", heading: say("columnWhose"), value: ({ whose }) => whose.label },
    { name: "program", heading: say("columnProgram"), value: ({ program }) => program.label },
    { name: "figure", heading: say("columnFigure"), value: amount, parts: (figure) => [{ text: amount(figure), open: () => open(figure) }], key: ({ value }) => value },
    { name: "period", heading: say("columnPeriod"), value: when },
    { name: "confidence", heading: say("confidence"), value: ({ edge }) => edge.confidence, parts: ({ edge }) => [{ text: edge.confidence.toFixed(2) }] },
  ];
}
