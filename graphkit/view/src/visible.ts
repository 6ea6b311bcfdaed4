// Which nodes and edges are shown: filters, then focus, then as many as the limit allows, the best connected first.

import type { Edge, Graph } from "./model.js";
import { distances } from "./paths.js";
import { nodesWithin } from "./regions.js";
import { START, type State } from "./state.js";

export interface Visible {
  nodes: number[];
  edges: number[];
  /** Of these, one for each line that is drawn, and how many edges it stands for. */
  lines: number[];
  weights: number[];
  isShown: Uint8Array;
  /** How many nodes pass the filters, whatever the limit. */
  passing: number;
}

/** What passes the filters, before the limit: one byte for each node and edge. */
export interface Passing {
  nodes: Uint8Array;
  /** Edges between passing nodes. */
  edges: Uint8Array;
  /** Edges that pass by themselves, whatever their ends. */
  told: Uint8Array;
}

type Filters = Pick<
  State,
  "hiddenTypes" | "hiddenRelations" | "region" | "since" | "until" | "minConfidence" | "minArticles" | "isolated" | "hidden"
>;

const year = (date: string): number => Number(date.slice(0, 4));

/** Whether an edge is told within the years; one without a date only where no years are asked for. */
function inTime(edge: Edge, since: number | null, until: number | null): boolean {
  if (since === null && until === null) return true;
  if (!edge.first && !edge.last) return false;
  const first = year(edge.first || edge.last);
  const last = year(edge.last || edge.first);
  return last >= (since ?? -Infinity) && first <= (until ?? Infinity);
}

export function passing(graph: Graph, filters: Filters): Passing {
  const nodes = new Uint8Array(graph.nodes.length).fill(1);
  const edges = new Uint8Array(graph.edges.length);
  const near = filters.region === null ? null : nodesWithin(graph, filters.region);
  for (const { index, type } of graph.nodes) {
    if (filters.hiddenTypes.has(type) || filters.hidden.has(index) || (near && !near[index])) nodes[index] = 0;
  }
  const told = new Uint8Array(graph.edges.length);
  const tied = new Uint8Array(graph.nodes.length);
  for (const edge of graph.edges) {
    if (edge.confidence < filters.minConfidence || edge.articles < filters.minArticles || filters.hiddenRelations.has(edge.type)) continue;
    if (!inTime(edge, filters.since, filters.until)) continue;
    told[edge.index] = 1;
    if (nodes[edge.head] && nodes[edge.tail]) edges[edge.index] = tied[edge.head] = tied[edge.tail] = 1;
  }
  if (!filters.isolated) for (let index = 0; index < nodes.length; index++) nodes[index]! &= tied[index]!;
  return { nodes, edges, told };
}

/** How many passing edges each node has. */
export function degrees(graph: Graph, { edges }: Passing): Uint32Array {
  const found = new Uint32Array(graph.nodes.length);
  for (const edge of graph.edges) {
    if (!edges[edge.index]) continue;
    found[edge.head]! += 1;
    found[edge.tail]! += 1;
  }
  return found;
}

/**
 * The passing nodes in an order of which every beginning hangs together: from the best connected node on, always the best connected
 * neighbour of what is already there; then the next part.
 */
export function ranking(graph: Graph, pass: Passing): number[] {
  const degree = degrees(graph, pass);
  const all: number[] = [];
  for (let index = 0; index < degree.length; index++) if (pass.nodes[index]) all.push(index);
  all.sort((a, b) => degree[b]! - degree[a]! || a - b);
  const place = new Uint32Array(graph.nodes.length);
  all.forEach((index, at) => (place[index] = at));
  const parts: number[][] = [];
  const seen = new Uint8Array(graph.nodes.length);
  for (const start of all) {
    if (seen[start]) continue;
    seen[start] = 1;
    parts.push(grown(graph, pass, start, place, seen));
  }
  return parts.sort((a, b) => b.length - a.length).flat();
}

/** The part about a node, best connected neighbours first. */
function grown(graph: Graph, pass: Passing, start: number, place: Uint32Array, seen: Uint8Array): number[] {
  const heap = new Heap(place);
  heap.push(start);
  const part: number[] = [];
  for (let here = heap.pop(); here !== undefined; here = heap.pop()) {
    part.push(here);
    for (const number of graph.nodes[here]!.edges) {
      if (!pass.edges[number]) continue;
      const other = graph.other(graph.edges[number]!, here);
      if (!seen[other]) {
        seen[other] = 1;
        heap.push(other);
      }
    }
  }
  return part;
}

/** A binary heap of node numbers, the one of the least rank first. */
class Heap {
  private readonly items: number[] = [];

