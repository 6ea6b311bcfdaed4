import assert from "node:assert/strict";
import { test } from "node:test";

import { svgOf } from "./svg.js";

test("an SVG file holds what is drawn; names in it are text", () => {
  const label = {
    text: ["<a&\u0000\ud800b>"],
    x: 1,
    y: 2,
    size: 12,
    bold: false,
    color: "#000000",
    alpha: 1,
    align: "center",
    halo: "",
  } as const;
  const strokes = { kind: "strokes", color: "#112233", alpha: 0.5, width: 1, lines: [0, 0, 1, 1], curves: [0, 0, 1, 2, 3, 3] } as const;
  const svg = svgOf(
    {
      width: 10,
      height: 10,
      ground: "#ffffff",
      items: [
        { ...strokes, lines: [...strokes.lines], curves: [...strokes.curves] },
        { kind: "labels", labels: [{ ...label, text: [...label.text] }] },
      ],
    },
    "<题>",
  );
  assert.match(svg, /<title>&#60;题&#62;<\/title>/);
  assert.match(svg, />&#60;a&#38;b&#62;<\/text>/);
  assert.match(svg, /d="M0 0L1 1M0 0Q1 2 3 3"/);
});
