"""A Cypher query taken apart."""

from dataclasses import dataclass, field
from typing import Any, TypeAlias

AGGREGATES = ("COUNT", "SUM", "AVG", "MIN", "MAX", "COLLECT")
COMPARISONS = ("=", "<>", "<", ">", "<=", ">=")


@dataclass
class Node:
    """A node of the pattern: the types that it may have (none: any) and the values that its attributes must have."""

    types: frozenset[str] = frozenset()
    values: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Edge:
    """A relation of the pattern, from head to tail: its types (none: any) and, of variable length, how many steps it may take."""

    name: str
    types: tuple[str, ...]
    head: str
    tail: str
    steps: tuple[int, int] | None = None


@dataclass(frozen=True)
class Term:
    """What is compared or returned: a variable, an attribute of it, ID() or type() of it, or an aggregate of one of these."""

    variable: str
    attribute: str = ""
    function: str = ""
    aggregate: str = ""
    distinct: bool = False

    def __str__(self) -> str:
        inside = f"{self.variable}.{self.attribute}" if self.attribute else self.variable
        inside = f"{self.function}({inside})" if self.function else inside
        return f"{self.aggregate}({'DISTINCT ' if self.distinct else ''}{inside})" if self.aggregate else inside


@dataclass(frozen=True)
class Comparison:
    """One condition of WHERE; the right side is a term or a value."""

    left: Term
    operator: str
    right: Any


@dataclass(frozen=True)
class Joined:
    """Conditions joined by AND or OR, or one that NOT turns round."""

    word: str
    parts: tuple["Condition", ...]


Condition: TypeAlias = Comparison | Joined


@dataclass
class Query:
    """A query taken apart."""

    nodes: dict[str, Node] = field(default_factory=dict)
    edges: list[Edge] = field(default_factory=list)
    where: Condition | None = None
    items: list[tuple[Term, str]] = field(default_factory=list)
    distinct: bool = False
    order: list[tuple[str, bool]] = field(default_factory=list)
    skip: int = 0
    limit: int | None = None
