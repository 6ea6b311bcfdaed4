// Small graphs for tests.

import type { EvidenceData, PageData, TextData } from "./data.js";
import { Graph } from "./model.js";

const look = { zh: "", en: "", color: "#000000", shape: "dot", reverse: "", symmetric: false };

export interface Wanted {
  types?: string[];
  regions?: number[];
  relations?: string[];
  confidence?: number[];
  first?: string[];
  last?: string[];
  articles?: number[];
  evidence?: EvidenceData;
  texts?: TextData;
}

/** A graph of nodes with these labels and edges between their numbers; the regions are 甲省, its 乙市, and 丙省. */
export function graphOf(labels: string[], edges: [number, number][], wanted: Wanted = {}): Graph {
  const strings = [""];
  const number = (text: string): number => (strings.includes(text) ? strings.indexOf(text) : strings.push(text) - 1);
  const all = (value: number): number[] => edges.map(() => value);
  const data: PageData = {
    title: "",
    meta: {},
    types: { UNION: { ...look, zh: "工会", en: "Union" }, ORG: { ...look, zh: "组织", en: "Organisation" } },
    relations: { RUNS: { ...look, zh: "开展", reverse: "开展者" }, HOLDS: { ...look, zh: "任职", reverse: "任职者" } },
    details: {},
    levels: {},
    kinds: {},
    nodes: {
      id: labels.map((_, index) => `n${index}`),
      label: labels,
      type: labels.map((_, index) => number(wanted.types?.[index] ?? "UNION")),
      names: labels.map((label) => [`${label}简称`]),
      initials: labels.map((label) => `${label} ${label}jc`),
      x: labels.map((_, index) => index * 100),
      y: labels.map(() => 0),
      size: labels.map(() => 10),
      region: labels.map((_, index) => wanted.regions?.[index] ?? -1),
      reason: labels.map(() => 0),
      mentions: labels.map(() => 1),
      articles: labels.map(() => 1),
      details: {},
    },
    edges: {
      id: edges.map((_, index) => `e${index}`),
      head: edges.map(([head]) => head),
      tail: edges.map(([, tail]) => tail),
      type: edges.map((_, index) => number(wanted.relations?.[index] ?? "RUNS")),
      detail: all(0),
      confidence: wanted.confidence ?? all(100),
      first: edges.map((_, index) => number(wanted.first?.[index] ?? "")),
      last: edges.map((_, index) => number(wanted.last?.[index] ?? "")),
      articles: wanted.articles ?? all(1),
      facts: {},
      evidence: edges.map((_, index) => (wanted.evidence?.rows[index]?.length ?? 0) / 9),
    },
    regions: [
      ["110000", "甲省", -1, 100, 30, 0],
      ["110100", "乙市", 0, 101, 31, 1],
      ["120000", "丙省", -1, null, null, 0],
    ],
    strings,
    articles: [["题", "记者", "报", "2020-01-01", "a.txt"]],
  };
  const evidence = wanted.evidence ?? { sentences: [], reasons: [], rows: [] };
  return new Graph(data, { evidence: () => evidence, texts: () => wanted.texts ?? {} });
}
