// The page's data as graphkit.view.data writes it, and the graph made of it.

export type Span = [number, number] | 0;
export type EvidenceRow = [sentence: string, head: Span, tail: Span, article: number, headReason: string, tailReason: string];
export type NodeRow = [id: string, label: string, type: string, names: string[], x: number, y: number, size: number, articles: number];
export type EdgeRow = [head: number, tail: number, type: string, detail: string, confidence: number, first: string, last: string, evidence: EvidenceRow[]];

export interface NodeType {
  zh: string;
  en: string;
  color: string;
  shape: string;
}

export interface RelationType {
  zh: string;
  en: string;
  reverse: string;
  color: string;
}

export interface PageData {
  title: string;
  meta: Record<string, string>;
  types: Record<string, NodeType>;
  relations: Record<string, RelationType>;
  nodes: NodeRow[];
  edges: EdgeRow[];
  articles: [title: string, paper: string, date: string, path: string][];
}

export interface Node {
  index: number;
  id: string;
  label: string;
  type: string;
  names: string[];
  x: number;
  y: number;
  size: number;
  articles: number;
  edges: number[];
}

export interface Edge {
  index: number;
  head: number;
  tail: number;
  type: string;
  detail: string;
  confidence: number;
  first: string;
  last: string;
  evidence: EvidenceRow[];
  /** Which of several edges between the same two nodes this is, counted about zero: how far it bends. */
  bend: number;
}

export interface Graph {
  data: PageData;
  nodes: Node[];
  edges: Edge[];
}

export function buildGraph(data: PageData): Graph {
  const nodes = data.nodes.map(
    ([id, label, type, names, x, y, size, articles], index): Node => ({ index, id, label, type, names, x, y, size, articles, edges: [] }),
  );
  const edges = data.edges.map(
    ([head, tail, type, detail, confidence, first, last, evidence], index): Edge => ({
      index, head, tail, type, detail, confidence, first, last, evidence, bend: 0,
    }),
  );
  for (const edge of edges) {
    nodes[edge.head]!.edges.push(edge.index);
    if (edge.tail !== edge.head) nodes[edge.tail]!.edges.push(edge.index);
  }
  spreadParallel(edges);
  return { data, nodes, edges };
}

/** Edges between the same two nodes bend apart, so that none lies on another. */
function spreadParallel(edges: Edge[]): void {
  const groups = new Map<string, Edge[]>();
  for (const edge of edges) {
    const key = edge.head < edge.tail ? `${edge.head}-${edge.tail}` : `${edge.tail}-${edge.head}`;
    const group = groups.get(key);
    if (group) group.push(edge);
    else groups.set(key, [edge]);
  }
  for (const group of groups.values()) {
    group.forEach((edge, place) => {
      const bend = place - (group.length - 1) / 2;
      edge.bend = edge.head < edge.tail ? bend : -bend;
    });
  }
}
