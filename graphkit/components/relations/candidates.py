"""What the classifier of relations decides on: pairs of items, amounts with the body and the program that they may be of, titles
of posts with the person and the body.
"""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from graphkit.components.amounts import Amount, find_amounts
from graphkit.components.relations.context import BODIES, Context, words
from graphkit.components.relations.titles import Title, find_titles

# The relations that are ranked as pairs: types of heads and of tails
PAIRS = {
    "RUNS": (BODIES, frozenset({"PROGRAM"})),
    "AWARDED": (BODIES | {"PERSON", "PROGRAM"}, frozenset({"HONOR"})),
    "ISSUED": (BODIES, frozenset({"DOC"})),
    "PARTNERS": (BODIES, BODIES),
    "SUPPORTS": (BODIES, BODIES | {"REGION", "PERSON"}),
    "PART_OF": (frozenset({"PROGRAM"}), frozenset({"PROGRAM"})),
}
EARLIER = 5  # heads before the tail's sentence
LATER = 40  # winners behind an honour
LINE = 70  # characters of a line in a list of winners
FAR = {"RUNS", "AWARDED"}  # relations whose head may stand in another paragraph
WHERE = BODIES | {"REGION"}  # what a post may be held in
LISTED = 12  # people of one list
_LIST = re.compile("(?:[（(][^（()）]{1,16}[）)])?(?:[、，\\s]+|和|及|以及)(?:[（(][^（()）]{1,16}[）)])?")
PROGRAMS, HEADS = 5, 7  # nearest to an amount
BEHIND = 30  # characters behind an amount in which its body may stand


@dataclass(frozen=True, slots=True)
class Pair:
    """Two items that may be related."""

    type: str
    head: int
    tail: int


@dataclass(frozen=True, slots=True)
class Figure:
    """An amount, and a body and a program that it may be of."""

    amount: Amount
    head: int
    tail: int


@dataclass(frozen=True, slots=True)
class Post:
    """A title of a post, the person who may hold it, and where."""

    title: Title
    person: int
    body: int


@dataclass(frozen=True)
class Places:
    """A context with its items counted by sentence and paragraph."""

    context: Context

    @cached_property
    def sentence(self) -> list[int]:
        """The number of each item's sentence."""
        return [self.sentence_of(item.start) for item in self.context.items]

    @cached_property
    def paragraph(self) -> list[int]:
        """The number of each item's paragraph."""
        return [self.paragraph_of(item.start) for item in self.context.items]

    @cached_property
    def acts(self) -> list[bool]:
        """Whether each item can be the one who acts."""
        return [self.context.acts(index) for index in range(len(self.context.items))]

    @cached_property
    def first_actor(self) -> dict[int, int]:
        """The first acting item of each sentence."""
        found: dict[int, int] = {}
        for index, sentence in enumerate(self.sentence):
            if self.acts[index]:
                found.setdefault(sentence, index)
        return found

    @cached_property
    def first_union(self) -> int | None:
        """The article's first union, most often the one that it is about."""
        return next((index for index, item in enumerate(self.context.items) if item.type == "UNION"), None)

    @cached_property
    def frequency(self) -> "Counter[str]":
        """How often each union is named, by its surface."""
        return Counter(self.surface(index) for index, item in enumerate(self.context.items) if item.type == "UNION")

    def surface(self, index: int) -> str:
        """An item's text."""
        item = self.context.items[index]
        return self.context.text[item.start : item.end]

    def sentence_of(self, offset: int) -> int:
        """The number of the sentence that holds an offset."""
        return bisect_right(self._sentence_starts, offset) - 1

    def paragraph_of(self, offset: int) -> int:
        """The number of the paragraph that holds an offset."""
        return bisect_right(self._paragraph_starts, offset) - 1

    @cached_property
    def titles(self) -> list[Title]:
        """The titles of posts."""
        return list(find_titles(self.context))

    def lists(self, first: int, last: int) -> bool:
        """Whether only short lines, as of a list, stand below one item's paragraph down to another's."""
        lines = self.context.paragraphs[self.paragraph[first] + 1 : self.paragraph[last] + 1]
        return all(end - start <= LINE for start, end in lines)

    def helps(self, index: int) -> bool:
        """Whether an item's sentence speaks of help."""
        return bool(words("help").search(self.context.text, *self.context.sentence(self.context.items[index].start)))

    @cached_property
    def _sentence_starts(self) -> list[int]:
        return [start for start, _ in self.context.sentences]

    @cached_property
    def _paragraph_starts(self) -> list[int]:
        return [start for start, _ in self.context.paragraphs]


