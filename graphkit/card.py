"""The card of one entity: what it is and what the store knows of it, each fact with an evidence sentence and its source."""

import difflib
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from graphkit import ontology, store, times
from graphkit.errors import NotFoundError
from graphkit.text import name_key


@dataclass(frozen=True, slots=True)
class Line:
    """One fact of a card, told from the entity's side, and the evidence for it."""

    section: str
    text: str
    evidence: store.Evidence | None


@dataclass(frozen=True, slots=True)
class Card:
    """An entity with its facts."""

    entity: store.Entity
    lines: tuple[Line, ...]


def cards(path: Path, name: str) -> list[Card]:
    """The cards of all entities that carry a name (canonical or a surface form that only they have).

    Raises NotFoundError with the nearest names where there are none.
    """
    with store.connect(path) as db:
        known = {entity.id: entity for entity in store.entities(db)}
        return [Card(entity, tuple(_lines(db, entity, known))) for entity in _named(known, name)]


def _named(known: dict[str, store.Entity], name: str) -> list[store.Entity]:
    wanted = name_key(name)
    exact = [entity for entity in known.values() if name_key(entity.name) == wanted or entity.id == name]
    found = exact or [entity for entity in known.values() if wanted in map(name_key, entity.names)]
    if not found:
        names = sorted({label for entity in known.values() for label in (entity.name, *entity.names)})
        near = difflib.get_close_matches(name, names, n=5, cutoff=0.4) or [label for label in names if name in label][:5]
        raise NotFoundError(f"no entity named {name}" + (f"; near it: {'、'.join(near)}" if near else ""))
    return sorted(found, key=lambda entity: (-entity.articles, entity.id))


def _lines(db: sqlite3.Connection, entity: store.Entity, known: dict[str, store.Entity]) -> Iterator[Line]:
    kinds = ontology.load().relations
    rows = [relation for relation in store.relations(db) if entity.id in {relation.head, relation.tail}]
    order = {name: number for number, name in enumerate(kinds)}
    for relation in sorted(rows, key=lambda row: (order.get(row.type, 99), row.head != entity.id, row.first, row.id)):
        outward = relation.head == entity.id
        kind = kinds[relation.type]
        other = known[relation.tail if outward else relation.head]
        evidence = next(store.evidence(db, relation.id), None)
        yield Line(kind.zh if outward else kind.reverse, f"{other.name}{detail(relation)}", evidence)


def detail(relation: store.Relation) -> str:
    """The attributes of a relation in a bracket: （主席，见于2014年7月3日）, （1100万元，2014年）."""
    if "title" in relation.attributes:
        status = relation.attributes.get("status", "")
        seen = times.between(relation.first, relation.last)
        return f"（{status}{relation.attributes['title']}{f'，见于{seen}' if seen else ''}）"
    if "value" not in relation.attributes:
        return ""
    period = relation.attributes.get("period")
    amount = figure(relation.attributes["value"], relation.attributes["unit"])
    return f"（{amount}，{times.readable(period, relation.attributes.get('precision', ''))}）" if period else f"（{amount}）"


def figure(value: float, unit: str) -> str:
    """A figure as Chinese readers write it: 11000000 CNY → 1100万元."""
    scale, suffix = (1e8, "亿") if value >= 1e8 else (1e4, "万") if value >= 1e4 else (1, "")
    number = f"{value / scale:.4f}".rstrip("0").rstrip(".")
    return number + suffix + {"CNY": "元", "person": "人", "household": "户", "item": "（项、个）"}.get(unit, unit)
