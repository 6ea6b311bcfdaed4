// What the user has chosen: one object that is never changed but replaced, with its way back and forward.

import type { Language } from "./strings.js";

export type Mode = "graph" | "map" | "table" | "chart";
export type Theme = "auto" | "light" | "dark";
export type Direction = "both" | "along" | "against";
export type Selection = { kind: "node" | "edge"; index: number } | null;

/** The tables: nodes and relations that are shown, figures by program and year, officials by post. */
export const TABLES = ["nodes", "edges", "figures", "posts"] as const;
export type TableName = (typeof TABLES)[number];
/** How the bars of a chart are grouped: by year, or by union (of a union's chart: by program). */
export type By = "year" | "node";

export interface Focus {
  node: number;
  steps: number;
  direction: Direction;
}

export interface Path {
  from: number | null;
  to: number | null;
}

export interface Camera {
  x: number;
  y: number;
  zoom: number;
}

export interface State {
  readonly mode: Mode;
  readonly language: Language;
  readonly theme: Theme;
  readonly selection: Selection;
  readonly focus: Focus | null;
  readonly path: Path | null;
  readonly hiddenTypes: ReadonlySet<string>;
  readonly hiddenRelations: ReadonlySet<string>;
  /** Number of the region that nodes must lie in; null for all. */
  readonly region: number | null;
  /** First and last year of what is shown; null for no bound. */
  readonly since: number | null;
  readonly until: number | null;
  readonly minConfidence: number;
  readonly minArticles: number;
  /** Whether nodes without a visible edge are shown. */
  readonly isolated: boolean;
  /** How many nodes are shown at most: the best connected. */
  readonly limit: number;
  readonly hidden: ReadonlySet<number>;
  /** Nodes that are shown whatever the limit. */
  readonly pinned: ReadonlySet<number>;
  /** Whether the map shows all nodes that have a place, not unions alone. */
  readonly everyone: boolean;
  readonly table: TableName;
  /** The node whose figures or officials are told; null for the one of which there is most. */
  readonly subject: number | null;
  /** Which figures a chart shows: the key of a series; empty for the largest. */
  readonly series: string;
  readonly by: By;
  /** Where the view stands; null for the whole. */
  readonly camera: Camera | null;
}

export const START: State = {
  mode: "graph",
  language: "zh",
  theme: "auto",
  selection: null,
  focus: null,
  path: null,
  hiddenTypes: new Set(),
  hiddenRelations: new Set(),
  region: null,
  since: null,
  until: null,
  minConfidence: 0,
  minArticles: 1,
  isolated: false,
  limit: 300,
  hidden: new Set(),
  pinned: new Set(),
  everyone: false,
  table: "nodes",
  subject: null,
  series: "",
  by: "year",
  camera: null,
};

/** A copy of a set with one member more or less. */
export function toggled<T>(set: ReadonlySet<T>, member: T, isIn = !set.has(member)): ReadonlySet<T> {
  const copy = new Set(set);
  if (isIn) copy.add(member);
  else copy.delete(member);
  return copy;
}

/** How a state came about: a new step, a change of the present step, or a move along the steps. */
export type How = "go" | "adjust" | "move";
export type Listener = (now: State, before: State, how: How) => void;

/** Holds the current state. `go` is a step that back undoes; `adjust` (a slider that moves, the camera) is none. */
export class Store {
  private steps: State[];
  private at = 0;
  private readonly listeners: Listener[] = [];

  constructor(start: State) {
    this.steps = [start];
  }

  get now(): State {
    return this.steps[this.at]!;
  }

  /** Which step the state is at. */
  get step(): number {
    return this.at;
  }

  get canGoBack(): boolean {
    return this.at > 0;
  }

  get canGoForward(): boolean {
    return this.at < this.steps.length - 1;
  }

  has(step: number): boolean {
    return step >= 0 && step < this.steps.length;
  }

  subscribe(listener: Listener): void {
    this.listeners.push(listener);
  }

  go(change: Partial<State>): void {
    const before = this.now;
    this.steps = [...this.steps.slice(0, this.at + 1), { ...before, ...change }];
    this.at += 1;
    this.tell(before, "go");
  }

  adjust(change: Partial<State>): void {
    const before = this.now;
    this.steps[this.at] = { ...before, ...change };
    this.tell(before, "adjust");
  }

  back(): void {
    this.moveTo(this.at - 1);
  }

  forward(): void {
    this.moveTo(this.at + 1);
  }

  /** Go to a step; language and look are the reader's, not the view's, and stay as they are. */
  moveTo(step: number): void {
    if (!this.has(step) || step === this.at) return;
    const before = this.now;
    this.at = step;
    this.steps[step] = { ...this.now, language: before.language, theme: before.theme };
    this.tell(before, "move");
  }

  private tell(before: State, how: How): void {
    for (const listener of this.listeners) listener(this.now, before, how);
  }
}
