// Regions as a tree: how many nodes lie in each, and which nodes belong to one.

import type { Graph, Region } from "./model.js";

export interface Branch {
  region: Region;
  /** Nodes in the region and below it. */
  count: number;
  below: Branch[];
}

/** The regions that have nodes, as a tree, in the order of their codes. */
export function regionTree(graph: Graph): Branch[] {
  const counts = new Uint32Array(graph.regions.length);
  for (const node of graph.nodes) for (let at = node.region; at >= 0; at = graph.regions[at]!.above) counts[at]! += 1;
  const branches = graph.regions.map((region): Branch => ({ region, count: counts[region.index]!, below: [] }));
  const top: Branch[] = [];
  for (const branch of branches) {
    if (!branch.count) continue;
    (branch.region.above < 0 ? top : branches[branch.region.above]!.below).push(branch);
  }
  const sort = (list: Branch[]): Branch[] => list.sort((a, b) => a.region.code.localeCompare(b.region.code));
  branches.forEach(({ below }) => sort(below));
  return sort(top);
}

/** Which regions are, or lie in, one: a region stands behind the one above it. */
function regionsWithin(graph: Graph, outer: number): Uint8Array {
  const within = new Uint8Array(graph.regions.length);
  for (const { index, above } of graph.regions) if (index === outer || (above >= 0 && within[above])) within[index] = 1;
  return within;
}

/** Nodes that lie in a region, and those without one (people, programs, honours) that are tied to such a node. */
export function nodesWithin(graph: Graph, region: number): Uint8Array {
  const within = regionsWithin(graph, region);
  const found = new Uint8Array(graph.nodes.length);
  for (const node of graph.nodes) if (node.region >= 0 && within[node.region]) found[node.index] = 1;
  const inside = found.slice();
  for (const edge of graph.edges) {
    if (inside[edge.head] && graph.nodes[edge.tail]!.region < 0) found[edge.tail] = 1;
    if (inside[edge.tail] && graph.nodes[edge.head]!.region < 0) found[edge.head] = 1;
  }
  return found;
}
