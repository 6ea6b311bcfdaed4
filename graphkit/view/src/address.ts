// The state and the address bar, kept in step: every step is one of the browser's too, so that its own back key works.

import { fromHash, toHash } from "./hash.js";
import type { Graph } from "./model.js";
import type { How, State, Store } from "./state.js";

const LATER = 200;

export class Address {
  /** False where the browser keeps no history for the page, as in a frame of a notebook. */
  private isUsable = true;
  private later = 0;
  /** Whether the address tells the present state, and not one a moment ago. */
  isWritten = true;

  constructor(
    private readonly graph: Graph,
    private readonly store: Store,
    private readonly start: State,
  ) {
    this.write("replaceState", false);
    store.subscribe((now, before, how) => this.follow(how, now, before));
    window.addEventListener("popstate", (event) => this.arrive(event));
  }

  private follow(how: How, now: State, before: State): void {
    window.clearTimeout(this.later);
    if (how === "go") this.write("pushState");
    else if (how === "adjust" && now !== before) {
      this.isWritten = false;
      this.later = window.setTimeout(() => this.write("replaceState"), LATER);
    }
  }

  private write(way: "pushState" | "replaceState", withHash = true): void {
    this.isWritten = true;
    if (!this.isUsable) return;
    const hash = toHash(this.graph, this.store.now, this.start);
    try {
      history[way]({ step: this.store.step }, "", withHash ? `#${hash}` : undefined);
    } catch {
      this.isUsable = false;
    }
  }

  /** The reader went back or forward in the browser, or changed the address. */
  private arrive(event: PopStateEvent): void {
    const step = (event.state as { step?: unknown } | null)?.step;
    if (typeof step === "number" && step !== this.store.step && this.store.has(step)) this.store.moveTo(step);
    else if (typeof step !== "number") {
      this.store.go(fromHash(this.graph, location.hash, this.start));
      this.write("replaceState");
    }
  }

  /** Back (-1) or forward (1), by the browser's history where there is one. */
  move(by: -1 | 1): void {
    if (this.isUsable) history.go(by);
    else this.store.moveTo(this.store.step + by);
  }

  /** A link to the present view. */
  get link(): string {
    return `${location.href.split("#")[0] ?? ""}#${toHash(this.graph, this.store.now, this.start)}`;
  }
}
