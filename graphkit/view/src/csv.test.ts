import assert from "node:assert/strict";
import { test } from "node:test";

import { csv, tsv } from "./csv.js";

test("CSV begins with a byte order mark, ends its lines as RFC 4180 says and quotes what needs it", () => {
  const rows = [["名称", "数"], ['他说"好"，走了', 1.5], ["甲,乙\n丙", null], [" 空", ""]];
  assert.equal(csv(rows), '\ufeff名称,数\r\n"他说""好""，走了",1.5\r\n"甲,乙\n丙",\r\n" 空",\r\n');
});

test("what a spreadsheet would run is marked as text, numbers stay numbers", () => {
  for (const formula of ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "＝1", "＠A"]) {
    assert.match(csv([[formula]]).slice(1), /^"?'/, formula);
    assert.match(tsv([[formula]]), /^'/, formula);
  }
  assert.equal(csv([[-1, "2014-07-03", "a=b"]]), "\ufeff-1,2014-07-03,a=b\r\n");
});

test("a row of TSV is one line, whatever its cells hold", () => {
  assert.equal(tsv([["甲\t乙", "丙\r\n丁"], [1, null]]), "甲 乙\t丙 丁\n1\t");
});
