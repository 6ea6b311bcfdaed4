"""What every export is made from: nodes, edges and evidence as rows of plain values, each column with one type."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import chain
from typing import Any

from graphkit.export.values import KINDS, Row, Value, clean, common, convert, items

LOOKS = ("size", "x", "y", "r", "g", "b", "color")  # what only programs that draw need
# Sentences hold the mark that other lists are joined by
_JOINED_BY = {"evidence": " ｜ "}


@dataclass(frozen=True, slots=True)
class Rows:
    """Rows and their columns: the name of each in order, with its type: string, strings, boolean, long or double.

    A row lacks the columns that it has no value for.
    """

    columns: Mapping[str, str]
    rows: list[Row]

    def __iter__(self) -> Iterator[Row]:
        return iter(self.rows)

    def __len__(self) -> int:
        return len(self.rows)

    @classmethod
    def of(cls, rows: Iterable[Mapping[str, Any]], known: Mapping[str, str]) -> "Rows":
        """Rows made from any values, their columns in the order in which the rows tell them.

        The columns of `known` are always there and have the type that stands there, the others that which fits their values.
        """
        rows = list(rows)
        cleaned = [{name: cell for name, value in row.items() if (cell := clean(value)) is not None} for row in rows]
        types: dict[str, set[type]] = defaultdict(set)
        for row in cleaned:
            for name, value in row.items():
                types[name].add(type(value))
        order = dict.fromkeys(chain(chain.from_iterable(rows), known))
        columns = {name: known.get(name) or common(types[name]) for name in order if name in known or name in types}
        mixed = {name: kind for name, kind in columns.items() if name in types and {KINDS[found] for found in types[name]} != {kind}}
        return cls(columns, [row | {name: convert(row[name], kind) for name, kind in mixed.items() if name in row} for row in cleaned])

    def but(self, *names: str) -> dict[str, str]:
        """The columns without some of them."""
        return {name: kind for name, kind in self.columns.items() if name not in names}

    def without(self, *names: str) -> "Rows":
        """The same rows without some columns; what stands in those is passed over."""
        return Rows(self.but(*names), self.rows)

    def cells(self) -> Iterator[list[Value | None]]:
        """Each row as the values of all columns in their order, None for a missing one."""
        return ([row.get(name) for name in self.columns] for row in self.rows)

    def flat(self) -> "Rows":
        """The same rows with each list joined to one text, for formats that hold no lists."""
        lists = {name: _JOINED_BY.get(name, "；") for name, kind in self.columns.items() if kind == "strings"}
        columns = {name: "string" if name in lists else kind for name, kind in self.columns.items()}
        return Rows(columns, [row | {name: by.join(items(row[name])) for name, by in lists.items() if name in row} for row in self.rows])


@dataclass(frozen=True, slots=True)
class Table:
    """A graph as rows, with what is known of its build.

    Every node has `id`, every edge `id`, `source` and `target`; `relation` of a row of evidence is the id of its edge.
    `collapsed` says that edges stand for all the facts between two nodes.
    """

    nodes: Rows
    edges: Rows
    evidence: Rows
    meta: Mapping[str, str] = field(default_factory=dict)
    collapsed: bool = False

    def sheets(self) -> dict[str, Rows]:
        """Nodes, edges and evidence by their names, the edges with the names of their ends."""
        return {"nodes": self.nodes, "edges": self._named(), "evidence": self.evidence}

    def _named(self) -> Rows:
        """The edges with `source_label` and `target_label` beside the ids."""
        labels = {row["id"]: row.get("label", row["id"]) for row in self.nodes}
        columns: dict[str, str] = {}
        for name, type_ in self.edges.columns.items():
            columns |= {name: type_} | ({f"{name}_label": "string"} if name in {"source", "target"} else {})
        ends = ("source", "target")
        return Rows(columns, [row | {f"{end}_label": labels[row[end]] for end in ends if row[end] in labels} for row in self.edges])

    def without_looks(self) -> "Table":
        """The same table for programs that draw nothing: without sizes, positions and colours."""
        return replace(self, nodes=self.nodes.without(*LOOKS), edges=self.edges.without(*LOOKS))

    def flat(self) -> "Table":
        """The same table without lists."""
        return replace(self, nodes=self.nodes.flat(), edges=self.edges.flat(), evidence=self.evidence.flat())
