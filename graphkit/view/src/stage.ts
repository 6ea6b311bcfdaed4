// The stage: two canvases, the picture below and what stands out above, so that a click or a hover does not draw everything again.

import { between, fitted, toScreen, zoomedAt, type Size } from "./camera.js";
import { baseItems, LIGHT, litItems, readColors, type Colors, type Lit } from "./compose.js";
import { Frame, type Places } from "./frame.js";
import type { Graph } from "./model.js";
import { corners } from "./map.js";
import { place, type Placed } from "./names.js";
import { paint } from "./paint.js";
import type { Item, Scene } from "./scene.js";
import { sheetItems } from "./sheet.js";
import type { Camera } from "./state.js";
import type { Visible } from "./visible.js";

const REST = 140;
/** Milliseconds: a picture that takes longer to draw is moved as it is while the view moves, and drawn again now and then. */
const SLOW = 40;
const FLIGHT = 380;

/** Room that panels take from the picture, in pixels. */
export interface Inset {
  right: number;
  bottom: number;
}

export class Stage {
  camera: Camera = { x: 0, y: 0, zoom: 1 };
  isMap = false;
  /** Room taken by the panel, asked for when the view is fitted or flies. */
  inset: () => Inset = () => ({ right: 0, bottom: 0 });
  /** Called when the camera has come to rest. */
  onRest: () => void = () => undefined;
  private size: Size = { width: 1, height: 1 };
  private colors: Colors;
  private frameNow: Frame | null = null;
  private names: Placed[] = [];
  private lit: Lit | null = null;
  private order: number[] = [];
  private isMoving = false;
  private wants = { base: false, lit: false, queued: false };
  private resting = 0;
  /** What was fitted last, until the view is moved: it is fitted again to another size, as when tables and charts have hidden the stage. */
  private kept: (() => void) | null = null;
  private flight = 0;
  /** The last drawing of the picture: where the camera stood, when it was done, how long it took. */
  private drawn = { camera: this.camera, at: 0, took: 0 };

  constructor(
    readonly graph: Graph,
    private readonly base: HTMLCanvasElement,
    private readonly above: HTMLCanvasElement,
    private visible: Visible,
    private places: Places,
  ) {
    this.colors = readColors();
    this.resize();
    new ResizeObserver(() => this.resize()).observe(base.parentElement!);
  }

  private resize(): void {
    const ratio = window.devicePixelRatio || 1;
    const { clientWidth: width, clientHeight: height } = this.base.parentElement!;
    this.size = { width: Math.max(1, width), height: Math.max(1, height) };
    for (const canvas of [this.base, this.above]) {
      canvas.width = Math.round(width * ratio);
      canvas.height = Math.round(height * ratio);
    }
    this.place();
    this.kept?.();
    // At once: a canvas that has been resized is empty until it is drawn.
    this.draw();
  }

  /** What is shown and where. */
  show(visible: Visible, places: Places, isMap: boolean): void {
    this.visible = visible;
    this.places = places;
    this.isMap = isMap;
    this.order = [...visible.nodes].sort((a, b) => this.graph.nodes[b]!.size - this.graph.nodes[a]!.size || a - b);
    this.place();
    this.redraw();
  }

  light(lit: Lit | null): void {
    this.lit = lit;
    this.wants.lit = true;
    this.queue();
  }

  recolor(): void {
    this.colors = readColors();
    this.redraw();
  }

  /** Forget where things stand, and find places for names anew. */
  private place(): void {
    this.frameNow = null;
    this.names = [];
  }

  get frame(): Frame {
    return (this.frameNow ??= new Frame(this.graph, this.visible, this.size, this.camera, this.places));
  }

  redraw(): void {
    this.wants.base = this.wants.lit = true;
    this.queue();
  }

  private queue(): void {
    if (this.wants.queued) return;
    this.wants.queued = true;
    requestAnimationFrame(() => {
      this.wants.queued = false;
      this.draw();
    });
  }

  private draw(): void {
    if (this.isMoving && this.drawn.took > SLOW && performance.now() - this.drawn.at < 5 * this.drawn.took) {
      this.shift();
      return;
    }
    if (this.wants.base || !this.frameNow) {
      const start = performance.now();
      if (!this.names.length) this.names = place(this.frame, this.order, this.free);
      this.paintOn(this.base, this.baseItems(), this.colors.ground);
      const drawn = (this.drawn = { camera: this.camera, at: start, took: this.drawn.took });
      // The browser paints after the script has told it what to: the next frame says when it was done.
      requestAnimationFrame((now) => {
        drawn.at = now;
        drawn.took = now - start;
      });
    }
    if (this.wants.base || this.wants.lit) this.paintOn(this.above, this.litItems());
    for (const canvas of [this.base, this.above]) canvas.style.transform = "";
    this.wants.base = this.wants.lit = false;
  }

  /** Move the picture as it was drawn to where the camera stands now. */
  private shift(): void {
    const { x, y, zoom } = this.drawn.camera;
    const { camera } = this;
    const transform = `translate(${(x - camera.x) * camera.zoom}px, ${(y - camera.y) * camera.zoom}px) scale(${camera.zoom / zoom})`;
    for (const canvas of [this.base, this.above]) canvas.style.transform = transform;
  }

  private baseItems(colors = this.colors): Item[] {
    return [
      ...(this.isMap ? sheetItems(this.frame, this.names, colors) : []),
      ...baseItems(this.frame, this.names, this.isMap, this.isMoving, colors),
    ];
  }

