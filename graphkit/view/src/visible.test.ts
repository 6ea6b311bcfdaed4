import assert from "node:assert/strict";
import { test } from "node:test";

import { graphOf } from "./fixture.js";
import { START, type State } from "./state.js";
import { opening, passing, ranking, Selector } from "./visible.js";

const chain = () =>
  graphOf(
    ["a", "b", "c", "d", "e", "f"],
    [
      [1, 2],
      [2, 3],
      [4, 5],
    ],
    { types: ["UNION", "ORG"], regions: [0, -1, 1] },
  );
const shown = (change: Partial<State>, graph = chain()): number[] =>
  new Selector(graph).show({ ...START, isolated: true, ...change }).nodes;

test("every beginning of the order hangs together, the largest part comes first", () => {
  const star = graphOf(
    ["a", "b", "c", "d", "e", "f"],
    [
      [0, 1],
      [1, 2],
      [2, 3],
      [2, 4],
      [2, 5],
      [0, 3],
    ],
  );
  assert.deepEqual(ranking(star, passing(star, START)), [2, 1, 0, 3, 4, 5]);
  assert.deepEqual(ranking(chain(), passing(chain(), { ...START, isolated: true })), [2, 1, 3, 4, 5, 0]);
});

test("the limit shows the best connected; what is pinned or spoken of is shown besides", () => {
  assert.deepEqual(shown({ limit: 2 }), [1, 2]);
  assert.deepEqual(shown({ limit: 2, pinned: new Set([5]) }), [1, 2, 5]);
  assert.deepEqual(new Selector(chain()).show({ ...START, limit: 1 }, [4]).nodes, [2, 4]);
});

test("types and relations are hidden with their edges; nodes left alone go unless asked for", () => {
  assert.deepEqual(shown({ hiddenTypes: new Set(["ORG"]) }), [0, 2, 3, 4, 5]);
  assert.deepEqual(shown({ hiddenTypes: new Set(["ORG"]), isolated: false }), [2, 3, 4, 5]);
  assert.deepEqual(shown({ hiddenRelations: new Set(["RUNS"]), isolated: false }), []);
  assert.deepEqual(shown({ hidden: new Set([2]), isolated: false }), [4, 5]);
});

test("edges are filtered by confidence, articles and years; undated ones only by years", () => {
  const graph = graphOf(
    ["a", "b"],
    [
      [0, 1],
      [0, 1],
      [0, 1],
    ],
    { confidence: [30, 90, 60], articles: [1, 2, 3], first: ["2012-01-01", "2015-05-05", ""], last: ["2014-01-01", "2015-06-06", ""] },
  );
  const edges = (change: Partial<State>): number[] => new Selector(graph).show({ ...START, ...change }).edges;
  assert.deepEqual(edges({ minConfidence: 0.6 }), [1, 2]);
  assert.deepEqual(edges({ minArticles: 3 }), [2]);
  assert.deepEqual(edges({ since: 2014 }), [0, 1]);
  assert.deepEqual(edges({ until: 2014 }), [0]);
  assert.deepEqual(edges({ since: 2013, until: 2013 }), [0]);
});

test("a region holds what lies in it and what without a place is tied to that", () => {
  assert.deepEqual(shown({ region: 0 }), [0, 1, 2, 3]);
  assert.deepEqual(shown({ region: 1 }), [1, 2, 3]);
  assert.deepEqual(shown({ region: 2 }), []);
});

test("focus shows steps along, against and both ways", () => {
  const focus = { node: 2, steps: 1 } as const;
  assert.deepEqual(shown({ focus: { ...focus, direction: "both" } }), [1, 2, 3]);
  assert.deepEqual(shown({ focus: { ...focus, direction: "along" } }), [2, 3]);
  assert.deepEqual(shown({ focus: { ...focus, direction: "against" } }), [1, 2]);
  assert.deepEqual(shown({ focus: { node: 1, steps: 2, direction: "along" } }), [1, 2, 3]);
});

test("edges of one type between two nodes are one line", () => {
  const graph = graphOf(
    ["a", "b"],
    [
      [0, 1],
      [0, 1],
      [1, 0],
    ],
  );
  const { lines, weights } = new Selector(graph).show(START);
  assert.deepEqual(
    [lines, weights],
    [
      [0, 2],
      [2, 1],
    ],
  );
});

test("a small graph opens whole, a large one as far as names have room", () => {
  assert.equal(opening(chain(), 1200, 800), 300);
  assert.equal(opening(chain(), 390, 500), 60);
  const long = graphOf(
    Array.from({ length: 100 }, (_, at) => String(at)),
    Array.from({ length: 50 }, (_, at) => [at, at + 1]),
  );
  assert.equal(opening(long, 1200, 800), 51);
});
