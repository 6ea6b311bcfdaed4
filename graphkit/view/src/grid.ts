// Finding the point under the pointer without looking at all of them.

const CELL = 40;

/** Points in the plane by the cells of a grid. */
export class Grid {
  private readonly cells = new Map<number, number[]>();

  add(item: number, x: number, y: number): void {
    const key = Math.floor(x / CELL) * 65_536 + Math.floor(y / CELL);
    const cell = this.cells.get(key);
    if (cell) cell.push(item);
    else this.cells.set(key, [item]);
  }

  /** Items whose point may be within `reach` of a place. */
  near(x: number, y: number, reach: number): number[] {
    const found: number[] = [];
    for (let column = Math.floor((x - reach) / CELL); column <= Math.floor((x + reach) / CELL); column++) {
      for (let row = Math.floor((y - reach) / CELL); row <= Math.floor((y + reach) / CELL); row++) {
        found.push(...(this.cells.get(column * 65_536 + row) ?? []));
      }
    }
    return found;
  }
}
