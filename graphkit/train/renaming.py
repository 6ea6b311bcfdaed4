"""Our own articles under other names: each repetition of an article in training has other people in other regions.

The recogniser then learns how names stand in union news and not which names our articles happen to hold. People's names come
from the lists of the public data, regions from the gazetteer (province for province, county for county), townships from the
public list of streets.
"""

import csv
import gzip
import random
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path

from graphkit import lexicon, regions
from graphkit.regions import Region
from graphkit.train.corpora import Labelled, Span

_HAN_NAME = re.compile("[\u4e00-\u9fff]{2,4}$")
_TOWN = re.compile("(?P<stem>[\u4e00-\u9fff]{1,4})(?P<kind>街道|镇|乡|社区|村)")
_ENDING = re.compile("自治区|自治州|自治县|自治旗|地区|新区|[省市县区州盟旗]$")
_HOLDS_REGIONS = frozenset({"REGION", "UNION", "ORG", "HONOR", "DOC"})
_SHORT_NAMES_TOO = frozenset({"REGION", "UNION", "ORG"})  # elsewhere 安康 is a wish (安康杯), not a city
_PEOPLE = frozenset({"PERSON", "PER"})
Edit = tuple[int, int, str]


@dataclass(frozen=True)
class Names:
    """What names are drawn from: full names, given names, surnames, and townships' names without their ending."""

    full: tuple[str, ...]
    towns: tuple[str, ...]
    surnames: tuple[str, ...] = field(default_factory=lambda: tuple(sorted(lexicon.surnames())))

    @cached_property
    def given(self) -> tuple[str, ...]:
        """The given names of the full names of three characters."""
        return tuple(name[1:] for name in self.full if len(name) == 3)

    def person(self, chance: random.Random) -> str:
        """A name from the list, or a given name behind any surname: rare ones are as likely as common ones there."""
        if chance.random() < 0.5:
            return chance.choice(self.full)
        given = chance.choice(self.given)
        return chance.choice(self.surnames) + (given if chance.random() < 0.8 else given[:1])


def read_names(data: Path) -> Names:
    """The lists of the public data."""
    lines = (data / "lists/given_and_family_names.txt").read_text(encoding="utf-8").split()
    full = tuple(sorted({name for name in lines if _HAN_NAME.match(name)}))
    with gzip.open(data / "regions/streets.csv.gz", "rt", encoding="utf-8") as rows:
        stems = (_TOWN.fullmatch(row["name"]) for row in csv.DictReader(rows))
        towns = tuple(sorted({match["stem"] for match in stems if match and len(match["stem"]) > 1}))
    return Names(full, towns)


def renamed(item: Labelled, names: Names, chance: random.Random, *, places: bool = True) -> Labelled:
    """The item with its people renamed and (`places`) its regions moved; spans follow, words and tags are dropped."""
    edits = sorted([*_people(item, names, chance), *(_places(item, names, chance) if places else ())])
    text, spans = _applied(item, edits)
    return replace(item, text=text, spans=spans, words=(), tags=())


def _people(item: Labelled, names: Names, chance: random.Random) -> Iterator[Edit]:
    surfaces = {item.text[start:end] for start, end, label in item.spans if label in _PEOPLE}
    new = {name: names.person(chance) for name in sorted(surfaces) if _HAN_NAME.match(name) and name[0] not in "老小阿"}
    for start, end, label in item.spans:
        if label in _PEOPLE and item.text[start:end] in new:
            yield start, end, new[item.text[start:end]]


def _places(item: Labelled, names: Names, chance: random.Random) -> Iterator[Edit]:
    moved = Moved(names, chance)
    for start, end, label in item.spans:
        if label in _HOLDS_REGIONS:
            yield from moved.edits(item.text, start, end, label)


class Moved:
    """Where the regions of one article went: a region below one that moved goes to one below that one's new place."""

    def __init__(self, names: Names, chance: random.Random):
        self.gazetteer = regions.load()
        self.names, self.chance = names, chance
        self.to: dict[str, Region] = {}
        self.towns: dict[str, str] = {}

    def edits(self, text: str, start: int, end: int, label: str) -> Iterator[Edit]:
        """The edits of one span."""
        position = start
        while position < end:
            name = self.gazetteer.match(text, position)
            if name and label not in _SHORT_NAMES_TOO and not _ENDING.search(name):
                position += len(name)
            elif name and position + len(name) <= end and (found := self.gazetteer.named(name)):
                yield position, position + len(name), self._surface(name, self._target(found[0]))
                position += len(name)
            elif label == "REGION" and (match := _TOWN.match(text, position, end)):
                stem = self.towns.setdefault(match["stem"], self.chance.choice(self.names.towns))
                yield match.start("stem"), match.end("stem"), stem
                position = match.end()
            else:
                position += 1

    def _target(self, region: Region) -> Region:
        if region.code not in self.to:
            ending = _ENDING.search(region.name)
            alike = [one for one in self.gazetteer.by_code.values() if one.level == region.level]
            same = [one for one in alike if ending and one.name.endswith(ending.group())] or alike
            parent = self.gazetteer.parent(region)
            upper = self.to.get(parent.code) if parent else None
            near = [one for one in same if upper and one.code.startswith(upper.code[: 2 * upper.level])]
            self.to[region.code] = self.chance.choice(near or same)
        return self.to[region.code]

    @staticmethod
    def _surface(name: str, target: Region) -> str:
        ending = _ENDING.search(name)
        if ending is None:
            return target.short
        return target.name if target.name.endswith(ending.group()) else target.short + ending.group()


def _applied(item: Labelled, edits: Iterable[Edit]) -> tuple[str, tuple[Span, ...]]:
    """Text and spans after the edits, none of which overlaps another or crosses the end of a span."""
    parts: list[str] = []
    shifts: list[tuple[int, int]] = []  # from this old offset on, add so much
    position = shift = 0
    for start, end, new in edits:
        if start >= position:
            parts += [item.text[position:start], new]
            shift += len(new) - (end - start)
            position = end
            shifts.append((end, shift))
    parts.append(item.text[position:])

    def moved(offset: int) -> int:
        return offset + max((pair for pair in shifts if pair[0] <= offset), default=(0, 0))[1]

    return "".join(parts), tuple((moved(start), moved(end), label) for start, end, label in item.spans)
