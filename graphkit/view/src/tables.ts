// A table on the page: sorted by its headings, searched, copied and saved. Rows are made as they are scrolled to, so that thousands cost nothing.

import { cellParts, grid, matching, rowTexts, sorted, type Column, type Order } from "./columns.js";
import { csv, tsv } from "./csv.js";
import { copyText, saveText } from "./download.js";
import { h } from "./dom.js";
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
  /** Stands beside the number of rows. */
  note?: HTMLElement | null;
  openRow?: (row: Row) => void;
  isCurrent?: (row: Row) => boolean;
}

export class TableView<Row> {
  readonly root: HTMLElement;
  private readonly status = h("p", { class: "status", role: "status" });
  private readonly head = h("thead", { role: "rowgroup" });
  private readonly table: HTMLTableElement;
  private readonly scroller: HTMLElement;
  private readonly foot = h("div", { class: "table-foot" });
  private readonly printNote = h("p", { class: "print-note" });
  private shown: Row[] = [];
  private listed = 0;
  private texts: string[] | null = null;
  private filling = 0;

  constructor(private readonly options: TableOptions<Row>) {
    const { title } = options;
    this.table = h("table", { role: "table", onclick: (event) => this.openClicked(event), onkeydown: moveFocus }, h("caption", { text: title }), this.head);
    this.scroller = h("div", { class: "table-scroller", tabindex: 0, role: "region", "aria-label": title }, this.table, this.foot, this.printNote);
    this.root = h("div", { class: "table-view" }, this.toolbar(), this.scroller);
    this.listAsScrolled();
    this.refresh();
  }

  /** Mark the row of what is selected. */
  markCurrent(): void {
    const { isCurrent } = this.options;
    if (!isCurrent) return;
    this.table.querySelectorAll("tbody [aria-current]").forEach((line) => line.removeAttribute("aria-current"));
    const place = this.shown.slice(0, this.listed).findIndex(isCurrent);
    this.table.querySelector(`tbody [aria-rowindex="${place + 2}"]`)?.setAttribute("aria-current", "true");
  }

  private toolbar(): HTMLElement {
    const { look, title, note } = this.options;
    const input: HTMLInputElement = h("input", { type: "search", value: look.words, placeholder: say("filterRows"), "aria-label": say("filterRows") });
    input.addEventListener("input", () => {
      look.words = input.value;
      this.refresh();
    });
    const copy = tool(say("copyTable"), () => void this.copy());
    const save = tool(say("saveCsv"), () => saveText(csv(this.saved()), title, "csv"));
    return h("div", { class: "table-tools" }, input, this.status, note, copy, save);
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
    this.table.querySelectorAll("tbody").forEach((body) => body.remove());
    this.freeWidths();
    this.table.setAttribute("aria-rowcount", String(this.shown.length + 1));
    this.scroller.scrollTop = 0;
    this.list(FIRST);
    const numbers = { n: count(this.shown.length), all: count(rows.length) };
    this.status.textContent = look.words.trim() ? say("rowsMatching", numbers) : say("rows", numbers);
  }

  private headings(): HTMLTableRowElement {
    return h("tr", { role: "row", "aria-rowindex": 1 }, ...this.options.columns.map((column) => this.heading(column)));
  }

  private heading(column: Column<Row>): HTMLTableCellElement {
    const { look } = this.options;
    const name = `col-${column.name}`;
    if (column.key === null) return h("th", { class: name, role: "columnheader", scope: "col", text: column.heading });
    const isSorted = look.column === column.name;
    const sort = (): void => {
      look.order = isSorted && look.order === "ascending" ? "descending" : "ascending";
      look.column = column.name;
      this.refresh();
      this.head.querySelector<HTMLElement>(`.${CSS.escape(name)} button`)?.focus();
    };
    const title = say("sortBy", { name: column.heading });
    const button = h("button", { type: "button", title, text: column.heading, onclick: sort });
    return h("th", { class: name, role: "columnheader", scope: "col", "aria-sort": isSorted ? look.order : "none" }, button);
  }

