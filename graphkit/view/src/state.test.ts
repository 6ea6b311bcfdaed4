import assert from "node:assert/strict";
import { test } from "node:test";

import { graphOf } from "./fixture.js";
import { fromHash, toHash } from "./hash.js";
import { START, Store, toggled, type State } from "./state.js";

const graph = graphOf(
  ["甲", "乙", "丙"],
  [
    [0, 1],
    [1, 2],
  ],
  { regions: [0, 1, -1] },
);

test("every part of the state comes back from the address", () => {
  const state: State = {
    mode: "map",
    language: "en",
    theme: "dark",
    selection: { kind: "edge", index: 1 },
    focus: { node: 2, steps: 3, direction: "against" },
    path: { from: 0, to: null },
    hiddenTypes: new Set(["ORG"]),
    hiddenRelations: new Set(["HOLDS", "RUNS"]),
    region: 1,
    since: 2014,
    until: null,
    minConfidence: 0.35,
    minArticles: 2,
    isolated: true,
    limit: 1200,
    hidden: new Set([1]),
    pinned: new Set([0, 2]),
    everyone: true,
    table: "posts",
    subject: 2,
    series: "helped~person~人次~sum",
    by: "node",
    camera: { x: -12.5, y: 3, zoom: 0.25 },
  };
  assert.deepEqual(fromHash(graph, `#${toHash(graph, state)}`), state);
  assert.equal(toHash(graph, START), "");
  assert.deepEqual(fromHash(graph, ""), START);
});

test("what an address names wrongly is passed over", () => {
  const hash =
    "#m=__proto__&n=zz&e=zz&f=zz,9,up&p=zz,n1&t=__proto__,ORG&r=&g=9&y=x-99999&c=7&a=-1&l=0&x=,,&v=1,2&lang=fr&theme=pink&b=rows&s=zz&d=month";
  assert.deepEqual(fromHash(graph, hash), { ...START, path: { from: null, to: 1 }, hiddenTypes: new Set(["ORG"]) });
});

test("back and forward go from step to step; an adjustment is none", () => {
  const store = new Store(START);
  const seen: number[] = [];
  store.subscribe((now) => seen.push(now.limit));
  store.go({ limit: 400 });
  store.adjust({ limit: 450 });
  store.go({ limit: 500, language: "en" });
  store.back();
  assert.equal(store.now.limit, 450);
  assert.equal(store.now.language, "en");
  assert.ok(store.canGoBack && store.canGoForward);
  store.forward();
  store.forward();
  assert.deepEqual(seen, [400, 450, 500, 450, 500]);
  store.back();
  store.go({ limit: 7 });
  assert.equal(store.canGoForward, false);
});

test("a set is copied, never changed", () => {
  const set = new Set([1]);
  assert.deepEqual([...toggled(set, 2)], [1, 2]);
  assert.deepEqual([...toggled(set, 1)], []);
  assert.deepEqual([...set], [1]);
});