  constructor(private readonly rank: Uint32Array) {}

  push(item: number): void {
    const { items, rank } = this;
    let at = items.push(item) - 1;
    while (at > 0 && rank[items[(at - 1) >> 1]!]! > rank[item]!) {
      items[at] = items[(at - 1) >> 1]!;
      at = (at - 1) >> 1;
    }
    items[at] = item;
  }

  pop(): number | undefined {
    const { items, rank } = this;
    const top = items[0];
    const last = items.pop();
    if (last === undefined || !items.length) return top;
    let at = 0;
    for (let child = 1; child < items.length; child = 2 * at + 1) {
      if (child + 1 < items.length && rank[items[child + 1]!]! < rank[items[child]!]!) child += 1;
      if (rank[items[child]!]! >= rank[last]!) break;
      items[at] = items[child]!;
      at = child;
    }
    items[at] = last;
    return top;
  }
}

/** The passing nodes within the steps of the focus, the nearest first and of these the best connected. */
function focused(graph: Graph, pass: Passing, order: number[], focus: NonNullable<State["focus"]>): number[] {
  const away = distances(graph, pass, focus.node, focus.direction, focus.steps);
  return order.filter((index) => away[index]! >= 0).sort((a, b) => away[a]! - away[b]!);
}

/** What a state shows of a graph. `always` are nodes that are shown whatever the filters say: what is selected, or on a path. */
export class Selector {
  private key: unknown[] = [];
  private pass: Passing = { nodes: new Uint8Array(0), edges: new Uint8Array(0), told: new Uint8Array(0) };
  private order: number[] = [];

  constructor(private readonly graph: Graph) {}

  /** What passes the filters of a state; kept until a filter changes. */
  passing(state: State): Passing {
    this.update(state);
    return this.pass;
  }

  private update(state: State): void {
    const { hiddenTypes, hiddenRelations, region, since, until, minConfidence, minArticles, isolated, hidden } = state;
    const key = [hiddenTypes, hiddenRelations, region, since, until, minConfidence, minArticles, isolated, hidden];
    if (this.key.length && key.every((value, at) => value === this.key[at])) return;
    this.key = key;
    this.pass = passing(this.graph, state);
    this.order = ranking(this.graph, this.pass);
  }

  show(state: State, always: Iterable<number> = []): Visible {
    this.update(state);
    const { graph, pass } = this;
    const isShown = new Uint8Array(graph.nodes.length);
    const order = state.focus ? focused(graph, pass, this.order, state.focus) : this.order;
    for (const index of order.slice(0, state.limit)) isShown[index] = 1;
    for (const index of [...state.pinned, ...always, ...(state.focus ? [state.focus.node] : [])])
      if (!state.hidden.has(index)) isShown[index] = 1;
    return collected(graph, pass, isShown, order.length);
  }

  /** All passing nodes that `wanted` accepts. */
  showAll(state: State, wanted: (index: number) => boolean): Visible {
    this.update(state);
    const isShown = new Uint8Array(this.graph.nodes.length);
    for (const index of this.order) if (wanted(index)) isShown[index] = 1;
    return collected(this.graph, this.pass, isShown, 0);
  }
}

function collected(graph: Graph, pass: Passing, isShown: Uint8Array, count: number): Visible {
  const nodes: number[] = [];
  for (let index = 0; index < isShown.length; index++) if (isShown[index]) nodes.push(index);
  const edges: number[] = [];
  for (const edge of graph.edges) if (pass.told[edge.index] && isShown[edge.head] && isShown[edge.tail]) edges.push(edge.index);
  return { nodes, edges, ...linesOf(graph, edges), isShown, passing: count };
}

function linesOf(graph: Graph, edges: readonly number[]): Pick<Visible, "lines" | "weights"> {
  const weights = new Map<number, [edge: number, weight: number]>();
  for (const index of edges) {
    const { line } = graph.edges[index]!;
    const known = weights.get(line);
    if (known) known[1] += 1;
    else weights.set(line, [index, 1]);
  }
  return { lines: Array.from(weights.values(), ([edge]) => edge), weights: Array.from(weights.values(), ([, weight]) => weight) };
}

/** How many nodes open well in a view of this size, where names take room: of the largest part, if it is one to begin with. */
export function opening(graph: Graph, width: number, height: number): number {
  const most = Math.round(Math.min(300, Math.max(60, (width * height) / 3200)) / 10) * 10;
  const pass = passing(graph, START);
  const [best] = ranking(graph, pass);
  const part = best === undefined ? 0 : distances(graph, pass, best).reduce((sum, away) => sum + Number(away >= 0), 0);
  return part >= 40 ? Math.min(most, part) : most;
}
