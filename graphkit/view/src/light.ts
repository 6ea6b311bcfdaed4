// What stands out: the neighbourhood of what is pointed at or selected, or the paths that were asked for.

import type { Lit } from "./compose.js";
import type { Graph } from "./model.js";
import { edgesBetween, type Paths } from "./paths.js";
import type { Selection, State } from "./state.js";
import type { Passing, Visible } from "./visible.js";

export function lighting(
  graph: Graph,
  visible: Visible,
  pass: Passing,
  hover: Selection,
  { selection, focus }: Pick<State, "selection" | "focus">,
  paths: Paths | null,
): Lit | null {
  const ringed = selection?.kind === "node" ? [selection.index] : [];
  if (hover) return { ...around(graph, visible, hover), ringed, dims: true };
  // In focus, all that is shown is about the selected node: nothing needs to step back.
  if (selection?.kind === "node" && selection.index === focus?.node)
    return { nodes: new Set([selection.index]), edges: new Set(), ringed, dims: false };
  if (selection) return { ...around(graph, visible, selection), ringed, dims: true };
  return paths?.paths.length ? alongPaths(graph, pass, paths) : null;
}

function around(graph: Graph, visible: Visible, { kind, index }: NonNullable<Selection>): Pick<Lit, "nodes" | "edges"> {
  if (kind === "edge") {
    const { head, tail } = graph.edges[index]!;
    return { nodes: shown(visible, [head, tail]), edges: new Set([graph.edges[index]!.line]) };
  }
  const near = graph.nodes[index]!.edges.map((number) => graph.edges[number]!).filter(
    ({ head, tail }) => visible.isShown[head] && visible.isShown[tail],
  );
  const drawn = new Set(visible.lines);
  const edges = near.filter((edge) => drawn.has(edge.index));
  return {
    nodes: shown(visible, [index, ...edges.flatMap(({ head, tail }) => [head, tail])]),
    edges: new Set(edges.map((edge) => edge.index)),
  };
}

const shown = (visible: Visible, nodes: number[]): Set<number> => new Set(nodes.filter((node) => visible.isShown[node]));

function alongPaths(graph: Graph, pass: Passing, { paths }: Paths): Lit {
  const edges = new Set<number>();
  for (const path of paths) {
    path.forEach((node, at) => {
      const next = path[at + 1];
      if (next !== undefined) for (const edge of edgesBetween(graph, pass, node, next)) edges.add(edge.index);
    });
  }
  const [first] = paths;
  return { nodes: new Set(paths.flat()), edges, ringed: [first![0]!, first!.at(-1)!], dims: true };
}
