// What is told beside the pointer.

import { h } from "./dom.js";
import { fact } from "./facts.js";
import type { Graph } from "./model.js";
import type { Selection } from "./state.js";
import { count, label, say } from "./strings.js";

export class Tip {
  constructor(
    private readonly graph: Graph,
    private readonly root: HTMLElement,
  ) {}

  hide(): void {
    this.root.hidden = true;
  }

  /** Tell what is at a place of the stage; nothing where nothing is. */
  show(found: Selection, x: number, y: number): void {
    const { root } = this;
    root.hidden = found === null;
    if (!found) return;
    root.replaceChildren(...(found.kind === "node" ? this.node(found.index) : this.edge(found.index)));
    const { clientWidth, clientHeight } = root.parentElement!;
    root.style.setProperty("--x", `${Math.min(x + 14, clientWidth - root.offsetWidth - 8)}px`);
    root.style.setProperty("--y", `${Math.min(y + 16, clientHeight - root.offsetHeight - 8)}px`);
  }

  private node(index: number): HTMLElement[] {
    const node = this.graph.nodes[index]!;
    const told = [label(this.graph.data.types[node.type]), say("degree", { n: count(node.edges.length) })];
    return [h("strong", { text: node.label }), h("span", { text: told.filter(Boolean).join(" · ") })];
  }

  private edge(index: number): HTMLElement[] {
    const edge = this.graph.edges[index]!;
    const [head, tail] = [this.graph.nodes[edge.head]!.label, this.graph.nodes[edge.tail]!.label];
    const told = [label(this.graph.data.relations[edge.type]), fact(this.graph, edge)];
    return [h("strong", { text: told.filter(Boolean).join(" · ") }), h("span", { text: `${head} → ${tail}` })];
  }
}
