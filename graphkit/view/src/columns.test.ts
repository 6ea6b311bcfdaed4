import assert from "node:assert/strict";
import { test } from "node:test";

import { grid, matching, rowTexts, sorted, type Column } from "./columns.js";

type Row = readonly [name: string, count: number | null];

const name: Column<Row> = { name: "name", heading: "名称", value: (row) => row[0] };
const count: Column<Row> = { name: "count", heading: "数", value: (row) => row[1] };
const rows: Row[] = [["重庆市总工会", 10], ["安徽省总工会", 9], ["", 3], ["北京市总工会", null], ["第10届", 9], ["第9届", 100]];
const names = (found: Row[]): string[] => found.map((row) => row[0]);

test("Chinese is sorted by pinyin, numbers within words by their value, the untold last in either direction", () => {
  assert.deepEqual(names(sorted(rows, name, "ascending")), ["安徽省总工会", "北京市总工会", "重庆市总工会", "第9届", "第10届", ""]);
  assert.deepEqual(names(sorted(rows, name, "descending")), ["第10届", "第9届", "重庆市总工会", "北京市总工会", "安徽省总工会", ""]);
});

test("numbers are sorted as numbers, ties as they came", () => {
  assert.deepEqual(sorted(rows, count, "ascending").map((row) => row[1]), [3, 9, 9, 10, 100, null]);
  assert.deepEqual(names(sorted(rows, count, "descending")).slice(2, 4), ["安徽省总工会", "第10届"]);
});

test("a column may be sorted by another key than what it says", () => {
  const byCount = { ...name, key: count.value };
  assert.deepEqual(names(sorted(rows, byCount, "descending"))[0], "第9届");
});

test("10,000 rows are sorted in less than half a second of the processor's time", () => {
  const many = Array.from({ length: 10_000 }, (_, number): Row => [`${"市县区州盟旗"[number % 6]}第${(number * 7919) % 10_000}工会`, number]);
  const start = process.cpuUsage();
  sorted(many, name, "ascending");
  assert.ok(process.cpuUsage(start).user < 500_000);
});

test("rows are found by what any of their cells says, whatever the case", () => {
  const found = (words: string, columns = [name, count]): string[] => names(matching(rows, rowTexts(rows, columns), words));
  assert.deepEqual(found(" 100 "), ["第9届"]);
  assert.deepEqual(found("省总", [name]), ["安徽省总工会"]);
  assert.deepEqual(names(matching([["ABC", 1]], rowTexts<Row>([["ABC", 1]], [name]), "b")), ["ABC"]);
  assert.equal(found("").length, rows.length);
});

test("what is saved are headings and values", () => {
  assert.deepEqual(grid(rows.slice(2, 4), [name, count]), [["名称", "数"], ["", 3], ["北京市总工会", null]]);
});
