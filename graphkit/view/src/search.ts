// Finding nodes by name.

import type { Node } from "./model.js";

export interface Hit {
  node: Node;
  /** The name that matched, where it is not the node's label. */
  by: string;
}

/** Nodes whose label or another name holds the query; whole names first, then beginnings, then the better known. */
export function search(nodes: readonly Node[], query: string, limit = 12): Hit[] {
  const wanted = query.trim().toLowerCase();
  if (!wanted) return [];
  const ranked: { hit: Hit; rank: number }[] = [];
  for (const node of nodes) {
    let best = Infinity;
    let by = "";
    for (const name of [node.label, ...node.names]) {
      const at = name.toLowerCase().indexOf(wanted);
      if (at < 0) continue;
      const rank = (name.length === wanted.length ? 0 : at === 0 ? 1 : 2) + (name === node.label ? 0 : 0.5);
      if (rank < best) {
        best = rank;
        by = name === node.label ? "" : name;
      }
    }
    if (best < Infinity) ranked.push({ hit: { node, by }, rank: best });
  }
  ranked.sort((a, b) => a.rank - b.rank || b.hit.node.edges.length - a.hit.node.edges.length || a.hit.node.index - b.hit.node.index);
  return ranked.slice(0, limit).map((item) => item.hit);
}
