"""The figures of a store, and where two of them contradict each other: listed side by side, never averaged."""

import math
import sqlite3
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations, pairwise
from pathlib import Path

from graphkit import card, store, times
from graphkit.errors import NotFoundError
from graphkit.text import name_key

ROUGH = 0.1  # how far apart two numbers may be of which one is told as 余, 近 or 约
EQUAL = 1e-3
DIGITS = 2  # significant digits that must agree at least: 1.2万 may stand for 12034, 50万 not for 52万


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure in words and in numbers; `year` is that of its period, else of the first article that has it."""

    id: str
    program: str
    whose: str
    says: str
    kind: str
    value: float
    to: float | None
    unit: str
    counter: str
    about: str
    cumulative: bool | None
    part: bool
    period: str
    year: str
    giver: str
    receiver: str
    first: str
    articles: int
    confidence: float

    @property
    def when(self) -> str:
        """The period in readers' words, else the day of the first article."""
        return times.readable(self.period) if self.period else times.between(self.first, self.first)


@dataclass(frozen=True, slots=True)
class Conflict:
    """Two figures that cannot both hold: why, and each with the sentence that says it."""

    why: str
    figures: tuple[Figure, Figure]
    evidence: tuple[store.Evidence, store.Evidence]


def figures(path: Path, program: str = "") -> list[Figure]:
    """The figures of a program (by any of its names; of a family, those of its members too), or all; by program, whose, and time.

    Raises NotFoundError where the store has no figure of the program.
    """
    with store.connect(path) as db:
        known = {entity.id: entity for entity in store.entities(db)}
        wanted = _wanted(db, known.values(), program)
        found = listed((relation for relation in store.relations(db) if not program or relation.tail in wanted), known)
    if program and not found:
        raise NotFoundError(f"no figures of a program named {program}")
    return found


def listed(relations: Iterable[store.Relation], known: Mapping[str, store.Entity]) -> list[Figure]:
    """The figures among relations whose ends are known by id; by program, whose, and time."""
    found = [_figure(relation, known) for relation in relations if relation.type == "FIGURE"]
    return sorted(found, key=lambda item: (item.program, item.whose, item.period[-10:] or item.first, item.id))


def _wanted(db: sqlite3.Connection, known: Iterable[store.Entity], program: str) -> set[str]:
    name = name_key(program)
    named = {entity.id for entity in known if entity.type == "PROGRAM" and name in map(name_key, (entity.name, *entity.names))}
    return named | {relation.head for relation in store.relations(db) if relation.type == "PART_OF" and relation.tail in named}


def _figure(relation: store.Relation, known: Mapping[str, store.Entity]) -> Figure:
    told = relation.attributes
    period = told.get("period", "")
    words = {name: told.get(name, "") for name in ("kind", "unit", "counter", "about", "giver", "receiver")}
    return Figure(
        relation.id,
        known[relation.tail].name,
        known[relation.head].name,
        card.told(told),
        value=told["value"],
        to=told.get("to"),
        cumulative=told.get("cumulative"),
        part=bool(told.get("part")),
        period=period,
        year=(period[-10:] or relation.first)[:4],
        first=relation.first,
        articles=relation.articles,
        confidence=relation.confidence,
        **words,
    )


def grouped(found: Iterable[Figure], by: str) -> dict[str, list[Figure]]:
    """Figures by program, year or union, in order."""
    keys: dict[str, Callable[[Figure], str]] = {
        "program": lambda figure: figure.program,
        "year": lambda figure: figure.year or "年份不详",
        "union": lambda figure: figure.whose,
    }
    groups: dict[str, list[Figure]] = defaultdict(list)
    for figure in found:
        groups[keys[by](figure)].append(figure)
    return dict(sorted(groups.items()))


def conflicts(path: Path, found: list[Figure]) -> list[Conflict]:
    """The contradictions among figures: two values of one thing at one time, and sums that fall as time goes on."""
    with store.connect(path) as db:
        told = {figure.id: next(store.evidence(db, figure.id)) for figure in found}
    alike: dict[tuple[object, ...], list[Figure]] = defaultdict(list)
    for figure in found:
        if figure.kind and not figure.part:  # of what no word tells, two numbers may be of two things
            alike[figure.program, figure.whose, figure.unit, figure.counter, figure.kind, bool(figure.cumulative)].append(figure)
    pairs = [pair for group in alike.values() for pair in (*_at_one_time(group, told), *_falling(group))]
    return [Conflict(why, (one, two), (told[one.id], told[two.id])) for why, one, two in pairs]


def _at_one_time(group: list[Figure], told: dict[str, store.Evidence]) -> Iterator[tuple[str, Figure, Figure]]:
    """Two figures of one period, from two sentences; without a period, of one day and from two articles."""
    for one, two in combinations(group, 2):
        if agree(one, two) or told[one.id].sentence == told[two.id].sentence:
            continue
        if one.period and one.period == two.period:
            yield f"{times.readable(one.period)}", one, two
        elif not one.period and not two.period and one.first == two.first != "" and told[one.id].article != told[two.id].article:
            yield times.between(one.first, one.first), one, two


def _falling(group: list[Figure]) -> Iterator[tuple[str, Figure, Figure]]:
    """Sums from one beginning of which a later one is smaller."""
    by_start: dict[str, list[Figure]] = defaultdict(list)
    for figure in group:
        if figure.cumulative and (figure.period or figure.first):
            by_start[figure.period[:10]].append(figure)
    for sums in by_start.values():
        for one, two in pairwise(sorted(sums, key=lambda figure: (_end(figure), figure.value))):
            if _end(one) < _end(two) and (two.to or two.value) < one.value and not agree(one, two):
                yield "falls", one, two


def _end(figure: Figure) -> str:
    return figure.period[-10:] or figure.first


def agree(one: Figure, two: Figure) -> bool:
    """Whether two numbers can be the same: equal, one rounded from the other, one in the other's range, or roughly told."""
    if one.to is not None or two.to is not None:
        return one.value <= (two.to or two.value) and two.value <= (one.to or one.value)
    low, high = sorted((one.value, two.value))
    if math.isclose(low, high, rel_tol=EQUAL) or ((one.about or two.about) and math.isclose(low, high, rel_tol=ROUGH)):
        return True
    digits = max(DIGITS, min(_significant(low), _significant(high)))
    return _rounded(low, digits) == _rounded(high, digits)


def _significant(value: float) -> int:
    return len(f"{value:.10g}".replace(".", "").strip("0"))


def _rounded(value: float, digits: int) -> str:
    return f"{value:.{digits}g}"
