// The columns of the tables: nodes, edges, the figures of a body by program and year, the officials of a body by post.

import { told, when } from "./amounts.js";
import type { Column, Part, Value } from "./columns.js";
import { byNode, figureOf, type Figure } from "./figures.js";
import type { Edge, Graph, Node } from "./model.js";
import { icon } from "./shapes.js";
import { currentLanguage, label, say } from "./strings.js";

export type Open = (kind: "node" | "edge", index: number) => void;

const named = (graph: Graph, node: Node, open: Open): Part => {
  const type = graph.data.types[node.type];
  const part: Part = { text: node.label, open: () => open("node", node.index) };
  return type ? { ...part, icon: () => icon(type.shape, type.color) } : part;
};

function nodeColumn<Row>(name: string, heading: string, graph: Graph, of: (row: Row) => Node, open: Open): Column<Row> {
  return { name, heading, value: (row) => of(row).label, parts: (row) => [named(graph, of(row), open)] };
}

/** The names of a node's region and those above it: 陕西省商洛市. */
export const regionName = (graph: Graph, node: Node): string =>
  graph
    .regionChain(node.region)
    .map(({ name }) => name)
    .join("");

/** The visible nodes; `degrees` counts the visible edges of each. */
export function nodeColumns(graph: Graph, degrees: ReadonlyMap<number, number>, open: Open): Column<Node>[] {
  return [
    nodeColumn("name", say("columnName"), graph, (node: Node) => node, open),
    { name: "type", heading: say("columnType"), value: ({ type }) => label(graph.data.types[type], type) },
    { name: "region", heading: say("columnRegion"), value: (node) => regionName(graph, node) },
    { name: "names", heading: say("otherNames"), value: ({ names }) => names.join("、") },
    { name: "degree", heading: say("columnDegree"), value: ({ index }) => degrees.get(index) ?? 0 },
    { name: "mentions", heading: say("columnMentions"), value: ({ mentions }) => mentions },
    { name: "articles", heading: say("columnArticles"), value: ({ articles }) => articles },
  ];
}

/** How many of some edges each node has. */
export function degreesOf(graph: Graph, edges: readonly number[]): Map<number, number> {
  const degrees = new Map<number, number>();
  for (const index of edges) {
    const { head, tail } = graph.edges[index]!;
    for (const end of new Set([head, tail])) degrees.set(end, (degrees.get(end) ?? 0) + 1);
  }
  return degrees;
}

/** What an edge tells beside its ends: the post, or the figure and its period. */
export function detailOf(graph: Graph, edge: Edge): string {
  const figure = figureOf(graph, edge);
  if (!figure) return `${edge.facts.status ?? ""}${edge.facts.title ?? ""}`;
  const period = edge.facts.period ? when(figure) : "";
  return [told(figure, graph.data.kinds), period].filter(Boolean).join(currentLanguage() === "zh" ? "，" : ", ");
}

export function edgeColumns(graph: Graph, open: Open): Column<Edge>[] {
  const relation = (edge: Edge): string => label(graph.data.relations[edge.type], edge.type);
  return [
    nodeColumn("head", say("columnHead"), graph, ({ head }: Edge) => graph.nodes[head]!, open),
    { name: "relation", heading: say("columnRelation"), value: relation, parts: (edge) => [{ text: relation(edge), open: () => open("edge", edge.index) }] },
    nodeColumn("tail", say("columnTail"), graph, ({ tail }: Edge) => graph.nodes[tail]!, open),
    { name: "detail", heading: say("columnDetail"), value: (edge) => detailOf(graph, edge) },
    ...seenColumns<Edge>((edge) => edge),
  ];
}

function seenColumns<Row>(of: (row: Row) => Edge): Column<Row>[] {
  return [
    { name: "first", heading: say("columnFirst"), value: (row) => of(row).first },
    { name: "last", heading: say("columnLast"), value: (row) => of(row).last },
    { name: "confidence", heading: say("confidence"), value: (row) => of(row).confidence, parts: (row) => [{ text: of(row).confidence.toFixed(2) }] },
    { name: "articles", heading: say("columnArticles"), value: (row) => of(row).articles },
  ];
}

/** A row of the figures table: the figures of one program (or, for a program, of one body), by year. */
export interface FigureRow {
  node: Node;
  years: Map<string, Figure[]>;
}

/** Figures of one kind and unit stand together, the untold kind last. */
function byKind(one: Figure, two: Figure): number {
  const key = ({ kind, unit, counter, cumulative }: Figure): string => [kind || "~", unit, counter, cumulative].join("~");
  return key(one) < key(two) ? -1 : key(one) > key(two) ? 1 : one.value - two.value;
}

/** The rows of a node's figures, the node with most figures first, and the years that occur; "" stands for no year. */
export function figureRows(node: Node, figures: readonly Figure[]): { rows: FigureRow[]; years: string[] } {
  const groups = byNode(figures, node.type === "PROGRAM" ? "whose" : "program");
  const rows = groups
    .sort((a, b) => b.figures.length - a.figures.length)
    .map((group): FigureRow => {
      const years = new Map<string, Figure[]>();
      for (const figure of group.figures.sort(byKind)) years.set(figure.year, [...(years.get(figure.year) ?? []), figure]);
      return { node: group.by as Node, years };
    });
  const years = [...new Set(figures.map(({ year }) => year))].sort((a, b) => (a || "9999").localeCompare(b || "9999"));
  return { rows, years };
}

export function figureColumns(graph: Graph, years: readonly string[], heading: string, open: Open): Column<FigureRow>[] {
  const cell = (figure: Figure): Part => ({ text: told(figure, graph.data.kinds), open: () => open("edge", figure.edge.index) });
  return [
    nodeColumn("program", heading, graph, (row: FigureRow) => row.node, open),
    ...years.map((year): Column<FigureRow> => {
      const parts = (row: FigureRow): Part[] => (row.years.get(year) ?? []).map(cell);
      const value = (row: FigureRow): Value => parts(row).map(({ text }) => text).join("；");
      return { name: `year-${year || "none"}`, heading: year || say("noYear"), value, parts, key: null };
    }),
  ];
}

/** The posts held at a body, by rank, those of one rank by time. */
export function postsAt(graph: Graph, body: Node, isWanted: (edge: Edge) => boolean = () => true): Edge[] {
  const edges = body.edges.map((index) => graph.edges[index]!).filter((edge) => edge.type === "HOLDS" && edge.tail === body.index && isWanted(edge));
  const time = ({ first }: Edge): string => first || "9999";
  return edges.sort((a, b) => rank(a) - rank(b) || time(a).localeCompare(time(b)) || a.index - b.index);
}

const rank = ({ facts }: Edge): number => facts.rank ?? 1e6;

export function postColumns(graph: Graph, rows: readonly Edge[], open: Open): Column<Edge>[] {
  const post = ({ facts }: Edge): string => facts.title ?? "";
  return [
    nodeColumn("person", say("columnPerson"), graph, ({ head }: Edge) => graph.nodes[head]!, open),
    { name: "post", heading: say("columnPost"), value: post, parts: (edge) => [{ text: post(edge), open: () => open("edge", edge.index) }], key: rank },
    ...(rows.some(({ facts }) => facts.status) ? [{ name: "status", heading: say("columnStatus"), value: ({ facts }: Edge) => facts.status ?? "" }] : []),
    ...seenColumns<Edge>((edge) => edge),
  ];
}

