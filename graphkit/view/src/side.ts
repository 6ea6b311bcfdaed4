// The panel beside the graph: a node, a relation, or paths; whichever the state asks for.

import { ArticleDrawer } from "./article.js";
import type { Controller } from "./controller.js";
import { byId, drawn, h } from "./dom.js";
import { edgePanel, nodePanel } from "./panel.js";
import { routePanel, type RouteCalls } from "./route.js";
import type { Index } from "./search.js";
import type { State } from "./state.js";
import { say } from "./strings.js";

export class Side {
  private shown: unknown[] = [];
  private readonly calls: RouteCalls;
  readonly article: ArticleDrawer;

  constructor(
    private readonly controller: Controller,
    private readonly index: Index,
    readonly panel: HTMLElement,
  ) {
    const { store } = controller;
    this.article = new ArticleDrawer(controller.graph, byId("article"), (index) => this.openMention(index));
    this.calls = {
      open: (selection) => controller.open(selection),
      look: (view) => store.go(view),
      filterRegion: (region) => store.go({ region }),
      focus: (node, steps) => controller.focus(node, steps),
      expand: (node) => controller.expand(node),
      pin: (node) => controller.pin(node),
      hide: (node) => controller.hide(node),
      findPath: (node) => {
        controller.setPath({ from: node, to: null });
        this.panel.querySelector("input")?.focus();
      },
      isPinned: (node) => store.now.pinned.has(node),
      setPath: (path) => controller.setPath(path),
      announce: controller.announce,
      read: ({ article, sentence }) => this.article.open(article, sentence),
    };
  }

  /** A click on a mention opens its node; where the article takes the whole screen, it makes room. */
  private openMention(index: number): void {
    if (window.matchMedia("(max-width: 760px)").matches) this.article.close();
    this.controller.open({ kind: "node", index });
  }

  /** Show what the state asks for; what is shown already stays as the reader left it. */
  show(state: State): void {
    const { selection, path } = state;
    const wanted = [
      selection,
      selection ? null : this.controller.paths,
      selection ? null : path,
      state.language,
      selection?.kind === "node" && state.pinned.has(selection.index),
      selection && path,
    ];
    if (this.shown.length && wanted.every((value, at) => value === this.shown[at])) return;
    const isSame = this.shown.length > 0 && selection !== null && selection === this.shown[0] && state.language === this.shown[3];
    const { scrollTop } = this.panel;
    this.shown = wanted;
    this.panel.hidden = !selection && !path;
    this.panel.replaceChildren(this.bar(state), ...this.content(state));
    this.panel.scrollTop = isSame ? scrollTop : 0;
  }

  private bar({ selection, path }: State): HTMLElement {
    const { store } = this.controller;
    const close = h(
      "button",
      {
        type: "button",
        class: "icon close",
        "aria-label": say("close"),
        title: say("close"),
        onclick: () => store.go(selection && !path ? { selection: null } : { selection: null, path: null }),
      },
      drawn("close"),
    );
    const back =
      selection &&
      path &&
      h("button", { type: "button", class: "link", text: `‹ ${say("backToPath")}`, onclick: () => store.go({ selection: null }) });
    return h("div", { class: "panel-bar" }, back, close);
  }

  private content(state: State): HTMLElement[] {
    const { graph, paths, passing } = this.controller;
    const { selection, path } = state;
    if (selection?.kind === "node") return nodePanel(graph, graph.nodes[selection.index]!, this.calls);
    if (selection) return edgePanel(graph, graph.edges[selection.index]!, this.calls);
    if (!path) return [];
    const found = paths ?? (path.from !== null && path.from === path.to ? { paths: [], more: false } : null);
    return routePanel(graph, this.index, path, found, passing, this.calls);
  }

  /** Bring the keyboard into the panel. */
  enter(): void {
    if (!this.panel.hidden) this.panel.querySelector<HTMLElement>(".actions button, button.node, input")?.focus();
  }
}
