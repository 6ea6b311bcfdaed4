import assert from "node:assert/strict";
import { test } from "node:test";

import { graphOf } from "./fixture.js";
import { graphml, nodeLink } from "./graphml.js";
import type { Graph } from "./model.js";
import { rowsOf } from "./rows.js";

const HOSTILE = "<b>&\"'\u000b\u0000\ud800工会\r\n]]>";

function graph(): Graph {
  const evidence = { sentences: ["甲开展乙。", HOSTILE], reasons: [""], rows: [[0, 0, 0, 1, 3, 4, 90, 0, 0, 1, 0, -1, -1, -1, -1, 50, 0, 0], [], []] };
  const built = graphOf(["甲", HOSTILE, "丙"], [[0, 1], [0, 1], [2, 2]], { evidence, regions: [1, -1, 2], first: ["2014-01-02", "", ""] });
  built.edges[1]!.facts = { value: 0, unit: "CNY", cumulative: true };
  built.nodes[0]!.details = { years: ["2018", "2019"] };
  built.data.meta.title = HOSTILE;
  return built;
}

const all = (built: Graph) => ({ nodes: built.nodes.map(({ index }) => index), edges: built.edges.map(({ index }) => index) });

test("rows have what is told, without what XML cannot hold", () => {
  const { nodes, edges, meta } = rowsOf(graph(), all(graph()));
  assert.deepEqual(nodes[0], {
    id: "n0", label: "甲", type: "UNION", type_zh: "工会", names: ["甲简称"], region_code: "110100", mentions: 1, articles: 1, degree: 2,
    years: ["2018", "2019"], lon: 101, lat: 31, size: 16.49, x: 0, y: 0, color: "#000000", r: 0, g: 0, b: 0,
  });
  assert.equal(nodes[1]!.label, "<b>&\"'工会\n]]>");
  assert.deepEqual(edges[0]!.evidence, ["甲开展乙。", "<b>&\"'工会\n]]>"]);
  assert.deepEqual(edges[0]!.source_titles, ["题"]);
  assert.deepEqual([edges[1]!.value, edges[1]!.cumulative, "first_seen" in edges[1]!], [0, true, false]);
  assert.equal(nodes[2]!.degree, 1);
  assert.equal(meta.title, "<b>&\"'工会\n]]>");
});

test("of a part only its nodes and edges are written, and degrees are counted in it", () => {
  const { nodes, edges } = rowsOf(graph(), { nodes: [0, 1], edges: [1] });
  assert.deepEqual(nodes.map(({ id, degree }) => [id, degree]), [["n0", 1], ["n1", 1]]);
  assert.deepEqual(edges.map(({ id }) => id), ["e1"]);
});

test("GraphML declares each key once with one type, names edges by their ids and relations, and escapes everything", () => {
  const text = graphml(rowsOf(graph(), all(graph())));
  assert.ok(text.startsWith("<?xml version='1.0' encoding='utf-8'?>\n"));
  const keys = [...text.matchAll(/<key id="([^"]*)" for="(node|edge|graph)" attr.name="([^"]*)" attr.type="(string|boolean|long|double)"\/>/g)];
  assert.equal(keys.length, text.split("<key ").length - 1);
  assert.equal(new Set(keys.map((key) => key[1]!.toLowerCase())).size, keys.length);
  for (const name of ["label", "x", "y", "size", "r", "g", "b", "color"]) assert.ok(keys.some((key) => key[1] === name && key[2] === "node"), name);
  assert.ok(text.includes('<edge id="e0" source="n0" target="n1" label="开展">'));
  assert.ok(text.includes(">2018；2019</data>") && text.includes("甲开展乙。 ｜ "));
  assert.ok(!text.includes("<b>"));
  assert.doesNotMatch(text, /[\u0000-\u0008\u000b\u000c]|\ud800(?![\udc00-\udfff])/);
});

test("node-link JSON has keys, sources and targets", () => {
  const data = JSON.parse(nodeLink(rowsOf(graph(), all(graph())))) as Record<string, Record<string, unknown>[]>;
  assert.deepEqual([data.directed, data.multigraph], [true, true]);
  assert.deepEqual([data.edges![0]!.key, data.edges![0]!.source, data.edges![0]!.target], ["e0", "n0", "n1"]);
  assert.equal("id" in data.edges![0]!, false);
});
