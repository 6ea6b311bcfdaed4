// The figures of programs: which belong in one chart, and in which order.

import { compareWords } from "./columns.js";
import type { Edge, Graph, Node } from "./model.js";

export type About = "" | "over" | "under" | "about";

export interface Figure {
  edge: Edge;
  program: Node;
  /** The body or region whose figure it is. */
  whose: Node;
  value: number;
  /** The upper end of a range; null where one number is told. */
  to: number | null;
  unit: string;
  counter: string;
  kind: string;
  about: About;
  cumulative: boolean;
  /** The year in which its period ends, else that of the first article; empty where neither is told. */
  year: string;
}

/** Figures of one kind and unit, all cumulative or none: those that one axis can show. */
export interface Series {
  key: string;
  kind: string;
  unit: string;
  counter: string;
  cumulative: boolean;
  figures: Figure[];
}

export interface Group {
  /** What its figures have in common: a year, or a node. */
  by: string | Node;
  figures: Figure[];
}

const ABOUT: readonly string[] = ["over", "under", "about"];

/** The figure that an edge tells; null where it tells none. */
export function figureOf(graph: Graph, edge: Edge): Figure | null {
  const { value, to, unit = "", counter = "", kind = "", about = "", cumulative = false, period = "" } = edge.facts;
  if (edge.type !== "FIGURE" || value === undefined) return null;
  return {
    edge, value, unit, counter, kind, cumulative,
    program: graph.nodes[edge.tail]!,
    whose: graph.nodes[edge.head]!,
    to: to ?? null,
    about: ABOUT.includes(about) ? (about as About) : "",
    year: (period.slice(-10) || edge.first).slice(0, 4),
  };
}

/** The figures of a program and of those that are part of it, or of a body or region, as far as their edges are wanted. */
export function figuresOf(graph: Graph, node: Node, isWanted: (edge: Edge) => boolean = () => true): Figure[] {
  const members = node.edges.map((index) => graph.edges[index]!).filter((edge) => edge.type === "PART_OF" && edge.tail === node.index);
  const nodes = [node, ...members.map((edge) => graph.nodes[edge.head]!).filter(({ type }) => type === node.type && type === "PROGRAM")];
  const edges = new Set(nodes.flatMap((each) => each.edges).sort((a, b) => a - b));
  return [...edges].flatMap((index) => {
    const edge = graph.edges[index]!;
    return (isWanted(edge) && figureOf(graph, edge)) || [];
  });
}

/** Figures apart by kind, unit, counting word and whether they are cumulative; the largest series first. */
export function seriesOf(figures: readonly Figure[]): Series[] {
  const found = new Map<string, Series>();
  for (const figure of figures) {
    const { kind, unit, counter, cumulative } = figure;
    const key = [kind, unit, counter, cumulative ? "sum" : ""].join("~");
    const series = found.get(key);
    if (series) series.figures.push(figure);
    else found.set(key, { key, kind, unit, counter, cumulative, figures: [figure] });
  }
  return [...found.values()].sort((a, b) => b.figures.length - a.figures.length || (a.key < b.key ? -1 : 1));
}

function grouped<Item, Key>(items: readonly Item[], key: (item: Item) => Key): Map<Key, Item[]> {
  const groups = new Map<Key, Item[]>();
  for (const item of items) {
    const group = groups.get(key(item));
    if (group) group.push(item);
    else groups.set(key(item), [item]);
  }
  return groups;
}

const byTime = (one: Figure, two: Figure): number =>
  compareWords(one.year || "9999", two.year || "9999") || compareWords(one.edge.facts.period ?? "", two.edge.facts.period ?? "") || one.value - two.value;

/** Figures by year, those of no year last; within a year by whose they are. No two are summed or averaged. */
export function byYear(figures: readonly Figure[]): Group[] {
  const ordered = [...figures].sort((a, b) => compareWords(a.whose.label, b.whose.label) || compareWords(a.program.label, b.program.label) || byTime(a, b));
  const groups = grouped(ordered, (figure) => figure.year);
  const years = [...groups.keys()].sort((a, b) => (a || "9999").localeCompare(b || "9999"));
  return years.map((year) => ({ by: year, figures: groups.get(year)! }));
}

/** Figures by one of their two ends, the group with the largest value first; within a group by time. */
export function byNode(figures: readonly Figure[], end: "whose" | "program"): Group[] {
  const groups = grouped([...figures].sort(byTime), (figure) => figure[end]);
  const most = (group: Group): number => Math.max(...group.figures.map((figure) => figure.to ?? figure.value));
  const found = [...groups].map(([by, members]): Group => ({ by, figures: members }));
  return found.sort((a, b) => most(b) - most(a) || a.figures[0]!.edge.index - b.figures[0]!.edge.index);
}
