"""One row of an answer, and how its cells are told to people."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from typing import Any

from graphkit import card, lexicon, ontology


@dataclass(frozen=True, slots=True, eq=False)
class Row(Mapping[str, Any]):
    """A row of an answer: a mapping from column to cell.

    `nodes` and `edges` are the ids of the entities and relations that the row is about, `marks` the stretches of its sentence
    that name the relation's ends.
    """

    cells: Mapping[str, Any]
    nodes: tuple[str, ...] = ()
    edges: tuple[str, ...] = ()
    marks: tuple[tuple[int, int], ...] = ()

    @property
    def id(self) -> str:
        """The id of the entity that the row is about; empty where it is about none."""
        return self.nodes[0] if self.nodes else ""

    def __getitem__(self, column: str) -> Any:
        return self.cells[column]

    def __iter__(self) -> Iterator[str]:
        return iter(self.cells)

    def __len__(self) -> int:
        return len(self.cells)


def heading(column: str) -> str:
    """A column's heading in Chinese: person → 人物, UNION → 工会; as it is where it has none."""
    known = ontology.load()
    if column in known.types:
        return known.types[column].zh
    return known.relations[column].zh if column in known.relations else str(lexicon.read_yaml("columns.yml")["answers"].get(column, column))


def told(column: str, value: Any) -> str:
    """A cell in readers' words: types and relations in Chinese, lists joined, numbers without idle zeros."""
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, float):
        return _number(value)
    if isinstance(value, (list, tuple, set, frozenset)):
        return "、".join(str(item) for item in value)
    return "" if value is None else _words().get(column, {}).get(value, str(value))


def _number(value: float) -> str:
    """A number with four places at most, one below 1 with four digits, which a rank in a large graph needs."""
    if 0 < abs(value) < 1:
        return f"{Decimal(f'{value:.4g}'):f}"
    return f"{value:.4f}".rstrip("0").rstrip(".")


@lru_cache
def _words() -> dict[str, dict[str, str]]:
    """The Chinese of the codes that columns hold."""
    known = ontology.load()
    types = {name: kind.zh for name, kind in known.types.items()}
    relations = {name: kind.zh for name, kind in known.relations.items()}
    kinds = {name: kind["zh"] for name, kind in lexicon.read_yaml("figures.yml")["kinds"].items()}
    units = {name: card.unit_word(name).strip("（）") for name in ("CNY", "person", "household", "item")}
    return {
        **lexicon.read_yaml("columns.yml")["cells"],
        "type": types,
        "relation": relations,
        "level": dict(known.levels),
        "kind": kinds,
        "unit": units,
    }
