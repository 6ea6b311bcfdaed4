// Steps away from a node, and all shortest paths between two nodes.

import type { Edge, Graph } from "./model.js";
import type { Direction } from "./state.js";
import type { Passing } from "./visible.js";

/** Steps from a node to every other one over passing edges; -1 where it is farther than `most`, or cannot be reached. */
export function distances(graph: Graph, pass: Passing, start: number, direction: Direction = "both", most = Infinity): Int32Array {
  const away = new Int32Array(graph.nodes.length).fill(-1);
  away[start] = 0;
  let here = [start];
  for (let step = 1; step <= most && here.length; step++) {
    const next: number[] = [];
    for (const node of here) {
      for (const number of graph.nodes[node]!.edges) {
        const edge = graph.edges[number]!;
        const other = graph.other(edge, node);
        if (away[other] !== -1 || !pass.edges[number] || !leads(graph, edge, node, direction)) continue;
        away[other] = step;
        next.push(other);
      }
    }
    here = next;
  }
  return away;
}

function leads(graph: Graph, edge: Edge, from: number, direction: Direction): boolean {
  if (direction === "both" || graph.data.relations[edge.type]?.symmetric) return true;
  return (direction === "along") === (edge.head === from);
}

export interface Paths {
  /** Each path as its nodes, from start to end. */
  paths: number[][];
  /** Whether there are more than were asked for. */
  more: boolean;
}

/** All shortest paths between two nodes, whichever way the edges lead: at most `cap`, those over better known nodes first. */
export function shortestPaths(graph: Graph, pass: Passing, from: number, to: number, cap: number): Paths {
  const away = distances(graph, pass, to);
  if (away[from] === -1) return { paths: [], more: false };
  const found: number[][] = [];
  const path = [from];
  const walk = (): boolean => {
    const here = path.at(-1)!;
    if (here === to) return found.push([...path]) > cap;
    for (const next of nearer(graph, pass, away, here)) {
      path.push(next);
      const isFull = walk();
      path.pop();
      if (isFull) return true;
    }
    return false;
  };
  const more = walk();
  return { paths: found.slice(0, cap), more };
}

function nearer(graph: Graph, pass: Passing, away: Int32Array, here: number): number[] {
  const next = new Set<number>();
  for (const number of graph.nodes[here]!.edges) {
    const other = graph.other(graph.edges[number]!, here);
    if (pass.edges[number] && away[other] === away[here]! - 1) next.add(other);
  }
  return [...next].sort((a, b) => graph.nodes[b]!.edges.length - graph.nodes[a]!.edges.length || a - b);
}

/** The passing edges between two neighbours. */
export function edgesBetween(graph: Graph, pass: Passing, one: number, two: number): Edge[] {
  return graph.nodes[one]!.edges.map((number) => graph.edges[number]!).filter(
    (edge) => pass.edges[edge.index] && graph.other(edge, one) === two,
  );
}
