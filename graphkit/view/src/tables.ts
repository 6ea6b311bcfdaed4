// A table on the page: sorted by its headings, searched, copied and saved. Rows are made as they are scrolled to, so that thousands cost nothing.

import { cellParts, grid, matching, rowTexts, sorted, type Column, type Order } from "./columns.js";
import { csv, tsv } from "./csv.js";
import { copyText, saveText } from "./download.js";
import { button, element } from "./elements.js";
import { count, say } from "./strings.js";

const FIRST = 100;
const STEP = 400;
const PRINTED = 5000;

export interface TableLook {
  column: string;
  order: Order;
  words: string;
}

export interface TableOptions<Row> {
  /** What the table is of: its caption, and the name of what is saved. */
  title: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  /** Its order and what is looked for in it, changed by the reader; to be kept where the table is made anew. */
  look: TableLook;
  openRow?: (row: Row) => void;
  isCurrent?: (row: Row) => boolean;
}

export class TableView<Row> {
  readonly root = element("div", "", "table-view");
  private readonly status = element("p", "", "status");
  private readonly head = element("thead");
  private readonly body = element("tbody");
  private readonly table = element("table");
  private readonly scroller = element("div", "", "table-scroller");
  private readonly foot = element("div", "", "table-foot");
  private readonly printNote = element("p", "", "print-note");
  private shown: Row[] = [];
  private listed = 0;
  private texts: string[] | null = null;
  private filling = 0;

  constructor(private readonly options: TableOptions<Row>) {
    this.scroller.tabIndex = 0;
    this.scroller.setAttribute("role", "region");
    this.scroller.setAttribute("aria-label", options.title);
    this.status.setAttribute("role", "status");
    this.table.append(element("caption", options.title), this.columnWidths(), this.head, this.body);
    this.scroller.append(this.table, this.foot, this.printNote);
    this.root.append(this.toolbar(), this.scroller);
    this.body.addEventListener("click", (event) => this.openClicked(event));
    this.body.addEventListener("keydown", (event) => moveFocus(event));
    this.listAsScrolled();
    this.listForPrint();
    this.refresh();
  }

  /** Mark the row of what is selected. */
  markCurrent(): void {
    const { isCurrent } = this.options;
    if (!isCurrent) return;
    for (const [place, row] of [...this.body.rows].entries()) {
      if (isCurrent(this.shown[place]!)) row.setAttribute("aria-current", "true");
      else row.removeAttribute("aria-current");
    }
  }

  private columnWidths(): HTMLElement {
    const group = element("colgroup");
    group.append(...this.options.columns.map(({ name }) => element("col", "", `col-${name}`)));
    return group;
  }

  private toolbar(): HTMLElement {
    const bar = element("div", "", "table-tools");
    const input = element("input");
    input.type = "search";
    input.value = this.options.look.words;
    input.placeholder = say("filterRows");
    input.setAttribute("aria-label", say("filterRows"));
    input.addEventListener("input", () => {
      this.options.look.words = input.value;
      this.refresh();
    });
    const { title } = this.options;
    const copy = button(say("copyTable"), () => void this.copy());
    const save = button(say("saveCsv"), () => saveText(csv(this.saved()), title, "csv"));
    bar.append(input, this.status, copy, save);
    return bar;
  }

  private saved(): ReturnType<typeof grid> {
    return grid(this.shown, this.options.columns);
  }

  private async copy(): Promise<void> {
    const done = await copyText(tsv(this.saved()));
    this.status.textContent = done ? say("copied", { n: count(this.shown.length) }) : say("notCopied");
  }

  /** Put the rows in order anew and list the first of them. */
  private refresh(): void {
    const { columns, rows, look } = this.options;
    if (look.words.trim()) this.texts ??= rowTexts(rows, columns);
    const found = matching(rows, this.texts ?? [], look.words);
    const column = columns.find(({ name }) => name === look.column);
    this.shown = column ? sorted(found, column, look.order) : found;
    this.listed = 0;
    clearTimeout(this.filling);
    this.head.replaceChildren(this.headings());
    this.body.replaceChildren();
    this.table.setAttribute("aria-rowcount", String(this.shown.length + 1));
    this.scroller.scrollTop = 0;
    this.list(FIRST);
    const numbers = { n: count(this.shown.length), all: count(rows.length) };
    this.status.textContent = look.words.trim() ? say("rowsMatching", numbers) : say("rows", numbers);
  }

