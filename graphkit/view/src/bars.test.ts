import assert from "node:assert/strict";
import { test } from "node:test";

import { fitted, layout, outline, textWidth, type Bar, type BarGroup } from "./bars.js";

const bar = (value: number, rest: Partial<Bar> = {}): Bar => ({ label: "甲市总工会", value, to: null, about: "", told: `${value}元`, ...rest });
const groups: BarGroup<Bar>[] = [
  { heading: "2018", bars: [bar(100), bar(50, { to: 80 })] },
  { heading: "2019", bars: [bar(0), bar(7)] },
];

test("bars begin at the axis and are as long as their values", () => {
  const { axisX, axisEnd, axis, groups: placed } = layout(groups, 900);
  const ends = placed.flatMap((group) => group.bars.map(({ end }) => (end - axisX) / (axisEnd - axisX)));
  [100, 50, 0, 7].forEach((value, place) => assert.ok(Math.abs(ends[place]! - value / axis.end) < 1e-9));
  assert.ok(Math.abs((placed[0]!.bars[1]!.endTo! - axisX) / (axisEnd - axisX) - 80 / axis.end) < 1e-9);
});

for (const width of [300, 390, 700, 1200]) {
  test(`nothing lies on anything else at ${width} pixels, and all is within the drawing`, () => {
    const placed = layout(groups, width);
    const rows = placed.groups.flatMap((group) => group.bars);
    rows.slice(1).forEach((row, place) => assert.ok(row.y >= rows[place]!.y + rows[place]!.rowHeight));
    for (const { y, rowHeight, barTop, end, endTo, bar: { told } } of rows) {
      assert.ok(barTop >= y && barTop < y + rowHeight && y + rowHeight <= placed.height);
      assert.ok(Math.max(end, endTo ?? 0) + textWidth(told) <= width);
    }
    assert.ok(placed.isNarrow || placed.labelX + placed.labelWidth < placed.axisX);
    assert.ok(placed.axisX < placed.axisEnd);
  });
}

test("long names are cut to what there is", () => {
  assert.equal(fitted("甲市总工会", 200), "甲市总工会");
  const cut = fitted("新疆维吾尔自治区机械冶金建材工会联合会", 100);
  assert.ok(cut.endsWith("…") && textWidth(cut) <= 100);
});

test("a bar's end says how its number is meant", () => {
  const shapes = (["", "over", "under", "about"] as const).map((about) => outline(0, 100, 0, about));
  assert.equal(new Set(shapes).size, 4);
  assert.equal(outline(0, 0, 0, ""), outline(0, 2, 0, ""));
});
