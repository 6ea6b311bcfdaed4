// The graph made of the page's data: nodes and edges as objects, evidence and whole articles read when first asked for.

import type { Details, EvidenceData, Facts, PageData, TextData } from "./data.js";

export interface Node {
  index: number;
  id: string;
  label: string;
  type: string;
  /** Other names and short forms. */
  names: string[];
  initials: string[];
  x: number;
  y: number;
  size: number;
  /** Number of its region, -1 for none. */
  region: number;
  /** How its name was completed or known. */
  reason: string;
  mentions: number;
  articles: number;
  details: Details;
  edges: number[];
}

export interface Edge {
  index: number;
  id: string;
  head: number;
  tail: number;
  type: string;
  /** What it tells beside its ends, in Chinese, in a bracket; empty for most. */
  detail: string;
  facts: Facts;
  confidence: number;
  /** Dates between which it is told: ISO, empty where no article has one. */
  first: string;
  last: string;
  articles: number;
  /** How many sentences say it. */
  sentences: number;
  /** Number of the first edge of its type that leads from its head to its tail: they are drawn as one line. */
  line: number;
  /** Which of several lines between the same two nodes its line is, counted about zero: how far it bends. */
  bend: number;
}

export interface Region {
  index: number;
  code: string;
  name: string;
  /** Number of the region above, -1 for a province. */
  above: number;
  lon: number | null;
  lat: number | null;
  approximate: boolean;
}

export interface Article {
  index: number;
  title: string;
  byline: string;
  paper: string;
  date: string;
  path: string;
}

export type Span = [start: number, end: number];

/** A sentence that says an edge; an end that only the context tells has no span. */
export interface Evidence {
  sentence: string;
  head: Span | null;
  tail: Span | null;
  article: Article;
  confidence: number;
  headReason: string;
  tailReason: string;
}

export interface Mention {
  start: number;
  end: number;
  node: number;
}

export interface Text {
  article: Article;
  text: string;
  mentions: Mention[];
}

/** What is read only when asked for: each function gives the parsed element. */
export interface Lazy {
  evidence: () => EvidenceData;
  texts: () => TextData;
}

export class Graph {
  readonly nodes: Node[];
  readonly edges: Edge[];
  readonly regions: Region[];
  readonly articles: Article[];
  private readonly nodeNumbers: Map<string, number>;
  private readonly edgeNumbers: Map<string, number>;
  private evidenceData: EvidenceData | null = null;
  private textData: TextData | null = null;

  constructor(
    readonly data: PageData,
    private readonly lazy: Lazy = { evidence: () => ({ sentences: [], reasons: [], rows: [] }), texts: () => ({}) },
  ) {
    this.nodes = nodesOf(data);
    this.edges = edgesOf(data);
    this.regions = data.regions.map(([code, name, above, lon, lat, approximate], index) => ({
      index,
      code,
      name,
      above,
      lon,
      lat,
      approximate: Boolean(approximate),
    }));
    this.articles = data.articles.map(([title, byline, paper, date, path], index) => ({ index, title, byline, paper, date, path }));
    for (const edge of this.edges) {
      this.nodes[edge.head]!.edges.push(edge.index);
      if (edge.tail !== edge.head) this.nodes[edge.tail]!.edges.push(edge.index);
    }
    spreadParallel(this.edges);
    this.nodeNumbers = new Map(data.nodes.id.map((id, index) => [id, index]));
    this.edgeNumbers = new Map(data.edges.id.map((id, index) => [id, index]));
  }

  node(id: string): Node | undefined {
    return this.nodes[this.nodeNumbers.get(id) ?? -1];
  }

  edge(id: string): Edge | undefined {
    return this.edges[this.edgeNumbers.get(id) ?? -1];
  }

  /** The end of an edge that is not this node. */
  other(edge: Edge, node: number): number {
    return edge.head === node ? edge.tail : edge.head;
  }

  /** All edges that are drawn as one line with this one, itself among them. */
  alike(edge: Edge): Edge[] {
    return this.nodes[edge.head]!.edges.map((index) => this.edges[index]!).filter(({ line }) => line === edge.line);
  }

