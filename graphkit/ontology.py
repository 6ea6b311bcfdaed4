"""The node types and relation types, read from `data/ontology.yml` and checked at load."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from pathlib import Path
from typing import Any, TypeVar

import yaml

from graphkit.errors import OntologyError

_COLOR = re.compile(r"#[0-9A-Fa-f]{6}")
SHAPES = {"dot", "square", "triangle", "triangleDown", "diamond", "star", "hexagon"}


@dataclass(frozen=True)
class NodeType:
    """A kind of entity: its labels and its looks."""

    name: str
    zh: str
    en: str
    color: str
    shape: str
    hidden: bool = False


@dataclass(frozen=True)
class RelationType:
    """A kind of relation: its labels, looks, allowed ends and attributes."""

    name: str
    zh: str
    en: str
    reverse: str
    color: str
    heads: frozenset[str]
    tails: frozenset[str]
    symmetric: bool = False
    attributes: tuple[str, ...] = ()


Kind = TypeVar("Kind", NodeType, RelationType)


@dataclass(frozen=True)
class Ontology:
    """All node types and relation types, by name; the labels of nodes' details and of levels."""

    types: Mapping[str, NodeType]
    relations: Mapping[str, RelationType]
    details: Mapping[str, str]
    levels: Mapping[str, str]

    def allows(self, relation: str, head: str, tail: str) -> bool:
        """Whether a relation of this name may lead from a node of type `head` to one of type `tail`."""
        kind = self.relations.get(relation)
        return kind is not None and head in kind.heads and tail in kind.tails

    def type_named(self, name: str) -> NodeType | None:
        """The node type of an English or Chinese name (UNION, union, 工会)."""
        return _named(self.types.values(), name)

    def relation_named(self, name: str) -> RelationType | None:
        """The relation of an English or Chinese name (HOLDS, holds, 任职)."""
        return _named(self.relations.values(), name)


def _named(kinds: Iterable[Kind], name: str) -> Kind | None:
    return next((kind for kind in kinds if name.lower() in {kind.name.lower(), kind.zh, kind.en.lower()}), None)


@lru_cache
def load(path: Path | None = None) -> Ontology:
    """Read an ontology file (the bundled one by default).

    Raises OntologyError naming the entry and the field that does not hold.
    """
    source = path or files("graphkit") / "data" / "ontology.yml"
    try:
        data = yaml.safe_load(source.read_text(encoding="utf-8"))
    except (OSError, yaml.YAMLError) as error:
        raise OntologyError(f"{source}: cannot be read: {error}") from None
    types = {name: _node_type(name, fields) for name, fields in _section(data, "types").items()}
    relations = {name: _relation_type(name, fields, types) for name, fields in _section(data, "relations").items()}
    labels = ({str(key): str(value) for key, value in (data.get(name) or {}).items()} for name in ("details", "levels"))
    return Ontology(types, relations, *labels)


def _section(data: Any, name: str) -> dict[str, Any]:
    section = data.get(name) if isinstance(data, dict) else None
    if not isinstance(section, dict) or not section:
        raise OntologyError(f"the ontology has no section {name}")
    return section


def _field(name: str, fields: Any, key: str) -> str:
    value = fields.get(key) if isinstance(fields, dict) else None
    if not isinstance(value, str) or not value:
        raise OntologyError(f"{name}: the field {key} is missing")
    return value


def _color(name: str, fields: Any) -> str:
    color = _field(name, fields, "color")
    if not _COLOR.fullmatch(color):
        raise OntologyError(f"{name}: color {color} is not of the form #RRGGBB")
    return color


def _node_type(name: str, fields: Any) -> NodeType:
    shape = _field(name, fields, "shape")
    if shape not in SHAPES:
        raise OntologyError(f"{name}: shape {shape} is not one of {', '.join(sorted(SHAPES))}")
    return NodeType(name, _field(name, fields, "zh"), _field(name, fields, "en"), _color(name, fields), shape, bool(fields.get("hidden")))


def _relation_type(name: str, fields: Any, types: Mapping[str, NodeType]) -> RelationType:
    zh, en, reverse = (_field(name, fields, key) for key in ("zh", "en", "reverse"))
    heads, tails = (frozenset(fields.get(key) or ()) for key in ("heads", "tails"))
    for end in (heads, tails):
        if not end or end - types.keys():
            raise OntologyError(f"{name}: heads and tails must name node types; got {', '.join(sorted(end - types.keys())) or 'none'}")
    attributes = tuple(fields.get("attributes") or ())
    return RelationType(name, zh, en, reverse, _color(name, fields), heads, tails, bool(fields.get("symmetric")), attributes)