  private headings(): HTMLTableRowElement {
    const row = element("tr");
    row.setAttribute("aria-rowindex", "1");
    row.append(...this.options.columns.map((column) => this.heading(column)));
    return row;
  }

  private heading(column: Column<Row>): HTMLTableCellElement {
    const { look } = this.options;
    const made = element("th", "", `col-${column.name}`);
    made.scope = "col";
    if (column.key === null) {
      made.textContent = column.heading;
      return made;
    }
    const isSorted = look.column === column.name;
    made.setAttribute("aria-sort", isSorted ? look.order : "none");
    const sort = button(column.heading, () => {
      look.order = isSorted && look.order === "ascending" ? "descending" : "ascending";
      look.column = column.name;
      this.refresh();
      this.head.querySelector<HTMLElement>(`.col-${CSS.escape(column.name)} button`)?.focus();
    });
    sort.title = say("sortBy", { name: column.heading });
    made.append(sort);
    return made;
  }

  /** List so many rows more. */
  private list(more: number): void {
    const { columns, isCurrent } = this.options;
    const rows = this.shown.slice(this.listed, this.listed + more);
    const made = rows.map((row, place) => {
      const line = element("tr");
      line.setAttribute("aria-rowindex", String(this.listed + place + 2));
      if (isCurrent?.(row)) line.setAttribute("aria-current", "true");
      line.append(...columns.map((column, number) => cellOf(column, row, number === 0)));
      return line;
    });
    this.body.append(...made);
    this.listed += rows.length;
    this.tellRest();
  }

  private tellRest(): void {
    const [n, all] = [this.listed, this.shown.length];
    const text = all === 0 ? say("noRows") : say("rowsShown", { n: count(n), all: count(all) });
    const more = n < all ? [button(say("moreRows"), () => this.list(STEP)), button(say("allRows"), () => this.listAll())] : [];
    this.foot.hidden = n === all && all > 0;
    this.foot.replaceChildren(element("span", text), ...more);
    this.printNote.textContent = all > PRINTED ? say("printedPart", { n: count(Math.max(n, PRINTED)), all: count(all) }) : "";
  }

  /** List all rows, some at a time, so that the page answers meanwhile. */
  private listAll(): void {
    clearTimeout(this.filling);
    this.list(STEP);
    if (this.listed < this.shown.length) this.filling = window.setTimeout(() => this.listAll(), 0);
  }

  private listAsScrolled(): void {
    const near = new IntersectionObserver(
      (entries) => {
        if (entries.some((entry) => entry.isIntersecting) && this.listed < this.shown.length) this.list(STEP);
      },
      { root: this.scroller, rootMargin: "0px 0px 800px 0px" },
    );
    near.observe(this.foot);
  }

  private listForPrint(): void {
    const fill = (): void => {
      if (!this.root.isConnected) window.removeEventListener("beforeprint", fill);
      else if (this.listed < PRINTED) this.list(PRINTED - this.listed);
    };
    window.addEventListener("beforeprint", fill);
  }

  private openClicked(event: MouseEvent): void {
    const target = event.target as Element;
    const line = target.closest("tr");
    if (!line || target.closest("button") || !getSelection()?.isCollapsed) return;
    this.options.openRow?.(this.shown[line.sectionRowIndex]!);
  }
}

function cellOf<Row>(column: Column<Row>, row: Row, isFirst: boolean): HTMLTableCellElement {
  const made = element(isFirst ? "th" : "td", "", `col-${column.name}`);
  if (isFirst) made.scope = "row";
  if (typeof column.value(row) === "number") made.classList.add("number");
  for (const { text, open, icon } of cellParts(column, row)) {
    if (icon) made.append(icon());
    made.append(open ? button(text, open, "link") : element("span", text));
  }
  return made;
}

/** Up and down lead to the same column of the row above or below. */
function moveFocus(event: KeyboardEvent): void {
  const step = event.key === "ArrowDown" ? "nextElementSibling" : event.key === "ArrowUp" ? "previousElementSibling" : null;
  const cell = (event.target as Element).closest<HTMLTableCellElement>("td, th");
  if (!step || !cell) return;
  const row = cell.parentElement?.[step] as HTMLTableRowElement | null | undefined;
  const next = row?.cells[cell.cellIndex]?.querySelector<HTMLElement>("button");
  if (!next) return;
  event.preventDefault();
  next.focus();
}
