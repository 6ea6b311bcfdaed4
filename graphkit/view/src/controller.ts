// Holds the page together: from the state to what is shown, lit and told. The parts hear of it; none knows another.

import type { App } from "./app.js";
import { arrange, MOST } from "./arrange.js";
import { locate } from "./map.js";
import { lighting } from "./light.js";
import { ofLayout, type Places } from "./frame.js";
import type { Edge, Graph } from "./model.js";
import { shortestPaths, type Paths } from "./paths.js";
import { CAP } from "./route.js";
import type { Stage } from "./stage.js";
import { toggled, type Direction, type How, type Path, type Selection, type State, type Store } from "./state.js";
import { label, say } from "./strings.js";
import { Selector, type Passing, type Visible } from "./visible.js";

/** Parts of the state that change what is shown. */
const SHOWING = [
  "hiddenTypes",
  "hiddenRelations",
  "region",
  "since",
  "until",
  "minConfidence",
  "minArticles",
  "isolated",
  "limit",
  "hidden",
  "pinned",
  "focus",
  "path",
  "mode",
  "everyone",
  "selection",
] as const satisfies readonly (keyof State)[];

export class Controller implements App {
  visible: Visible;
  passing: Passing;
  paths: Paths | null = null;
  private stage: Stage | null = null;
  private hovered: Selection = null;
  private readonly selector: Selector;
  private readonly listeners: ((visible: Visible) => void)[] = [];
  private readonly layout: Places;

  constructor(
    readonly graph: Graph,
    readonly store: Store,
    readonly announce: (text: string) => void,
  ) {
    this.selector = new Selector(graph);
    this.layout = ofLayout(graph);
    this.passing = this.selector.passing(store.now);
    this.visible = this.find(store.now);
    store.subscribe((now, before, how) => this.update(now, before, how));
  }

  onVisible(listener: (visible: Visible) => void): void {
    this.listeners.push(listener);
  }

  get places(): Places {
    const { mode, focus } = this.store.now;
    if (mode === "map") return locate(this.graph, this.visible.nodes);
    if (focus && this.visible.nodes.length <= MOST) return arrange(this.graph, this.visible, this.layout, focus.node);
    return this.layout;
  }

  /** Give the stage its first picture. */
  mount(stage: Stage): void {
    this.stage = stage;
    stage.onRest = () => this.store.adjust({ camera: stage.camera });
    this.present(this.store.now, false);
  }

  private find(state: State): Visible {
    this.passing = this.selector.passing(state);
    const { from, to } = state.path ?? { from: null, to: null };
    this.paths = from !== null && to !== null && from !== to ? shortestPaths(this.graph, this.passing, from, to, CAP) : null;
    if (state.mode === "map") return this.selector.showAll(state, (index) => this.isOnMap(state, index));
    return this.selector.show(state, this.always(state));
  }

  private isOnMap(state: State, index: number): boolean {
    return isForMap(this.graph, state, index) && this.graph.place(this.graph.nodes[index]!) !== null;
  }

  /** How many nodes the map would show if it were known where they are. */
  get unplaced(): number {
    const { now } = this.store;
    return this.graph.nodes.filter(
      ({ index }) => this.passing.nodes[index] && isForMap(this.graph, now, index) && !this.visible.isShown[index],
    ).length;
  }

  /** Nodes that a state speaks of: they are shown whatever the limit. */
  private always({ selection, path }: State): number[] {
    const found = [path?.from ?? [], path?.to ?? [], ...(this.paths?.paths ?? [])].flat();
    if (selection?.kind === "node") found.push(selection.index);
    if (selection?.kind === "edge") found.push(this.graph.edges[selection.index]!.head, this.graph.edges[selection.index]!.tail);
    return found;
  }

  private update(now: State, before: State, how: How): void {
    if (SHOWING.some((key) => now[key] !== before[key])) {
      const was = this.visible;
      this.visible = this.find(now);
      this.hovered = null;
      const isOther = now.mode !== before.mode || now.focus !== before.focus || now.path !== before.path || how === "move";
      this.present(now, !isOther && now.camera !== null, was);
    }
  }

  /** Show what the state shows: where it stands, or all of it. */
  private present(state: State, stays: boolean, was?: Visible): void {
    const { stage } = this;
    if (stage) {
      if (!was || !sameNodes(was, this.visible) || this.isMapChange(state)) stage.show(this.visible, this.places, state.mode === "map");
      if (!stays) this.settle(state, was !== undefined);
      this.relight();
    }
    for (const listener of this.listeners) listener(this.visible);
  }

  private isMapChange(state: State): boolean {
    return this.stage?.isMap !== (state.mode === "map");
  }

