"""The card of one entity: what it is and what the store knows of it, each fact with an evidence sentence and its source."""

import sqlite3
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from graphkit import lexicon, ontology, store, times
from graphkit.lookup import Names

DOUBTFUL = 0.5  # a confidence below which a fact is told to be doubtful, as on the page


@dataclass(frozen=True, slots=True)
class Line:
    """One fact of a card, told from the entity's side, and the evidence for it."""

    section: str
    text: str
    evidence: store.Evidence | None
    confidence: float


@dataclass(frozen=True, slots=True)
class Card:
    """An entity with its facts."""

    entity: store.Entity
    lines: tuple[Line, ...]

    @property
    def about(self) -> str:
        """What is told of the entity itself: 系列：四季送；届次：第8届、第9届."""
        labels = ontology.load().details
        told = {key: self.entity.attributes[key] for key in labels if key in self.entity.attributes}
        levels = ontology.load().levels
        cells = {key: "、".join(value) if isinstance(value, list) else levels.get(value, value) for key, value in told.items()}
        return "；".join(f"{labels[key]}：{cell}" for key, cell in cells.items())


def cards(path: Path, name: str) -> list[Card]:
    """The cards of all entities that carry a name (canonical or a surface form that only they have).

    Raises NotFoundError with the nearest names where there are none.
    """
    with store.connect(path) as db:
        names = Names(store.entities(db))
        return [Card(entity, tuple(_lines(db, entity, names.by_id))) for entity in names.find(name)]


def _lines(db: sqlite3.Connection, entity: store.Entity, known: dict[str, store.Entity]) -> Iterator[Line]:
    kinds = ontology.load().relations
    rows = [relation for relation in store.relations(db) if entity.id in {relation.head, relation.tail}]
    order = {name: number for number, name in enumerate(kinds)}
    for relation in sorted(rows, key=lambda row: (order.get(row.type, 99), row.head != entity.id, *place(row, entity.id), row.id)):
        outward = relation.head == entity.id
        kind = kinds[relation.type]
        other = known[relation.tail if outward else relation.head]
        evidence = next(store.evidence(db, relation.id), None)
        says = f"{other.name}{detail(relation.attributes, relation.first, relation.last)}"
        yield Line(kind.zh if outward else kind.reverse, says, evidence, relation.confidence)


def place(relation: store.Relation, entity: str) -> tuple[object, ...]:
    """Where a relation stands among those of its kind: by time; a body's officials by post, and of one post by time."""
    times_ = relation.first or "9999", relation.last
    if relation.type != "HOLDS" or relation.head == entity:
        return ((), "", *times_)
    title = str(relation.attributes.get("title", ""))
    return (post_rank(title), title, *times_)


@lru_cache
def post_rank(title: str) -> tuple[int, int]:
    """The order of a post: as the list of posts has them, the post itself before its deputies."""
    posts = lexicon.read_list("posts.txt")
    number = max((number for number, post in enumerate(posts) if title.endswith(post)), key=lambda at: len(posts[at]), default=len(posts))
    before = title.removesuffix(posts[number]) if number < len(posts) else ""
    return number, 2 if before.endswith("副") and not before.endswith("常务副") else 1 if before else 0


def detail(attributes: Mapping[str, Any], first: str, last: str) -> str:
    """What a relation tells beside its ends, in a bracket: （主席，见于2014年7月3日）, （1100万元，2014年）.

    `first` and `last` are the days between which articles tell it.
    """
    if "title" in attributes:
        seen = times.between(first, last)
        return f"（{attributes.get('status', '')}{attributes['title']}{f'，见于{seen}' if seen else ''}）"
    if "value" not in attributes:
        return ""
    period = attributes.get("period")
    amount = told(attributes)
    return f"（{amount}，{times.readable(period, attributes.get('precision', ''))}）" if period else f"（{amount}）"


def told(attributes: Mapping[str, Any]) -> str:
    """A figure in readers' words: 累计惠及超1.2万人次, 投入50万元."""
    kinds = lexicon.read_yaml("figures.yml")["kinds"]
    kind = kinds[attributes["kind"]]["zh"] if attributes.get("kind") in kinds else ""
    about = {"over": "超", "under": "近", "about": "约"}.get(attributes.get("about", ""), "")
    low = figure(attributes["value"], attributes["unit"], attributes.get("counter", ""))
    top = f"至{figure(attributes['to'], attributes['unit'], attributes.get('counter', ''))}" if "to" in attributes else ""
    return f"{'累计' if attributes.get('cumulative') else ''}{kind}{about}{low}{top}"


def figure(value: float, unit: str, counter: str = "") -> str:
    """A figure as Chinese readers write it: 11000000 CNY → 1100万元; items by their counting word where it is known."""
    scale, suffix = (1e8, "亿") if value >= 1e8 else (1e4, "万") if value >= 1e4 else (1, "")
    number = f"{value / scale:.4f}".rstrip("0").rstrip(".")
    return number + suffix + (counter or unit_word(unit))


def unit_word(unit: str) -> str:
    """A figure's unit in Chinese: CNY → 元."""
    return {"CNY": "元", "person": "人", "household": "户", "item": "（项、个）"}.get(unit, unit)
