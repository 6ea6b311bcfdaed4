// What the parts of the page share: the graph, the state, what is shown, and what opens things.

import type { Graph } from "./model.js";
import type { Selection, Store } from "./state.js";
import type { Passing, Visible } from "./visible.js";

export interface App {
  readonly graph: Graph;
  readonly store: Store;
  /** What is shown now. */
  readonly visible: Visible;
  /** What passes the filters now, whatever the limit. */
  readonly passing: Passing;
  /** Called whenever what is shown has changed. */
  onVisible: (listener: (visible: Visible) => void) => void;
  /** Select a node or an edge and open its panel; the view moves there where it is not to be seen. */
  open: (selection: Selection) => void;
  /** Show all nodes that pass the filters. */
  all: () => void;
  /** Tell screen readers. */
  announce: (text: string) => void;
}
