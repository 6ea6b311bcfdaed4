"""The values of a Cypher query over its matches: conditions with missing values, rows, aggregates, their order."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from statistics import fmean
from typing import Any

from graphkit.errors import QueryError
from graphkit.query.cypher_query import Comparison, Condition, Query, Term
from graphkit.query.questions import told
from graphkit.query.rows import Row
from graphkit.query.source import Source

_COMPARE: dict[str, Callable[[Any, Any], bool]] = {
    "=": lambda one, two: one == two,
    "<>": lambda one, two: one != two,
    "<": lambda one, two: one < two,
    ">": lambda one, two: one > two,
    "<=": lambda one, two: one <= two,
    ">=": lambda one, two: one >= two,
    "CONTAINS": lambda one, two: two in one,
    "STARTS WITH": lambda one, two: one.startswith(two),
    "ENDS WITH": lambda one, two: one.endswith(two),
    "IN": lambda one, two: one in two,
}
_AGGREGATE: dict[str, Callable[[list[Any]], Any]] = {
    "COUNT": len,
    "SUM": sum,
    "AVG": lambda values: fmean(values) if values else None,
    "MIN": lambda values: min(values, key=_sortable, default=None),
    "MAX": lambda values: max(values, key=_sortable, default=None),
    "COLLECT": list,
}


@dataclass(frozen=True)
class Match:
    """One match of the pattern: the entity of each variable, the relations of each relation's name."""

    nodes: Mapping[str, str]
    edges: Mapping[str, tuple[str, ...]]


class Values:
    """What the terms of a query stand for."""

    def __init__(self, source: Source, query: Query):
        self.source, self.query = source, query

    def matches(self, found: Mapping[Any, Sequence[Any]]) -> Iterator[Match]:
        """The matches in what grand-cypher returns: a column of ids for each variable, of attributes for each relation."""
        columns = {str(key): column for key, column in found.items()}
        nodes = [columns[f"ID(v{number})"] for number in range(len(self.query.nodes))]
        edges = [columns[f"e{number}"] for number in range(len(self.query.edges))]
        for place in range(len(nodes[0])):
            ends = {name: column[place] for name, column in zip(self.query.nodes, nodes, strict=True)}
            steps = {edge.name: _ids(column[place]) for edge, column in zip(self.query.edges, edges, strict=True)}
            yield Match(ends, steps)

    def holds(self, condition: Condition, match: Match) -> bool | None:
        """Whether a condition holds; None where a missing value leaves it open."""
        if isinstance(condition, Comparison):
            return self._compared(condition, match)
        found = [self.holds(part, match) for part in condition.parts]
        if condition.word == "NOT":
            return None if found[0] is None else not found[0]
        decisive = condition.word == "OR"
        return decisive if decisive in found else None if None in found else not decisive

    def _compared(self, condition: Comparison, match: Match) -> bool | None:
        left = self._identity(condition.left, match)
        if condition.operator in {"IS NULL", "IS NOT NULL"}:
            return (left is None) == (condition.operator == "IS NULL")
        right = self._identity(condition.right, match) if isinstance(condition.right, Term) else condition.right
        if left is None or right is None:
            return None
        try:
            return _COMPARE[condition.operator](left, right)
        except (TypeError, AttributeError):
            return None

    def _identity(self, term: Term, match: Match) -> Any:
        """The value of a term; of a variable alone the ids that it stands for."""
        if term.variable in match.nodes:
            node = match.nodes[term.variable]
            return self.source.graph.nodes[node].get(term.attribute) if term.attribute else node
        edges = match.edges[term.variable]
        if not term.attribute and term.function != "TYPE":
            return edges
        relation = self.source.relations[edges[0]]
        fields = self.source.graph.edges[relation.head, relation.tail, relation.id]
        return relation.type if term.function == "TYPE" else fields.get(term.attribute)

    def _cell(self, term: Term, identity: Any) -> Any:
        """What is shown of a value: the names of entities, the words of relations."""
        if term.attribute or term.function or identity is None:
            return identity
        if term.variable in self.query.nodes:
            return self.source.entities[identity].name
        words = [told(self.source.relations[edge]) or self.source.relations[edge].type for edge in identity]
        return words[0] if len(words) == 1 else words

    def rows(self, matches: Iterable[Match]) -> list[Row]:
        """The rows that a query returns of its matches, in order."""
        plain = [(term, name) for term, name in self.query.items if not term.aggregate]
        groups: dict[Any, list[Match]] = {}
        single = len(plain) == len(self.query.items) and not self.query.distinct
        for place, match in enumerate(matches):
            key = tuple(_hashable(self._identity(term, match)) for term, _ in plain)
            groups.setdefault((place, key) if single else key, []).append(match)
        if not plain and not groups:
            groups[()] = []
        rows = [self._row(group) for group in groups.values()]
        rows.sort(key=lambda row: [_sortable(row[name]) for _, name in self.query.items])
        for name, descending in reversed(self.query.order):
            rows.sort(key=lambda row, name=name: _sortable(row[name]), reverse=descending)  # type: ignore[misc]
        return rows

    def _row(self, group: list[Match]) -> Row:
        cells = {
            name: self._aggregated(term, group) if term.aggregate else self._cell(term, self._identity(term, group[0]))
            for term, name in self.query.items
        }
        nodes = dict.fromkeys(node for match in group for node in match.nodes.values())
        edges = dict.fromkeys(edge for match in group for steps in match.edges.values() for edge in steps)
        return Row(cells, tuple(nodes), tuple(edges))

    def _aggregated(self, term: Term, group: list[Match]) -> Any:
        if term.variable == "*":
            return len(group)
        found = [identity for match in group if (identity := self._identity(term, match)) is not None]
        if term.distinct:
            found = list({_hashable(identity): identity for identity in found}.values())
        try:
            return _AGGREGATE[term.aggregate]([self._cell(term, identity) for identity in found])
        except TypeError:
            raise QueryError(f"Cypher: {term} needs numbers") from None


def _ids(found: dict[str, str] | list[dict[str, str]]) -> tuple[str, ...]:
    """The ids of the relation, or of the relations of several steps, that grand-cypher returns."""
    return tuple(step["id"] for step in ([found] if isinstance(found, dict) else found))


def _hashable(value: Any) -> Any:
    return tuple(value) if isinstance(value, list) else value


def _sortable(value: Any) -> tuple[int, Any]:
    """Values in one order: numbers, texts, lists, and what is missing last, as in Cypher."""
    if value is None:
        return 3, 0
    if isinstance(value, (int, float)):
        return 0, value
    return (1, value) if isinstance(value, str) else (2, [_sortable(item) for item in value])
