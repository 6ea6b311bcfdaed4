// Where names can stand without lying on one another.

export interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

const CELL = 48;

/** Boxes that are taken, found by the cells of a grid that they touch. */
export class Room {
  private readonly cells = new Map<number, Box[]>();

  /** Take a box where nothing stands; false where something does. */
  take(box: Box): boolean {
    if (!this.isFree(box)) return false;
    this.block(box);
    return true;
  }

  /** Take a box whatever stands there. */
  block(box: Box): void {
    this.each(box, (key) => {
      const cell = this.cells.get(key);
      if (cell) cell.push(box);
      else this.cells.set(key, [box]);
      return true;
    });
  }

  isFree(box: Box): boolean {
    return this.each(
      box,
      (key) =>
        !this.cells
          .get(key)
          ?.some((other) => box.left < other.right && box.right > other.left && box.top < other.bottom && box.bottom > other.top),
    );
  }

  private each(box: Box, visit: (key: number) => boolean): boolean {
    const [firstX, lastX, firstY, lastY] = [box.left, box.right, box.top, box.bottom].map((edge) => Math.floor(edge / CELL)) as [
      number,
      number,
      number,
      number,
    ];
    for (let x = firstX; x <= lastX; x++) for (let y = firstY; y <= lastY; y++) if (!visit(x * 65_536 + y)) return false;
    return true;
  }
}

/** A name in lines of at most `most` characters, two lines at most; a longer one ends in … */
export function lines(name: string, most: number): string[] {
  const letters = [...name];
  const width = letters.reduce((sum, letter) => sum + (letter > "\u2e80" ? 1 : 0.55), 0);
  if (width <= most) return [name];
  const half = width <= 2 * most ? Math.ceil(letters.length / 2) : most;
  const rest = letters.slice(half);
  return [letters.slice(0, half).join(""), rest.length > most + 1 ? `${rest.slice(0, most - 1).join("")}…` : rest.join("")];
}