  private litItems(colors = this.colors): Item[] {
    if (!this.lit) return [];
    const ringed = new Set(this.lit.ringed);
    const first = (index: number): number => Number(ringed.has(index));
    const order = [...this.lit.nodes].sort((a, b) => first(b) - first(a) || this.graph.nodes[b]!.size - this.graph.nodes[a]!.size || a - b);
    return litItems(this.frame, this.lit, place(this.frame, order, this.free, ringed), this.isMap, colors);
  }

  private paintOn(canvas: HTMLCanvasElement, items: Item[], ground = ""): void {
    const context = canvas.getContext("2d")!;
    const ratio = window.devicePixelRatio || 1;
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    context.clearRect(0, 0, this.size.width, this.size.height);
    if (ground) {
      context.fillStyle = ground;
      context.fillRect(0, 0, this.size.width, this.size.height);
    }
    paint(context, items, this.size);
  }

  /** The picture as it stands beside the panel, in light colours, for saving and printing. */
  scene(): Scene {
    return { ...this.free, ground: LIGHT.ground, items: [...this.baseItems(LIGHT), ...this.litItems(LIGHT)] };
  }

  /** Where a node is on the screen, from the stage's corner. */
  at(index: number): { x: number; y: number; radius: number } {
    const { x, y, radius } = this.frame;
    return { x: x[index]!, y: y[index]!, radius: radius[index]! };
  }

  /** The shown node nearest to another one in a direction; the best connected where there is no other one. */
  nearest(from: number | null, dx: number, dy: number): number | null {
    if (from === null || !this.visible.isShown[from]) return this.order[0] ?? null;
    const { x, y } = this.frame;
    let found: number | null = null;
    let least = Infinity;
    for (const index of this.visible.nodes) {
      const [right, down] = [x[index]! - x[from]!, y[index]! - y[from]!];
      const ahead = right * dx + down * dy;
      const aside = Math.abs(right * dy - down * dx);
      if (index === from || ahead <= 0 || aside > 1.2 * ahead) continue;
      const away = Math.hypot(right, down) + aside;
      if (away < least) [found, least] = [index, away];
    }
    return found;
  }

  private move(camera: Camera): void {
    this.camera = camera;
    this.frameNow = null;
    this.isMoving = true;
    window.clearTimeout(this.resting);
    this.resting = window.setTimeout(() => this.rest(), REST);
    this.redraw();
  }

  private rest(): void {
    // A slow machine takes longer for a frame of a flight than the view needs to rest.
    if (this.flight) return;
    this.isMoving = false;
    this.place();
    this.redraw();
    this.onRest();
  }

  pan(dx: number, dy: number): void {
    this.stop();
    const { x, y, zoom } = this.camera;
    this.move({ x: x - dx / zoom, y: y - dy / zoom, zoom });
  }

  zoom(factor: number, x = this.size.width / 2, y = this.size.height / 2): void {
    this.stop();
    this.move(zoomedAt(this.camera, this.size, factor, x, y));
  }

  private stop(): void {
    cancelAnimationFrame(this.flight);
    this.flight = 0;
    this.kept = null;
  }

  /** Whether the view stands still and is drawn as it stands. */
  get isAtRest(): boolean {
    return !this.flight && !this.isMoving && !this.wants.queued;
  }

  /** What the panel leaves free. */
  private get free(): Size {
    const { right, bottom } = this.inset();
    return { width: this.size.width - right, height: this.size.height - bottom };
  }

  /** The camera that shows these nodes beside what the panel takes. */
  private cameraFor(nodes: Iterable<number>, nearest: number): Camera {
    const { right, bottom } = this.inset();
    const points = Array.from(nodes, (index): [number, number] => [this.places.x[index]!, this.places.y[index]!]);
    if (!points.length && this.isMap) points.push(...corners());
    const camera = fitted(points, this.free, nearest);
    return { zoom: camera.zoom, x: camera.x + right / 2 / camera.zoom, y: camera.y + bottom / 2 / camera.zoom };
  }

  /** Show all of these nodes; at once, or in flight. */
  fit(nodes: Iterable<number> = this.visible.nodes, flies = true): void {
    const camera = this.cameraFor(nodes, this.isMap ? 2.2 : 1.4);
    if (flies) this.fly(camera);
    else this.jump(camera);
    this.kept = () => this.fit(nodes, false);
  }

  /** Bring a node to the middle of what the panel leaves free, near enough to be read. */
  flyTo(index: number): void {
    const zoom = Math.max(this.camera.zoom, this.isMap ? 0.8 : 0.9);
    const { right, bottom } = this.inset();
    this.fly({ zoom, x: this.places.x[index]! + right / 2 / zoom, y: this.places.y[index]! + bottom / 2 / zoom });
  }

  /** Whether a node stands where it can be seen. */
  sees(index: number): boolean {
    const [x, y] = toScreen(this.camera, this.size, this.places.x[index]!, this.places.y[index]!);
    const { right, bottom } = this.inset();
    return x > 30 && y > 30 && x < this.size.width - right - 30 && y < this.size.height - bottom - 40;
  }

  jump(camera: Camera): void {
    this.stop();
    this.camera = camera;
    this.place();
    this.redraw();
  }

  private fly(to: Camera): void {
    this.stop();
    if (window.matchMedia("(prefers-reduced-motion: reduce)").matches) return this.move(to);
    const from = this.camera;
    const start = performance.now();
    const step = (now: number): void => {
      const part = Math.min(1, Math.max(0, (now - start) / FLIGHT));
      this.move(between(from, to, part));
      this.flight = part < 1 ? requestAnimationFrame(step) : 0;
    };
    this.flight = requestAnimationFrame(step);
  }
}