  /** All sentences that say an edge, the surest first. */
  evidence(edge: Edge): Evidence[] {
    this.evidenceData ??= this.lazy.evidence();
    const { sentences, reasons, rows } = this.evidenceData;
    const row = rows[edge.index] ?? [];
    const found: Evidence[] = [];
    for (let at = 0; at + 8 < row.length; at += 9) {
      const [sentence, article, head, headEnd, tail, tailEnd, confidence, headReason, tailReason] = row.slice(at, at + 9) as Nine;
      found.push({
        sentence: sentences[sentence]!,
        head: head < 0 ? null : [head, headEnd],
        tail: tail < 0 ? null : [tail, tailEnd],
        article: this.articles[article]!,
        confidence: confidence / 100,
        headReason: reasons[headReason]!,
        tailReason: reasons[tailReason]!,
      });
    }
    return found;
  }

  /** Whether whole articles can be read. */
  get hasTexts(): boolean {
    return Object.keys(this.texts).length > 0;
  }

  /** The whole of an article, where the builder allowed it. */
  text(article: Article): Text | undefined {
    const told = this.texts[article.index];
    if (!told) return undefined;
    const [text, flat] = told;
    const mentions: Mention[] = [];
    for (let at = 0; at + 2 < flat.length; at += 3) mentions.push({ start: flat[at]!, end: flat[at + 1]!, node: flat[at + 2]! });
    return { article, text, mentions };
  }

  private get texts(): TextData {
    this.textData ??= this.lazy.texts();
    return this.textData;
  }

  /** The region and those above it, the province first. */
  regionChain(region: number): Region[] {
    const chain: Region[] = [];
    for (let at = region; at >= 0; at = this.regions[at]!.above) chain.unshift(this.regions[at]!);
    return chain;
  }

  /** Where a node is: its region's coordinates in degrees; null where it has none. */
  place(node: Node): { lon: number; lat: number; approximate: boolean } | null {
    const region = this.regions[node.region];
    if (!region || region.lon === null || region.lat === null) return null;
    return { lon: region.lon, lat: region.lat, approximate: region.approximate };
  }
}

type Nine = [number, number, number, number, number, number, number, number, number];

function nodesOf({ nodes, strings }: PageData): Node[] {
  return nodes.id.map((id, index) => ({
    index,
    id,
    label: nodes.label[index]!,
    type: strings[nodes.type[index]!]!,
    names: nodes.names[index]!,
    initials: nodes.initials[index]!.split(" "),
    x: nodes.x[index]!,
    y: nodes.y[index]!,
    size: nodes.size[index]!,
    region: nodes.region[index]!,
    reason: strings[nodes.reason[index]!]!,
    mentions: nodes.mentions[index]!,
    articles: nodes.articles[index]!,
    details: nodes.details[index] ?? {},
    edges: [],
  }));
}

function edgesOf({ edges, strings }: PageData): Edge[] {
  return edges.id.map((id, index) => ({
    index,
    id,
    head: edges.head[index]!,
    tail: edges.tail[index]!,
    type: strings[edges.type[index]!]!,
    detail: strings[edges.detail[index]!]!,
    facts: edges.facts[index] ?? {},
    confidence: edges.confidence[index]! / 100,
    first: strings[edges.first[index]!]!,
    last: strings[edges.last[index]!]!,
    articles: edges.articles[index]!,
    sentences: edges.evidence[index]!,
    line: index,
    bend: 0,
  }));
}

/** Lines between the same two nodes bend apart, so that none lies on another. */
function spreadParallel(edges: Edge[]): void {
  const pairs = new Map<string, Map<string, Edge[]>>();
  for (const edge of edges) {
    const [one, two] = edge.head < edge.tail ? [edge.head, edge.tail] : [edge.tail, edge.head];
    const pair = pairs.get(`${one}-${two}`) ?? new Map<string, Edge[]>();
    pairs.set(`${one}-${two}`, pair);
    const key = `${edge.type} ${edge.head}`;
    const line = pair.get(key);
    if (line) line.push(edge);
    else pair.set(key, [edge]);
  }
  for (const pair of pairs.values()) {
    [...pair.values()].forEach((line, place) => {
      const bend = place - (pair.size - 1) / 2;
      for (const edge of line) {
        edge.line = line[0]!.index;
        edge.bend = edge.head < edge.tail ? bend : -bend;
      }
    });
  }
}
