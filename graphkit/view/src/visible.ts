// Which nodes and edges are shown.

import type { Graph } from "./model.js";

export interface Filters {
  hiddenTypes: ReadonlySet<string>;
  hiddenRelations: ReadonlySet<string>;
  /** How many nodes are shown at most: the best connected ones, and those asked for. */
  limit: number;
  /** Nodes that are shown whatever the limit. */
  pinned: ReadonlySet<number>;
}

export interface Visible {
  nodes: number[];
  edges: number[];
  isShown: Uint8Array;
}

export interface Ranking {
  /** All nodes: the largest part first, in each part the best connected first. */
  order: number[];
  /** How many of them make a start that is connected and legible. */
  opening: number;
}

export function ranking(graph: Graph, most: number): Ranking {
  const component = components(graph);
  const sizes = new Map<number, number>();
  for (const part of component) sizes.set(part, (sizes.get(part) ?? 0) + 1);
  const size = (index: number): number => sizes.get(component[index]!)!;
  const order = graph.nodes
    .map((node) => node.index)
    .sort((a, b) => size(b) - size(a) || component[a]! - component[b]! || graph.nodes[b]!.edges.length - graph.nodes[a]!.edges.length || a - b);
  const connected = order.filter((index) => size(index) > 2).length;
  return { order, opening: Math.min(most, connected || order.length) };
}

function components(graph: Graph): Int32Array {
  const part = new Int32Array(graph.nodes.length).fill(-1);
  for (const node of graph.nodes) {
    if (part[node.index] !== -1) continue;
    const stack = [node.index];
    part[node.index] = node.index;
    while (stack.length) {
      const here = graph.nodes[stack.pop()!]!;
      for (const number of here.edges) {
        const edge = graph.edges[number]!;
        const other = edge.head === here.index ? edge.tail : edge.head;
        if (part[other] === -1) {
          part[other] = node.index;
          stack.push(other);
        }
      }
    }
  }
  return part;
}

export function visible(graph: Graph, order: readonly number[], filters: Filters): Visible {
  const isShown = new Uint8Array(graph.nodes.length);
  const nodes: number[] = [];
  for (const [place, index] of order.entries()) {
    const pinned = filters.pinned.has(index);
    if (!pinned && (place >= filters.limit || filters.hiddenTypes.has(graph.nodes[index]!.type))) continue;
    isShown[index] = 1;
    nodes.push(index);
  }
  const edges = graph.edges
    .filter((edge) => isShown[edge.head] && isShown[edge.tail] && !filters.hiddenRelations.has(edge.type))
    .map((edge) => edge.index);
  return { nodes, edges, isShown };
}
