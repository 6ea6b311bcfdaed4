// The view as tables: visible nodes, visible relations, the figures of a body or program, the officials of a body.

import type { App } from "./app.js";
import { h } from "./dom.js";
import { figuresOf } from "./figures.js";
import { degreesOf, edgeColumns, figureColumns, figureRows, nodeColumns, postColumns, postsAt, type Open } from "./listing.js";
import type { Edge, Node } from "./model.js";
import { TABLES, type TableName } from "./state.js";
import { count, say, type Word } from "./strings.js";
import { chosen, filtered, nothing, picker, withFigures, withPosts, type Subject } from "./subjects.js";
import { TableView, type TableLook, type TableOptions } from "./tables.js";
import type { Visible } from "./visible.js";

const HEADINGS: Record<TableName, Word> = { nodes: "nodes", edges: "relations", figures: "tableFigures", posts: "tablePosts" };
const LOOKS: Record<TableName, TableLook> = {
  nodes: { column: "degree", order: "descending", words: "" },
  edges: { column: "articles", order: "descending", words: "" },
  figures: { column: "", order: "ascending", words: "" },
  posts: { column: "post", order: "ascending", words: "" },
};

export class TableMode {
  /** How the reader has left each table. */
  private readonly looks = structuredClone(LOOKS);
  private shown: Pick<TableView<unknown>, "markCurrent" | "fill"> | null = null;
  private made: unknown[] = [];
  private visible: Visible;

  constructor(
    private readonly app: App,
    private readonly host: HTMLElement,
  ) {
    this.visible = app.visible;
    window.addEventListener("beforeprint", () => this.shown?.fill());
  }

  /** Show the tables of the present state; what has not changed stays as it is. */
  update(): void {
    const { store, visible, passing } = this.app;
    const { table, subject, language } = store.now;
    if (!isSame(this.visible, visible)) this.visible = visible;
    const needs = [table, language, this.visible, passing, subject];
    if (this.made.length && needs.every((value, place) => value === this.made[place])) {
      this.shown?.markCurrent();
      return;
    }
    this.made = needs;
    this.shown = null;
    const kept = this.host.contains(document.activeElement) ? document.activeElement?.id : "";
    this.host.replaceChildren(this.tabs(table), h("div", { class: "tab-panel", role: "tabpanel", "aria-labelledby": `tab-${table}` }, ...this.content(table)));
    if (kept) document.getElementById(kept)?.focus();
  }

  private tabs(now: TableName): HTMLElement {
    const { nodes, edges } = this.visible;
    const numbers: Partial<Record<TableName, number>> = { nodes: nodes.length, edges: edges.length };
    const go = (table: TableName): void => {
      this.app.store.go({ table });
      document.getElementById(`tab-${table}`)?.focus();
    };
    const tabs = TABLES.map((name) => {
      const number = numbers[name];
      const amount = number === undefined ? null : h("span", { class: "count", text: count(number) });
      const marks = { "aria-selected": String(name === now), tabindex: name === now ? 0 : -1 };
      return h("button", { type: "button", role: "tab", id: `tab-${name}`, ...marks, onclick: () => go(name) }, say(HEADINGS[name]), amount);
    });
    const onkeydown = (event: Event): void => {
      const step = { ArrowRight: 1, ArrowLeft: -1 }[(event as KeyboardEvent).key];
      if (step) go(TABLES[(TABLES.indexOf(now) + step + TABLES.length) % TABLES.length]!);
    };
    return h("div", { class: "tabs", role: "tablist", "aria-label": say("table"), onkeydown }, ...tabs);
  }

  private content(name: TableName): HTMLElement[] {
    const { graph } = this.app;
    const { nodes, edges } = this.visible;
    const open: Open = (kind, index) => this.app.open({ kind, index });
    const note = this.rest();
    const openEdge = ({ index }: Edge): void => open("edge", index);
    if (name === "nodes") {
      const rows = nodes.map((index) => graph.nodes[index]!);
      const columns = nodeColumns(graph, degreesOf(graph, edges), open);
      return [this.table(name, { title: say("nodes"), columns, rows, note, openRow: ({ index }) => open("node", index), isCurrent: this.isNode })];
    }
    if (name === "edges") {
      const rows = edges.map((index) => graph.edges[index]!);
      return [this.table(name, { title: say("relations"), columns: edgeColumns(graph, open), rows, note, openRow: openEdge, isCurrent: this.isEdge })];
    }
    return name === "figures" ? this.figures(open) : this.posts(open);
  }

  /** What says that not all nodes are shown, and shows them. */
  private rest(): HTMLElement | null {
    const { graph } = this.app;
    const n = this.visible.nodes.length;
    if (n >= graph.nodes.length) return null;
    const text = say("shownNodes", { n: count(n), all: count(graph.nodes.length) });
    const all = h("button", { type: "button", class: "link", id: "all-rows", text: say("all"), onclick: () => this.app.all() });
    return h("p", { class: "rest" }, h("span", { text }), all);
  }

  private readonly isNode = ({ index }: Node): boolean => this.isSelected("node", index);
  private readonly isEdge = ({ index }: Edge): boolean => this.isSelected("edge", index);
  private readonly isWanted = ({ index }: Edge): boolean => this.app.passing.told[index] === 1;

  private isSelected(kind: "node" | "edge", index: number): boolean {
    const { selection } = this.app.store.now;
    return selection?.kind === kind && selection.index === index;
  }

  private figures(open: Open): HTMLElement[] {
    const { graph } = this.app;
    const found = withFigures(graph, this.isWanted);
    const subject = this.subject(found);
    if (!subject) return [nothing("noFigures")];
    const figures = figuresOf(graph, subject, this.isWanted);
    const { rows, years } = figureRows(subject, figures);
    const heading = say(subject.type === "PROGRAM" ? "columnWhose" : "columnProgram");
    const title = `${subject.label} ${say("tableFigures")}`;
    const left = filtered(figures.length, figuresOf(graph, subject).length);
    return [this.choices(found, subject, left), this.table("figures", { title, columns: figureColumns(graph, years, heading, open), rows })];
  }

  private posts(open: Open): HTMLElement[] {
    const { graph } = this.app;
    const found = withPosts(graph, this.isWanted);
    const body = this.subject(found);
    if (!body) return [nothing("noPosts")];
    const rows = postsAt(graph, body, this.isWanted);
    const title = `${body.label} ${say("tablePosts")}`;
    const left = filtered(rows.length, postsAt(graph, body).length);
    const openRow = ({ index }: Edge): void => open("edge", index);
    return [this.choices(found, body, left), this.table("posts", { title, columns: postColumns(graph, rows, open), rows, openRow, isCurrent: this.isEdge })];
  }

  private subject(found: readonly Subject[]): Node | undefined {
    const { subject, selection } = this.app.store.now;
    return chosen(found, [subject, selection?.kind === "node" ? selection.index : null], ["UNION", "ORG"]);
  }

  private choices(found: readonly Subject[], now: Node, left: HTMLElement | null): HTMLElement {
    return h("div", { class: "choices" }, picker(this.app.graph, found, now, (subject) => this.app.store.go({ subject })), left);
  }

  private table<Row>(name: TableName, options: Omit<TableOptions<Row>, "look">): HTMLElement {
    const view = new TableView({ ...options, look: this.looks[name] });
    this.shown = view;
    return view.root;
  }
}

function isSame(one: Visible, two: Visible): boolean {
  const equal = (a: number[], b: number[]): boolean => a.length === b.length && a.every((value, place) => value === b[place]);
  return one === two || (equal(one.nodes, two.nodes) && equal(one.edges, two.edges));
}