  private settle({ camera }: State, flies: boolean): void {
    if (camera) this.stage?.jump(camera);
    else this.fit(flies && !this.isMapChange(this.store.now));
  }

  /** Show all that matters: the paths, or everything shown. */
  fit(flies = true): void {
    this.stage?.fit(this.paths?.paths.length ? new Set(this.paths.paths.flat()) : this.visible.nodes, flies);
  }

  private relight(): void {
    this.stage?.light(lighting(this.graph, this.visible, this.passing, this.hovered, this.store.now, this.paths));
  }

  hover(selection: Selection): void {
    if (selection?.kind === this.hovered?.kind && selection?.index === this.hovered?.index) return;
    this.hovered = selection;
    this.relight();
  }

  open(selection: Selection, flies = false): void {
    const { path } = this.store.now;
    if (selection?.kind === "node" && path && (path.from === null || path.to === null)) {
      this.setPath(path.from === null ? { ...path, from: selection.index } : { ...path, to: selection.index });
      return;
    }
    this.store.go({ selection, ...(selection?.kind === "node" ? this.kept(selection.index) : {}) });
    if (selection?.kind === "edge") this.reveal(this.graph.edges[selection.index]!);
    if (selection?.kind !== "node") return;
    const { index } = selection;
    const node = this.graph.nodes[index]!;
    this.announce(say("selected", { name: node.label, type: label(this.graph.data.types[node.type]), n: node.edges.length }));
    if (this.visible.isShown[index] && (flies || !this.stage?.sees(index))) this.stage?.flyTo(index);
  }

  /** Bring an edge to be seen of which neither end is. */
  private reveal({ head, tail }: Edge): void {
    const { stage, visible } = this;
    const ends = [head, tail].filter((end) => visible.isShown[end]);
    if (stage && ends.length && !ends.some((end) => stage.sees(end))) stage.fit(ends);
  }

  /** What keeps a node in the picture once it has been opened: it is not hidden and, where it was not shown, pinned. */
  private kept(index: number): Partial<State> {
    const { hidden, pinned, mode } = this.store.now;
    const isPinned = mode === "graph" && !this.visible.isShown[index];
    return {
      ...(hidden.has(index) && { hidden: toggled(hidden, index, false) }),
      ...(isPinned && { pinned: toggled(pinned, index, true) }),
    };
  }

  setPath(path: Path | null): void {
    this.store.go({
      path,
      selection: null,
      focus: null,
      camera: path && path.from !== null && path.to !== null ? null : this.store.now.camera,
    });
  }

  focus(node: number, steps: number, direction: Direction = this.store.now.focus?.direction ?? "both"): void {
    this.store.go({ focus: { node, steps, direction }, path: null, selection: { kind: "node", index: node }, camera: null, mode: "graph" });
  }

  /** Show all passing neighbours of a node. */
  expand(node: number): void {
    const { pinned, hidden } = this.store.now;
    const near = this.graph.nodes[node]!.edges.filter((edge) => this.passing.told[edge]).map((edge) =>
      this.graph.other(this.graph.edges[edge]!, node),
    );
    const added = [...new Set(near)].filter((index) => !this.visible.isShown[index] && !hidden.has(index));
    this.store.go({ pinned: new Set([...pinned, node, ...added]) });
    this.announce(say("expanded", { n: added.length }));
  }

  pin(node: number): void {
    this.store.go({ pinned: toggled(this.store.now.pinned, node) });
  }

  /** Hide a node; no other one comes in its place. */
  hide(node: number): void {
    const { hidden, pinned, focus, limit } = this.store.now;
    this.store.go({
      limit: Math.max(1, limit - 1),
      hidden: toggled(hidden, node, true),
      pinned: toggled(pinned, node, false),
      selection: null,
      focus: focus?.node === node ? null : focus,
    });
  }

  unhide(): void {
    const { hidden, limit } = this.store.now;
    this.store.go({ limit: limit + hidden.size, hidden: new Set() });
  }

  more(): void {
    this.store.go({ limit: this.visible.nodes.length + Math.max(300, this.visible.nodes.length), camera: null });
  }

  all(): void {
    this.store.go({ limit: this.graph.nodes.length, isolated: true, camera: null });
  }
}

/** The map is one of unions; of all that has a place where that is asked for. */
function isForMap(graph: Graph, { everyone }: State, index: number): boolean {
  const node = graph.nodes[index]!;
  return everyone ? node.region >= 0 : node.type === "UNION";
}

function sameNodes(one: Visible, two: Visible): boolean {
  return (
    one.nodes.length === two.nodes.length && one.edges.length === two.edges.length && one.nodes.every((node, at) => node === two.nodes[at])
  );
}
