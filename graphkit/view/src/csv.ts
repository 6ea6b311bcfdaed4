// Tables as text: CSV to be saved, TSV to be pasted. What a spreadsheet would take for a formula is marked as text.

import type { Value } from "./columns.js";

// Full-width signs begin formulas too, in spreadsheets set to Chinese or Japanese
const FORMULA = /^[=+\-@＝＋－＠\t\r\n]/;
const QUOTED = /[",\r\n]|^\s|\s$/;

function plain(value: Value): string {
  if (typeof value === "number") return String(value);
  return FORMULA.test(value ?? "") ? `'${value}` : (value ?? "");
}

/** Rows as CSV (RFC 4180) with a byte order mark, without which Excel reads no Chinese. */
export function csv(rows: readonly (readonly Value[])[]): string {
  const field = (value: Value): string => {
    const text = plain(value);
    return QUOTED.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  };
  return `\ufeff${rows.map((row) => `${row.map(field).join(",")}\r\n`).join("")}`;
}

/** Rows as tab-separated text, one line a row: tabs and line breaks within cells become spaces. */
export function tsv(rows: readonly (readonly Value[])[]): string {
  const field = (value: Value): string => plain(value).replaceAll(/[\t\r\n]+/g, " ");
  return rows.map((row) => row.map(field).join("\t")).join("\n");
}
