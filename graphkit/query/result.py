"""An answer: rows that know the entities and relations they are about, and so their sentences, their graph and their looks."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from typing import Any, overload

from graphkit import store
from graphkit.errors import QueryError
from graphkit.graph import Graph
from graphkit.query.extras import require
from graphkit.query.rows import Row, heading, told
from graphkit.query.source import Source

LIMIT = 1000


@dataclass(frozen=True, slots=True)
class Chart:
    """How `plot` draws an answer: its rows by what stands in the columns of `labels`, as bars of `value`, each with its `note`, as a
    tree by the column `depth`, or as lines from the first to the last day of `span`."""

    labels: tuple[str, ...]
    value: str = ""
    note: str = ""
    span: tuple[str, str] = ("first", "last")
    depth: str = ""


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Result(Sequence[Row]):
    """An immutable answer to a question.

    `title` says in Chinese what was asked, `rows` hold a cell for each of `columns`. `limit` is the number of rows that the answer
    was cut to where there are more, else None. Slices are answers too; `result[0]["person"]` is a cell. `attributes` are added to
    the nodes of its network; a `plain` answer shows columns and cells as they are.
    """

    source: Source
    title: str
    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    limit: int | None = None
    chart: Chart | None = None
    attributes: Mapping[str, Mapping[str, Any]] | None = None
    plain: bool = False

    @overload
    def __getitem__(self, index: int) -> Row: ...
    @overload
    def __getitem__(self, index: slice) -> "Result": ...
    def __getitem__(self, index: int | slice) -> "Row | Result":
        return replace(self, rows=self.rows[index]) if isinstance(index, slice) else self.rows[index]

    def __iter__(self) -> Iterator[Row]:
        return iter(self.rows)

    def __len__(self) -> int:
        return len(self.rows)

    def __repr__(self) -> str:
        return f"<{self.title}: {self.size}{f', {self.cut}' if self.cut else ''}; {', '.join(self.columns)}>"

    @property
    def size(self) -> str:
        """How many rows there are, in words."""
        return f"{len(self)} row{'s' if len(self) != 1 else ''}"

    @property
    def cut(self) -> str:
        """What is said of an answer that was cut; empty for a whole one."""
        return f"cut to the first {self.limit:,}, limit=None gives all" if self.limit is not None else ""

    @property
    def nodes(self) -> tuple[str, ...]:
        """The ids of the entities that the rows are about."""
        return tuple(dict.fromkeys(node for row in self.rows for node in row.nodes))

    @property
    def edges(self) -> tuple[str, ...]:
        """The ids of the relations that the rows rest on."""
        return tuple(dict.fromkeys(edge for row in self.rows for edge in row.edges))

    def heading(self, column: str) -> str:
        """A column's heading for people."""
        return column if self.plain else heading(column)

    def told(self, column: str, value: Any) -> str:
        """A cell for people."""
        return told("" if self.plain else column, value)

    def shown(self, row: Row, column: str) -> str:
        """A row's cell for people; in a tree, what lies deeper stands further in."""
        inset = "　" * row["depth"] if column == "union" and "depth" in row else ""
        return inset + self.told(column, row[column])

    def where(self, **cells: Any) -> "Result":
        """The rows whose cells are as told, in the data's words or in those of the table: officials.where(post="主席"),
        figures.where(unit="元", year=[2018, 2019])."""
        if unknown := [column for column in cells if column not in self.columns]:
            raise QueryError(f"no column {unknown[0]}; there are {', '.join(self.columns)}")
        kept = tuple(row for row in self.rows if all(self._fits(row, column, cell) for column, cell in cells.items()))
        return replace(self, title=f"{self.title}（{'，'.join(self.told(*item) for item in cells.items())}）", rows=kept)

    def _fits(self, row: Row, column: str, told: Any) -> bool:
        several = told if isinstance(told, (list, tuple, set, frozenset)) else [told]
        return any(row[column] == one or self.told(column, row[column]) == str(one) for one in several)

    @property
    def df(self) -> Any:
        """The rows as a pandas DataFrame with the English column names. Raises QueryError where pandas is missing."""
        pandas = require("pandas", "pandas")
        return pandas.DataFrame([[row[column] for column in self.columns] for row in self.rows], columns=list(self.columns))

    def evidence(self, *, limit: int | None = LIMIT) -> "Result":
        """The sentences that say the answer's relations, each with its ends, title, paper, date and file."""
        rows = (_sentence(self.source, item) for item in self.source.evidence(self.edges))
        columns = ("head", "relation", "tail", "sentence", "title", "paper", "date", "path", "confidence")
        return answer(self.source, f"{self.title}的依据", columns, rows, limit)

    def to_networkx(self) -> Graph:
        """The answer's entities and relations as a networkx MultiDiGraph of its own, with the attributes of the whole graph."""
        graph: Graph = self.source.graph.__class__(**self.source.graph.graph)
        relations = [self.source.relations[edge] for edge in self.edges]
        for node in dict.fromkeys((*self.nodes, *(end for relation in relations for end in (relation.head, relation.tail)))):
            graph.add_node(node, **self.source.graph.nodes[node], **(self.attributes or {}).get(node, {}))
        for relation in relations:
            graph.add_edge(
                relation.head, relation.tail, key=relation.id, **self.source.graph.edges[relation.head, relation.tail, relation.id]
            )
        return graph

    def plot(self, ax: Any = None, *, people: str = "public") -> Any:
        """Draw the answer with matplotlib and return the axes: bars of what it counts, lines of what has days, a tree, else its network.

        `people` (public, all, none) says who is in it. Raises QueryError where matplotlib or a font with Chinese characters is
        missing, or where there is nothing to draw.
        """
        from graphkit.query.plot import plot

        return plot(self, ax, people)

    def show(self, *, height: int = 600, people: str = "public") -> Any:
        """The answer's network as the explorable page, inside the notebook; `people` (public, all, none) says who is in it."""
        from graphkit.query.frame import frame

        return frame(self.source, self.to_networkx(), height=height, people=people, title=self.title)

    def _repr_html_(self) -> str:
        from graphkit.query.html import result_html

        return result_html(self)


def answer(
    source: Source,
    title: str,
    columns: Iterable[str],
    rows: Iterable[Row],
    limit: int | None = LIMIT,
    chart: Chart | None = None,
    *,
    plain: bool = False,
) -> Result:
    """An answer of at most `limit` rows (None: of all); what lies beyond is not even computed.

    Raises QueryError for a limit below 0.
    """
    if limit is not None and limit < 0:
        raise QueryError(f"a limit is a number of rows, or None for all, not {limit}")
    taken = iter(rows)
    kept = tuple(taken if limit is None else islice(taken, limit))
    more = limit is not None and next(taken, None) is not None
    return Result(source, title, tuple(columns), kept, limit if more else None, chart, plain=plain)


def _sentence(source: Source, item: store.Evidence) -> Row:
    relation = source.relations[item.relation]
    ends = relation.head, relation.tail
    head, tail = (source.entities[end].name for end in ends)
    where = {"title": item.title, "paper": item.paper, "date": item.date, "path": item.path, "confidence": round(item.confidence, 2)}
    cells = {"head": head, "relation": relation.type, "tail": tail, "sentence": item.sentence, **where}
    return Row(cells, ends, (item.relation,), tuple(span for span in (item.head, item.tail) if span is not None))
