// Columns of tables: what a cell says, and how rows are put in order by it.

export type Value = string | number | null;
export type Order = "ascending" | "descending";

/** A piece of a cell, which may lead somewhere. */
export interface Part {
  text: string;
  open?: () => void;
  icon?: () => Element;
}

export interface Column<Row> {
  /** What the column is called in tests and styles; one in a table. */
  name: string;
  heading: string;
  /** What is saved, and shown where there are no parts; null or an empty string where nothing is told. */
  value: (row: Row) => Value;
  /** What readers see, where it is more than the value. */
  parts?: (row: Row) => Part[];
  /** What rows are sorted by, where it is not the value; null where the column has no order. */
  key?: ((row: Row) => Value) | null;
}

/** Chinese by pinyin, 第9届 before 第10届. */
const collator = new Intl.Collator("zh-u-co-pinyin", { numeric: true });

export const compareWords = (one: string, two: string): number => collator.compare(one, two);

/** What readers see in a cell. */
export function cellParts<Row>(column: Column<Row>, row: Row): Part[] {
  return column.parts ? column.parts(row) : [{ text: String(column.value(row) ?? "") }];
}

export const cellText = <Row>(column: Column<Row>, row: Row): string =>
  cellParts(column, row)
    .map((part) => part.text)
    .join("；");

/** The rows in a column's order: numbers before words, and what is not told last in either direction; rows that tie stay as they are. */
export function sorted<Row>(rows: readonly Row[], column: Column<Row>, order: Order): Row[] {
  const values = rows.map(column.key ?? column.value);
  const ranks = wordRanks(values);
  const sign = order === "ascending" ? 1 : -1;
  const compare = (one: Value, two: Value): number => {
    if (typeof one === "number" && typeof two === "number") return one - two;
    if (typeof one === "string" && typeof two === "string") return ranks.get(one)! - ranks.get(two)!;
    return typeof one === "number" ? -1 : 1;
  };
  const places = rows.map((_, place) => place).filter((place) => isTold(values[place]!));
  places.sort((a, b) => sign * compare(values[a]!, values[b]!) || a - b);
  const untold = rows.filter((_, place) => !isTold(values[place]!));
  return [...places.map((place) => rows[place]!), ...untold];
}

const isTold = (value: Value): boolean => value !== null && value !== "" && !Number.isNaN(value);

/** The place of each word among the words of a column: collating is slow, so every word is compared as few times as can be. */
function wordRanks(values: readonly Value[]): Map<string, number> {
  const words = [...new Set(values.filter((value) => typeof value === "string"))].sort(compareWords);
  const ranks = new Map<string, number>();
  let rank = 0;
  words.forEach((word, place) => {
    if (place && compareWords(words[place - 1]!, word) !== 0) rank = place;
    ranks.set(word, rank);
  });
  return ranks;
}

/** Everything that each row says, in small letters: what is searched. */
export const rowTexts = <Row>(rows: readonly Row[], columns: readonly Column<Row>[]): string[] =>
  rows.map((row) => columns.map((column) => cellText(column, row)).join("\n").toLowerCase());

/** The rows whose text holds the words, whatever their case. */
export function matching<Row>(rows: readonly Row[], texts: readonly string[], words: string): Row[] {
  const wanted = words.trim().toLowerCase();
  return wanted ? rows.filter((_, place) => texts[place]!.includes(wanted)) : [...rows];
}

/** Headings and rows as they are saved. */
export function grid<Row>(rows: readonly Row[], columns: readonly Column<Row>[]): Value[][] {
  return [columns.map((column) => column.heading), ...rows.map((row) => columns.map((column) => column.value(row)))];
}
