// Drawing the visible part on a canvas: edges below, nodes above, labels where there is room.

import type { Edge, Graph, Node } from "./model.js";
import { trace } from "./shapes.js";
import type { Visible } from "./visible.js";

export interface Camera {
  x: number;
  y: number;
  zoom: number;
}

export interface Selection {
  node: number | null;
  edge: number | null;
}

interface Colors {
  ink: string;
  ground: string;
  accent: string;
}

const LABEL = '13px "PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif';

export class Drawing {
  camera: Camera = { x: 0, y: 0, zoom: 1 };
  visible: Visible = { nodes: [], edges: [], isShown: new Uint8Array(0) };
  selection: Selection = { node: null, edge: null };
  private readonly context: CanvasRenderingContext2D;
  private queued = false;
  private readonly widths = new Map<string, number>();

  constructor(
    private readonly graph: Graph,
    private readonly canvas: HTMLCanvasElement,
  ) {
    this.context = canvas.getContext("2d")!;
    this.resize();
    new ResizeObserver(() => this.resize()).observe(canvas);
  }

  private resize(): void {
    const ratio = window.devicePixelRatio || 1;
    const { width, height } = this.canvas.getBoundingClientRect();
    this.canvas.width = Math.round(width * ratio);
    this.canvas.height = Math.round(height * ratio);
    this.redraw();
  }

  redraw(): void {
    if (this.queued) return;
    this.queued = true;
    requestAnimationFrame(() => {
      this.queued = false;
      this.draw();
    });
  }

  get size(): [number, number] {
    const ratio = window.devicePixelRatio || 1;
    return [this.canvas.width / ratio, this.canvas.height / ratio];
  }

  /** Show all visible nodes. */
  fit(nodes: readonly number[] = this.visible.nodes): void {
    if (!nodes.length) return;
    const xs = nodes.map((index) => this.graph.nodes[index]!.x);
    const ys = nodes.map((index) => this.graph.nodes[index]!.y);
    const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
    const [width, height] = this.size;
    this.camera = {
      x: (left + right) / 2,
      y: (top + bottom) / 2,
      zoom: Math.min(width / (right - left + 160), height / (bottom - top + 120), 1.6),
    };
    this.redraw();
  }

  flyTo(node: number): void {
    const { x, y } = this.graph.nodes[node]!;
    this.camera = { x, y, zoom: Math.max(this.camera.zoom, 1) };
    this.redraw();
  }

  toScreen(x: number, y: number): [number, number] {
    const [width, height] = this.size;
    return [(x - this.camera.x) * this.camera.zoom + width / 2, (y - this.camera.y) * this.camera.zoom + height / 2];
  }

  toWorld(x: number, y: number): [number, number] {
    const [width, height] = this.size;
    return [(x - width / 2) / this.camera.zoom + this.camera.x, (y - height / 2) / this.camera.zoom + this.camera.y];
  }

  radius(node: Node): number {
    return Math.max(2, node.size * Math.min(1.2, Math.sqrt(this.camera.zoom)));
  }

  private colors(): Colors {
    const style = getComputedStyle(document.documentElement);
    const read = (name: string): string => style.getPropertyValue(name).trim();
    return { ink: read("--ink"), ground: read("--ground"), accent: read("--accent") };
  }

  private draw(): void {
    const context = this.context;
    const ratio = window.devicePixelRatio || 1;
    const [width, height] = this.size;
    const colors = this.colors();
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    context.fillStyle = colors.ground;
    context.fillRect(0, 0, width, height);
    this.drawEdges(colors);
    this.drawNodes(colors);
    this.drawLabels(colors, width, height);
  }

  /** Start, control point and end of an edge on the screen. */
  curve(edge: Edge): [number, number, number, number, number, number] {
    const head = this.graph.nodes[edge.head]!;
    const tail = this.graph.nodes[edge.tail]!;
    const [x0, y0] = this.toScreen(head.x, head.y);
    const [x1, y1] = this.toScreen(tail.x, tail.y);
    const length = Math.hypot(x1 - x0, y1 - y0) || 1;
    const shift = edge.bend * Math.min(36, length / 3);
    return [x0, y0, (x0 + x1) / 2 - ((y1 - y0) / length) * shift, (y0 + y1) / 2 + ((x1 - x0) / length) * shift, x1, y1];
  }

