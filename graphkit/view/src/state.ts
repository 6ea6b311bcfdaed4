// What the user has chosen: one object that is never changed but replaced, with its way back and forward.

import type { Language } from "./strings.js";

export type Mode = "graph" | "map" | "table" | "chart";
export type Theme = "auto" | "light" | "dark";
export type Direction = "both" | "along" | "against";
export type Selection = { kind: "node" | "edge"; index: number } | null;

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
  isolated: true,
  limit: 300,
  hidden: new Set(),
  pinned: new Set(),
  camera: null,
};

/** A copy of a set with one member more or less. */
export function toggled<T>(set: ReadonlySet<T>, member: T, isIn = !set.has(member)): ReadonlySet<T> {
  const copy = new Set(set);
  if (isIn) copy.add(member);
  else copy.delete(member);
  return copy;
}

export type Listener = (now: State, before: State) => void;

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

  get canGoBack(): boolean {
    return this.at > 0;
  }

  get canGoForward(): boolean {
    return this.at < this.steps.length - 1;
  }

  subscribe(listener: Listener): void {
    this.listeners.push(listener);
  }

  go(change: Partial<State>): void {
    const before = this.now;
    this.steps = [...this.steps.slice(Math.max(0, this.at - 199), this.at + 1), { ...before, ...change }];
    this.at = this.steps.length - 1;
    this.tell(before);
  }

  adjust(change: Partial<State>): void {
    const before = this.now;
    this.steps[this.at] = { ...before, ...change };
    this.tell(before);
  }

  back(): void {
    this.move(-1);
  }

  forward(): void {
    this.move(1);
  }

  private move(by: number): void {
    const before = this.now;
    const to = Math.min(this.steps.length - 1, Math.max(0, this.at + by));
    if (to === this.at) return;
    this.at = to;
    // Language and look are the reader's, not the view's: they stay as they are.
    this.steps[to] = { ...this.now, language: before.language, theme: before.theme };
    this.tell(before);
  }

  private tell(before: State): void {
    for (const listener of this.listeners) listener(this.now, before);
  }
}
