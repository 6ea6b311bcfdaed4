import assert from "node:assert/strict";
import { test } from "node:test";

import { fileName } from "./download.js";

test("names of files hold nothing that a system would take for a path, a command or another ending", () => {
  assert.equal(fileName("甘肃省总工会 节点", "csv"), "甘肃省总工会 节点.csv");
  assert.equal(fileName("../../etc/passwd", "csv"), "etc passwd.csv");
  assert.equal(fileName('a\\b:c*d?e"f<g>h|i\u0000\u202ej', "csv"), "a b c d e f g h i j.csv");
  assert.equal(fileName("", "json"), "graph.json");
  assert.equal(fileName("...", "json"), "graph.json");
  assert.equal(fileName("con", "csv"), "_con.csv");
  assert.equal(fileName("报告. ", "csv"), "报告.csv");
});

test("long names are cut between characters", () => {
  assert.equal(fileName("𬘓".repeat(200), "csv"), `${"𬘓".repeat(80)}.csv`);
});