  private drawEdges(colors: Colors): void {
    const { node, edge: chosen } = this.selection;
    const groups = new Map<string, Path2D>();
    const bright = new Map<string, Path2D>();
    for (const index of this.visible.edges) {
      const edge = this.graph.edges[index]!;
      const lit = index === chosen || edge.head === node || edge.tail === node;
      const target = lit ? bright : groups;
      let path = target.get(edge.type);
      if (!path) target.set(edge.type, (path = new Path2D()));
      const [x0, y0, cx, cy, x1, y1] = this.curve(edge);
      path.moveTo(x0, y0);
      if (edge.bend) path.quadraticCurveTo(cx, cy, x1, y1);
      else path.lineTo(x1, y1);
      if (lit || this.visible.edges.length < 1500) this.arrow(path, edge, cx, cy, x1, y1);
    }
    const dim = node !== null || chosen !== null;
    this.stroke(groups, dim ? 0.12 : 0.38, 1, colors);
    this.stroke(bright, 0.95, 1.8, colors);
  }

  private stroke(groups: Map<string, Path2D>, alpha: number, width: number, colors: Colors): void {
    this.context.globalAlpha = alpha;
    this.context.lineWidth = width;
    for (const [type, path] of groups) {
      this.context.strokeStyle = this.graph.data.relations[type]?.color ?? colors.ink;
      this.context.stroke(path);
    }
    this.context.globalAlpha = 1;
  }

  private arrow(path: Path2D, edge: Edge, cx: number, cy: number, x1: number, y1: number): void {
    const angle = Math.atan2(y1 - cy, x1 - cx);
    const distance = this.radius(this.graph.nodes[edge.tail]!) + 2;
    const [tipX, tipY] = [x1 - distance * Math.cos(angle), y1 - distance * Math.sin(angle)];
    for (const side of [-0.45, 0.45]) {
      path.moveTo(tipX, tipY);
      path.lineTo(tipX - 6 * Math.cos(angle + side), tipY - 6 * Math.sin(angle + side));
    }
  }

  private drawNodes(colors: Colors): void {
    const near = this.neighbours();
    const groups = new Map<string, Path2D>();
    for (const index of this.visible.nodes) {
      const node = this.graph.nodes[index]!;
      const key = `${node.type} ${near && !near.has(index) ? 0.25 : 1}`;
      let path = groups.get(key);
      if (!path) groups.set(key, (path = new Path2D()));
      const [x, y] = this.toScreen(node.x, node.y);
      trace(path, this.graph.data.types[node.type]?.shape ?? "dot", x, y, this.radius(node));
    }
    for (const [key, path] of groups) {
      const [type, alpha] = key.split(" ");
      this.context.globalAlpha = Number(alpha);
      this.context.fillStyle = this.graph.data.types[type!]?.color ?? colors.ink;
      this.context.fill(path);
      this.context.lineWidth = 1.5;
      this.context.strokeStyle = colors.ground;
      this.context.stroke(path);
    }
    this.context.globalAlpha = 1;
    if (this.selection.node !== null && this.visible.isShown[this.selection.node]) this.ring(this.graph.nodes[this.selection.node]!, colors);
  }

  private ring(node: Node, colors: Colors): void {
    const [x, y] = this.toScreen(node.x, node.y);
    this.context.beginPath();
    this.context.arc(x, y, this.radius(node) + 5, 0, 2 * Math.PI);
    this.context.strokeStyle = colors.accent;
    this.context.lineWidth = 2.5;
    this.context.stroke();
  }

  private neighbours(): Set<number> | null {
    const { node, edge } = this.selection;
    if (edge !== null) return new Set([this.graph.edges[edge]!.head, this.graph.edges[edge]!.tail]);
    if (node === null) return null;
    const near = new Set([node]);
    for (const index of this.graph.nodes[node]!.edges) {
      near.add(this.graph.edges[index]!.head);
      near.add(this.graph.edges[index]!.tail);
    }
    return near;
  }

