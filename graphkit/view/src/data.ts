// The page's data as graphkit/view/data.py writes it. Columns: the same number in each is the same node or edge. Offsets are UTF-16.

export interface NodeType {
  zh: string;
  en: string;
  color: string;
  shape: string;
}

export interface RelationType {
  zh: string;
  en: string;
  /** The Chinese label read from tail to head. */
  reverse: string;
  color: string;
  symmetric: boolean;
}

/** What is told of a program, an honour or a document. */
export interface Details {
  editions?: string[];
  years?: string[];
  family?: string;
  level?: string;
  giver?: string;
  number?: string;
}

/** What an edge tells beside its ends: of a post, title, rank and status; the rest of figures. `period` is first/last day. */
export interface Facts {
  title?: string;
  /** The place of the title in the order of posts. */
  rank?: number;
  status?: string;
  value?: number;
  to?: number;
  unit?: string;
  kind?: string;
  period?: string;
  precision?: string;
  cumulative?: boolean;
  about?: string;
  part?: boolean;
  counter?: string;
  giver?: string;
  receiver?: string;
}

export interface NodeColumns {
  id: string[];
  label: string[];
  type: number[];
  names: string[][];
  /** The pinyin initials of the label and of each other name, parted by blanks. */
  initials: string[];
  x: number[];
  y: number[];
  size: number[];
  region: number[];
  reason: number[];
  mentions: number[];
  articles: number[];
  details: Record<string, Details>;
}

export interface EdgeColumns {
  id: string[];
  head: number[];
  tail: number[];
  type: number[];
  detail: number[];
  confidence: number[];
  first: number[];
  last: number[];
  articles: number[];
  facts: Record<string, Facts>;
  /** How many sentences say the edge. */
  evidence: number[];
}

export type RegionRow = [code: string, name: string, above: number, lon: number | null, lat: number | null, approximate: number];
export type ArticleRow = [title: string, byline: string, paper: string, date: string, path: string];

export interface PageData {
  title: string;
  meta: Record<string, string>;
  types: Record<string, NodeType>;
  relations: Record<string, RelationType>;
  details: Record<string, string>;
  levels: Record<string, string>;
  kinds: Record<string, { zh: string; en: string }>;
  nodes: NodeColumns;
  edges: EdgeColumns;
  regions: RegionRow[];
  strings: string[];
  articles: ArticleRow[];
}

/** Nine numbers for each sentence of an edge: sentence, article, head start and end, tail start and end, confidence, two reasons. */
export interface EvidenceData {
  sentences: string[];
  reasons: string[];
  rows: number[][];
}

/** By article number: its text, and its mentions as start, end, node, start, end, node … */
export type TextData = Record<string, [text: string, mentions: number[]]>;
