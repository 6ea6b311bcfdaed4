// The small parts that compute: regions, labels, grid, camera, map, sliders, sentences, reasons, SVG.

import assert from "node:assert/strict";
import { test } from "node:test";

import { between, fitted, toPlane, toScreen, zoomedAt } from "./camera.js";
import { distance } from "./frame.js";
import { Grid } from "./grid.js";
import { graphOf } from "./fixture.js";
import { lines, Room } from "./labels.js";
import { locate, project, spacing, spiral, unproject } from "./map.js";
import { pieces } from "./quote.js";
import { yearsOf } from "./ranges.js";
import { reason } from "./reasons.js";
import { regionTree } from "./regions.js";
import { setLanguage } from "./strings.js";
import { svgOf } from "./svg.js";

test("the tree of regions counts what lies below", () => {
  const tree = regionTree(graphOf(["a", "b", "c"], [], { regions: [1, 0, -1] }));
  assert.deepEqual(tree.map(({ region, count, below }) => [region.name, count, below.map((each) => [each.region.name, each.count])]), [["甲省", 2, [["乙市", 1]]]]);
});

test("no name stands on another", () => {
  const room = new Room();
  const box = { left: -10, top: -10, right: 90, bottom: 10 };
  assert.equal(room.take(box), true);
  assert.equal(room.take({ ...box, left: 89, right: 120 }), false);
  assert.equal(room.take({ ...box, left: 90, right: 120 }), true);
  assert.equal(room.take({ ...box, top: 10, bottom: 20 }), true);
});

test("long names stand in two lines, the longest are cut", () => {
  assert.deepEqual(lines("陕西省总工会", 10), ["陕西省总工会"]);
  assert.deepEqual(lines("天水陇星重型机械集团有限公司", 10), ["天水陇星重型机", "械集团有限公司"]);
  assert.deepEqual(lines("一二三四五六七八九十一二三四五六七八九十一二三", 10), ["一二三四五六七八九十", "一二三四五六七八九…"]);
  assert.deepEqual(lines("", 10), [""]);
});

test("what is near a point is found across cells", () => {
  const grid = new Grid();
  grid.add(1, 39, 39);
  grid.add(2, -5, -5);
  grid.add(3, 400, 400);
  assert.deepEqual(grid.near(41, 41, 10), [1]);
  assert.deepEqual(grid.near(0, 0, 45).sort(), [1, 2]);
});

test("screen and plane are each other's inverse; zooming keeps what is under the pointer", () => {
  const [camera, size] = [{ x: 10, y: -20, zoom: 2 }, { width: 300, height: 200 }];
  assert.deepEqual(toPlane(camera, size, ...toScreen(camera, size, 7, 9)), [7, 9]);
  const near = zoomedAt(camera, size, 1.5, 40, 50);
  assert.deepEqual(toPlane(near, size, 40, 50), toPlane(camera, size, 40, 50));
  assert.deepEqual(between(camera, near, 1), near);
  assert.deepEqual(between(camera, near, 0), camera);
});

test("the camera fits all points, one point and none", () => {
  const size = { width: 1170, height: 830 };
  assert.deepEqual(fitted([[0, 0], [2000, 700]], size, 1.4), { x: 1000, y: 350, zoom: 0.5 });
  assert.deepEqual(fitted([[5, 6]], size, 1.4), { x: 5, y: 6, zoom: 1.4 });
  assert.deepEqual(fitted([], size, 1.4), { x: 0, y: 0, zoom: 1 });
});

test("distance to a curve", () => {
  assert.equal(distance(5, 3, [0, 0, 5, 0, 10, 0]), 3);
  assert.ok(distance(5, 5, [0, 0, 5, 10, 10, 0]) < 0.1);
});

test("degrees are projected and back, north is up", () => {
  const [lon, lat] = unproject(...project(108.9, 34.3));
  assert.ok(Math.abs(lon - 108.9) < 1e-9 && Math.abs(lat - 34.3) < 1e-9);
  assert.ok(project(100, 40)[1] < project(100, 30)[1]);
  assert.deepEqual([spacing(60), spacing(20), spacing(900)], [2, 10, 0.25]);
});

test("nodes of one place stand about it, the best connected in the middle", () => {
  const graph = graphOf(["a", "b", "c"], [[1, 2]], { regions: [0, 0, 2] });
  const { x, turn } = locate(graph, [0, 1, 2]);
  assert.deepEqual([...turn], [1, 0, 0]);
  assert.equal(x[0], x[1]);
  assert.deepEqual(spiral(0), [0, 0]);
  assert.notDeepEqual(spiral(1), spiral(2));
});

test("years run from the first to the last, edges count in all of theirs", () => {
  const graph = graphOf(["a", "b"], [[0, 1], [0, 1], [0, 1]], { first: ["2012-01-01", "2014-05-05", ""], last: ["2013-01-01", "2014-05-05", ""] });
  assert.deepEqual(yearsOf(graph), { first: 2012, last: 2014, counts: [1, 1, 1] });
  assert.equal(yearsOf(graphOf(["a", "b"], [[0, 1]])), null);
});

test("a sentence falls into pieces at its ends; ends over one another are marked once", () => {
  const [head, tail] = graphOf(["甲", "乙"], []).nodes as [never, never];
  const told = (one: [number, number] | null, two: [number, number] | null) => pieces({ sentence: "乙和甲。", head: one, tail: two }, [head, tail]).map(({ text, end }) => (end ? `[${text}]` : text));
  assert.deepEqual(told([2, 3], [0, 1]), ["[乙]", "和", "[甲]", "。"]);
  assert.deepEqual(told([0, 3], [0, 1]), ["[乙和甲]", "。"]);
  assert.deepEqual(told(null, null), ["乙和甲。"]);
});

test("reasons are told in the reader's language, plain ones not at all", () => {
  assert.equal(reason("dateline: 兰州市"), "据电头中的兰州市");
  assert.equal(reason("named before in the sentence"), "本句前文已提及");
  assert.equal(reason("full name"), "");
  assert.equal(reason("constructor"), "constructor");
  setLanguage("en");
  assert.equal(reason("dateline: 兰州市"), "dateline: 兰州市");
  setLanguage("zh");
});

test("an SVG file holds what is drawn; names in it are text", () => {
  const label = { text: ["<a&\u0000\ud800b>"], x: 1, y: 2, size: 12, bold: false, color: "#000000", alpha: 1, align: "center", halo: "" } as const;
  const strokes = { kind: "strokes", color: "#112233", alpha: 0.5, width: 1, lines: [0, 0, 1, 1], curves: [0, 0, 1, 2, 3, 3] } as const;
  const svg = svgOf({ width: 10, height: 10, ground: "#ffffff", items: [{ ...strokes, lines: [...strokes.lines], curves: [...strokes.curves] }, { kind: "labels", labels: [{ ...label, text: [...label.text] }] }] }, "<题>");
  assert.match(svg, /<title>&#60;题&#62;<\/title>/);
  assert.match(svg, />&#60;a&#38;b&#62;<\/text>/);
  assert.match(svg, /d="M0 0L1 1M0 0Q1 2 3 3"/);
});