  /** Labels of the best connected nodes first, each only where no other label stands. */
  private drawLabels(colors: Colors, width: number, height: number): void {
    const context = this.context;
    context.font = LABEL;
    context.textAlign = "center";
    context.textBaseline = "top";
    const near = this.neighbours();
    const order = [...this.visible.nodes].sort((a, b) => Number(near?.has(b) ?? 0) - Number(near?.has(a) ?? 0) || this.graph.nodes[b]!.size - this.graph.nodes[a]!.size || a - b);
    const taken: [number, number, number, number][] = [];
    for (const index of order) {
      const node = this.graph.nodes[index]!;
      const [x, y] = this.toScreen(node.x, node.y);
      if (x < -60 || y < -30 || x > width + 60 || y > height + 30) continue;
      const text = node.label.length > 18 ? `${node.label.slice(0, 17)}…` : node.label;
      const top = y + this.radius(node) + 3;
      const half = this.textWidth(text) / 2 + 3;
      const box: [number, number, number, number] = [x - half, top - 1, x + half, top + 16];
      if (taken.some((other) => box[0] < other[2] && box[2] > other[0] && box[1] < other[3] && box[3] > other[1])) continue;
      taken.push(box);
      context.globalAlpha = near && !near.has(index) ? 0.35 : 1;
      context.lineWidth = 3;
      context.lineJoin = "round";
      context.strokeStyle = colors.ground;
      context.strokeText(text, x, top);
      context.fillStyle = colors.ink;
      context.fillText(text, x, top);
      if (taken.length > 400) break;
    }
    context.globalAlpha = 1;
  }

  private textWidth(text: string): number {
    let width = this.widths.get(text);
    if (width === undefined) this.widths.set(text, (width = this.context.measureText(text).width));
    return width;
  }

  nodeAt(x: number, y: number): number | null {
    let best: number | null = null;
    let distance = Infinity;
    for (const index of this.visible.nodes) {
      const node = this.graph.nodes[index]!;
      const [nx, ny] = this.toScreen(node.x, node.y);
      const away = Math.hypot(nx - x, ny - y) - this.radius(node);
      if (away < Math.min(6, distance)) {
        best = index;
        distance = away;
      }
    }
    return best;
  }

  edgeAt(x: number, y: number): number | null {
    for (const index of this.visible.edges) {
      const [x0, y0, cx, cy, x1, y1] = this.curve(this.graph.edges[index]!);
      if (x < Math.min(x0, cx, x1) - 5 || x > Math.max(x0, cx, x1) + 5 || y < Math.min(y0, cy, y1) - 5 || y > Math.max(y0, cy, y1) + 5) continue;
      for (let step = 1; step < 20; step++) {
        const t = step / 20;
        const u = 1 - t;
        const px = u * u * x0 + 2 * u * t * cx + t * t * x1;
        const py = u * u * y0 + 2 * u * t * cy + t * t * y1;
        const reach = Math.max(5, Math.hypot(x1 - x0, y1 - y0) / 38);
        if (Math.hypot(px - x, py - y) < reach && this.distanceToCurve(x, y, x0, y0, cx, cy, x1, y1) < 5) return index;
      }
    }
    return null;
  }

  private distanceToCurve(x: number, y: number, x0: number, y0: number, cx: number, cy: number, x1: number, y1: number): number {
    let nearest = Infinity;
    const steps = Math.min(200, Math.ceil(Math.hypot(x1 - x0, y1 - y0) / 4) + 4);
    for (let step = 0; step <= steps; step++) {
      const t = step / steps;
      const u = 1 - t;
      nearest = Math.min(nearest, Math.hypot(u * u * x0 + 2 * u * t * cx + t * t * x1 - x, u * u * y0 + 2 * u * t * cy + t * t * y1 - y));
    }
    return nearest;
  }
}
