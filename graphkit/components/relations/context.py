"""What the rules of relations look at: the text with its sentences and paragraphs, and the mentions in their order."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache

from spacy.tokens import Doc

from graphkit import lexicon
from graphkit.components.found import Found

BODIES = frozenset({"UNION", "ORG"})
_SENTENCE = re.compile("[^。！？；\n]*[。！？；]?[”’』」）]*")
_PARAGRAPH = re.compile("[^\n]+")
# 全省, 全市各级工会: the region speaks, not a body
_DEICTIC = re.compile(
    "全(?:省|市|县|区|州|盟|旗|疆|自治区|兵团|街道|镇)(?=(?:各级|各地|各市|各县|广大|基层)?(?:工会|职工|共|已|累计|有|新|签|参|建|[，,]|现|现有|各|组织|发展|困难|\\d))"
)

_HEAD = re.compile("(?<![\u4e00-\u9fff])副?(?P<region>省|市|县|区|州|盟|旗|镇|乡)长(?=[、，\u4e00-\u9fff]{0,12}$)")


@dataclass(frozen=True, slots=True)
class Claim:
    """A relation between two items of a context, the stretch of text that says it, the rule and how sure it is."""

    type: str
    head: int
    tail: int
    start: int
    end: int
    rule: str
    confidence: float
    attributes: Mapping[str, str | float] = field(default_factory=dict)


@dataclass(frozen=True)
class Context:
    """An article's text and its items: the mentions and the words that point at a region, in the order of the text."""

    text: str
    items: tuple[Found, ...]

    @classmethod
    def of(cls, doc: Doc) -> "Context":
        """The context of a Doc whose entities are settled."""
        names = [Found(ent.start_char, ent.end_char, ent.label_, ent.id_ or "model") for ent in doc.ents]
        return cls.build(doc.text, names)

    @classmethod
    def build(cls, text: str, names: Sequence[Found]) -> "Context":
        """A context from names; the pointing words are added."""
        covered = {offset for name in names for offset in range(name.start, name.end)}
        pointers = [Found(match.start(), match.end(), "REGION", "deictic") for match in _DEICTIC.finditer(text)]
        pointers += [found for name in names if name.type == "PERSON" for found in _governed(text, name.start)]
        free = [pointer for pointer in pointers if pointer.start not in covered]
        return cls(text, tuple(sorted([*names, *free])))

    @cached_property
    def starts(self) -> list[int]:
        """The items' starts, for bisection."""
        return [item.start for item in self.items]

    @cached_property
    def sentences(self) -> list[tuple[int, int]]:
        """The spans of the sentences (；ends one as well)."""
        return [match.span() for match in _SENTENCE.finditer(self.text) if match.end() > match.start()]

    @cached_property
    def paragraphs(self) -> list[tuple[int, int]]:
        """The spans of the paragraphs."""
        return [match.span() for match in _PARAGRAPH.finditer(self.text)]

    def sentence(self, offset: int) -> tuple[int, int]:
        """The span of the sentence that holds an offset."""
        return _around(self.sentences, offset)

    def paragraph(self, offset: int) -> tuple[int, int]:
        """The span of the paragraph that holds an offset."""
        return _around(self.paragraphs, offset)

    def within(self, start: int, end: int, types: frozenset[str] | None = None) -> Iterator[int]:
        """The indices of the items that lie in a span, in order."""
        for index in range(bisect_left(self.starts, start), bisect_left(self.starts, end)):
            if self.items[index].end <= end and (types is None or self.items[index].type in types):
                yield index

    def between(self, left: int, right: int) -> str:
        """The text between two items."""
        return self.text[self.items[left].end : self.items[right].start]

    def acts(self, index: int) -> bool:
        """Whether a body (or pointing word) can be the one who acts: no post, no object of a preposition."""
        item = self.items[index]
        if item.type == "REGION":
            return item.source == "deictic"
        if item.type not in BODIES:
            return False
        after, before = _not_actor()
        if index + 1 < len(self.items) and self.items[index + 1].start == item.end and self.items[index + 1].type == "PERSON":
            return False
        return not after.match(self.text, item.end) and not before.search(self.text[max(item.start - 6, 0) : item.start])

    def actors(self, offset: int) -> tuple[list[int], bool]:
        """Who acts at an offset: the nearest acting body before it in the sentence with those joined to it, else the one
        that the paragraph's sentences before carry on. The second value says whether it was carried.
        """
        start, _ = self.sentence(offset)
        here = [index for index in self.within(start, offset) if self.acts(index)]
        if here:
            return self.joined(here[-1], start), False
        opening, _ = self.paragraph(offset)
        for first, last in reversed(self.sentences[: bisect_right(self.sentences, (start, -1))]):
            if last <= opening or first >= start:
                continue
            there = [index for index in self.within(max(first, opening), last) if self.acts(index)]
            if there:
                return self.joined(there[0], first), True
        return [], True

    def joined(self, index: int, start: int) -> list[int]:
        """A body and those that act with it, to its left: A和B, A会同B、C."""
        group = [index]
        while group[0] > 0:
            left = group[0] - 1
            if self.items[left].end < start or self.items[left].type not in BODIES or not _joint().fullmatch(self.between(left, group[0])):
                break
            group.insert(0, left)
        return group


def _governed(text: str, name: int) -> Iterator[Found]:
    """省长X: the pointing word in the title of a head of government, as an item without length before it."""
    match = _HEAD.search(text, max(name - 24, 0), name)
    if match:
        yield Found(match.start(), match.start(), "REGION", "deictic")


def _around(spans: Sequence[tuple[int, int]], offset: int) -> tuple[int, int]:
    position = bisect_right(spans, (offset, float("inf"))) - 1
    return spans[position] if position >= 0 else (0, 0)


@lru_cache
def _not_actor() -> tuple[re.Pattern[str], re.Pattern[str]]:
    table = lexicon.read_yaml("relations.yml")
    return re.compile(table["not_actor_after"]), re.compile(table["not_actor_before"])


@lru_cache
def _joint() -> re.Pattern[str]:
    words = "|".join(map(re.escape, sorted(lexicon.read_yaml("relations.yml")["joint"], key=len, reverse=True)))
    return re.compile(f"(?:党组|机关)?(?:{words}){{1,2}}")


@lru_cache
def words(key: str) -> re.Pattern[str]:
    """A list of `data/relations.yml` as one pattern, longest words first."""
    return re.compile("|".join(map(re.escape, sorted(lexicon.read_yaml("relations.yml")[key], key=lambda word: (-len(word), word)))))