  /** List so many rows more, as a body of their own: what is listed already need not be laid out again. */
  private list(more: number): void {
    const { columns, isCurrent } = this.options;
    if (this.listed) this.keepWidths();
    const rows = this.shown.slice(this.listed, this.listed + more);
    const lines = rows.map((row, place) => {
      const cells = columns.map((column, number) => cellOf(column, row, number === 0));
      return h("tr", { role: "row", "aria-rowindex": this.listed + place + 2, "aria-current": isCurrent?.(row) && "true" }, ...cells);
    });
    this.table.append(h("tbody", { role: "rowgroup" }, ...lines));
    this.listed += rows.length;
    this.tellRest();
  }

  /**
   * Columns stay as wide as the first rows made them: then rows need no common layout, and the browser passes over those that are out
   * of sight. (Their roles are named, because such rows are no table's to some readers.)
   */
  private keepWidths(): void {
    const whole = this.table.offsetWidth;
    if (this.table.classList.contains("fixed") || !whole) return;
    const columns = [...this.head.rows[0]!.cells].map((cell) => `${(100 * cell.offsetWidth) / whole}%`);
    this.table.style.setProperty("--columns", columns.join(" "));
    this.table.style.minWidth = whole > this.scroller.clientWidth ? `${whole}px` : "";
    this.table.classList.add("fixed");
  }

  private freeWidths(): void {
    this.table.style.minWidth = "";
    this.table.classList.remove("fixed");
  }

  private tellRest(): void {
    const [n, all] = [this.listed, this.shown.length];
    const text = all === 0 ? say("noRows") : say("rowsShown", { n: count(n), all: count(all) });
    const more = n < all ? [tool(say("moreRows"), () => this.list(STEP)), tool(say("allRows"), () => this.listAll())] : [];
    this.foot.hidden = n === all && all > 0;
    this.foot.replaceChildren(h("span", { text }), ...more);
    this.printNote.textContent = all > PRINTED ? say("printedPart", { n: count(Math.max(n, PRINTED)), all: count(all) }) : "";
  }

  /** List all rows, some at a time, so that the page answers meanwhile. */
  private listAll(): void {
    clearTimeout(this.filling);
    if (!this.root.isConnected) return;
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

  /** List what is printed: nobody scrolls on paper. */
  fill(): void {
    if (this.listed < PRINTED) this.list(PRINTED - this.listed);
  }

  private openClicked(event: Event): void {
    const target = event.target as Element;
    const line = target.closest("tbody tr");
    if (!line || target.closest("button") || !getSelection()?.isCollapsed) return;
    this.options.openRow?.(this.shown[Number(line.getAttribute("aria-rowindex")) - 2]!);
  }
}

const tool = (text: string, onclick: () => void): HTMLButtonElement => h("button", { type: "button", text, onclick });

function cellOf<Row>(column: Column<Row>, row: Row, isFirst: boolean): HTMLTableCellElement {
  const parts = cellParts(column, row).map(({ text, open, icon }) =>
    open ? h("button", { type: "button", class: "link", onclick: open }, icon?.(), text) : h("span", {}, icon?.(), text),
  );
  const name = `col-${column.name}`;
  return isFirst ? h("th", { class: name, role: "rowheader", scope: "row" }, ...parts) : h("td", { class: name, role: "cell" }, ...parts);
}

/** Up and down lead to the same column of the row above or below. */
function moveFocus(event: Event): void {
  const step = { ArrowDown: 1, ArrowUp: -1 }[(event as KeyboardEvent).key];
  const cell = (event.target as Element).closest<HTMLTableCellElement>("td, th");
  const line = cell?.closest<HTMLTableRowElement>("tr");
  if (!step || !cell || !line) return;
  const next = line.closest("table")!.rows[line.rowIndex + step]?.cells[cell.cellIndex]?.querySelector<HTMLElement>("button");
  if (!next) return;
  event.preventDefault();
  next.focus();
}