def pairs(places: Places) -> Iterator[Pair]:
    """The pairs of every ranked relation."""
    for relation, (heads, tails) in PAIRS.items():
        for tail, item in enumerate(places.context.items):
            if item.type in tails and item.source != "deictic" and (relation != "SUPPORTS" or places.helps(tail)):
                for head in _heads(places, relation, tail, heads):
                    yield Pair(relation, head, tail)


def _heads(places: Places, relation: str, tail: int, types: frozenset[str]) -> Iterator[int]:
    """The heads that a tail may have: in its sentence, shortly before it, the article's first union, winners listed behind."""
    items, sentence, paragraph = places.context.items, places.sentence, places.paragraph
    earlier = 0
    first = tail
    for head in range(tail - 1, -1, -1):
        if items[head].type not in types or items[head].source == "deictic":
            continue
        if sentence[head] != sentence[tail]:
            earlier += 1
            if relation == "PARTNERS" or earlier > EARLIER or (paragraph[head] != paragraph[tail] and relation not in FAR):
                break
        first = head
        yield head
    if relation == "PARTNERS":
        return
    later = 0
    for head in range(tail + 1, len(items)):
        if items[head].type in types and items[head].source != "deictic":
            listed = relation == "AWARDED" and later < LATER and (paragraph[head] - paragraph[tail] <= 2 or places.lists(tail, head))
            if sentence[head] != sentence[tail] and not listed:
                break
            later += 1
            yield head
    union = places.first_union
    if union is not None and relation != "AWARDED" and union < first and sentence[union] != sentence[tail]:
        yield union


def figures(places: Places) -> Iterator[list[Figure]]:
    """For each amount, what it may be of."""
    items, paragraph = places.context.items, places.paragraph
    for amount in find_amounts(places.context.text):
        here = places.paragraph_of(amount.start)
        near = [index for index in range(len(items)) if paragraph[index] in {here, here - 1}]
        near.sort(key=lambda index: abs(items[index].start - amount.start))
        programs = [index for index in near if items[index].type == "PROGRAM"][:PROGRAMS]
        bodies = [index for index in near if _may_act(places, index) and items[index].start < amount.start + BEHIND][:HEADS]
        if places.first_union is not None and places.first_union not in bodies:
            bodies.append(places.first_union)
        if programs and bodies:
            yield [Figure(amount, body, program) for program in programs for body in bodies]


def _may_act(places: Places, index: int) -> bool:
    item = places.context.items[index]
    return item.type in BODIES or item.source == "deictic"


def posts(places: Places) -> Iterator[list[Post]]:
    """For each title and each person of its sentence who may hold it, where that may be."""
    for title in places.titles:
        bodies = _bodies(places, title)
        for person in _people(places, title):
            if bodies:
                yield [Post(title, person, body) for body in bodies]


def _people(places: Places, title: Title) -> list[int]:
    """The person in front of a title and the one behind it, each with those that are listed with them."""
    items, here = places.context.items, places.sentence_of(title.start)
    people = [index for index, item in enumerate(items) if item.type == "PERSON" and places.sentence[index] == here]
    behind = next((index for index in people if items[index].start >= title.end), None)
    before = next((index for index in reversed(people) if items[index].end <= title.start), None)
    return [*_listed(places, behind, 1), *_listed(places, before, -1)]


def _listed(places: Places, index: int | None, step: int) -> Iterator[int]:
    items = places.context.items
    for _ in range(LISTED):
        if index is None:
            return
        yield index
        other = index + step
        joined = (
            0 <= other < len(items) and items[other].type == "PERSON" and _LIST.fullmatch(places.context.between(*sorted((index, other))))
        )
        index = other if joined else None


def _bodies(places: Places, title: Title) -> list[int]:
    """Where a post may be held: the last bodies in front of it, the next one behind it in its sentence, the article's first union and
    the last one before.
    """
    items, here = places.context.items, places.sentence_of(title.start)
    before = [index for index, item in enumerate(items) if item.end <= title.start and item.type in WHERE]
    paragraph = places.paragraph_of(title.start)
    found = [index for place, index in enumerate(reversed(before[-4:])) if place < 2 or places.paragraph[index] == paragraph]
    found += [
        index for index, item in enumerate(items) if item.start >= title.end and item.type in WHERE and places.sentence[index] == here
    ][:1]
    unions = [index for index in before if items[index].type == "UNION"]
    return list(dict.fromkeys([*found, *unions[-1:], *([places.first_union] if places.first_union is not None else [])]))
