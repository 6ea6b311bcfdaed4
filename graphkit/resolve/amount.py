"""What a figure is of, as far as its sentence tells: kind, cumulative or of this time, part of another, giver and receiver."""

import re
from collections.abc import Iterator, Sequence
from functools import cached_property, lru_cache
from typing import NamedTuple

from graphkit import lexicon
from graphkit.components.amounts import Amount, find_amounts
from graphkit.records import Annotation, Name, RelationMention
from graphkit.text import normalise

Attributes = dict[str, str | float]
BODIES = frozenset({"UNION", "ORG"})
GIVEN = frozenset({"spent", "given", "lent", "paid"})
_SENTENCE_END = re.compile("[。；！？\n]")
_CLAUSE_END = re.compile("[。；！？\n，：]")


class _Words(NamedTuple):
    kinds: dict[str, re.Pattern[str]]  # by unit, one group for each kind
    held: frozenset[str]
    cumulative: re.Pattern[str]
    this_time: re.Pattern[str]
    sum_told: re.Pattern[str]
    part: re.Pattern[str]
    not_giver: re.Pattern[str]
    source: re.Pattern[str]
    target: re.Pattern[str]
    receivers: re.Pattern[str]


@lru_cache
def _words() -> _Words:
    table = lexicon.read_yaml("figures.yml")
    names = ("cumulative", "this_time", "sum_told", "part", "not_giver", "from", "to", "receivers")
    kinds = {unit: _kinds(table["kinds"], unit) for unit in table["counters"]}
    return _Words(kinds, frozenset(table["held"]), *(re.compile(table[name]) for name in names))


def _kinds(kinds: dict[str, dict[str, list[str] | str]], unit: str) -> re.Pattern[str]:
    """The words of all kinds that can have a unit, the longest first."""
    words = [(word, kind) for kind, told in kinds.items() if unit in told["units"] for word in str(told["words"]).split()]
    words.sort(key=lambda item: (-len(item[0]), item))
    return re.compile("|".join(f"(?P<{kind}_{number}>{word})" for number, (word, kind) in enumerate(words)))


class Amounts:
    """The figures of one article, looked up by the relations that give them."""

    def __init__(self, annotation: Annotation, chosen: Sequence[Name | None]):
        self.text = normalise(annotation.article.text)
        self.named = [
            (mention, name)
            for mention, name in zip(annotation.mentions, chosen, strict=True)
            if name is not None and name.type in BODIES and not mention.deictic
        ]
        self.chosen = chosen

    @cached_property
    def amounts(self) -> list[Amount]:
        """All amounts of the article."""
        return list(find_amounts(self.text))

    def of(self, relation: RelationMention) -> Attributes:
        """The attributes of a figure beside value, unit and period; empty for any other relation."""
        amount = self._amount(relation) if relation.type == "FIGURE" else None
        if amount is None:
            return {}
        kind, verb = self._kind(amount)
        head = self.chosen[relation.head]
        told: dict[str, str | float | None] = {"kind": kind, "to": amount.top, "about": amount.about, "counter": _counter(amount)}
        told |= {"cumulative": self._cumulative(amount), "part": self._part(amount)}
        told |= {"giver": self._giver(amount, kind, verb, head), "receiver": self._receiver(amount, kind, verb)}
        return {key: value for key, value in told.items() if value not in {None, ""}}

    def _amount(self, relation: RelationMention) -> Amount | None:
        """The amount that a relation is of, by place and value."""
        wanted = relation.attributes.get("value"), relation.attributes.get("unit")
        inside = (amount for amount in self.amounts if relation.start <= amount.start and amount.end <= relation.end)
        return next((amount for amount in inside if (amount.value, amount.unit) == wanted), None)

    def _kind(self, amount: Amount) -> tuple[str, int]:
        """The kind of a figure and where its word begins: the last one before in its clause, the first behind, the last in its sentence."""
        if amount.counter in _words().held:
            return "held", amount.start
        pattern = _words().kinds[amount.unit]
        opening, clause = self._last(_SENTENCE_END, amount.start), self._last(_CLAUSE_END, amount.start)
        found = _final(pattern.finditer(self.text, clause, amount.start))
        found = found or next(pattern.finditer(self.text, amount.end, self._next(_CLAUSE_END, amount.end)), None)
        found = found or _final(pattern.finditer(self.text, opening, clause))
        return (str(found.lastgroup).rpartition("_")[0], found.start()) if found else ("", amount.start)

    def _cumulative(self, amount: Amount) -> bool | None:
        """Whether a figure is a sum over times, by the nearest word before it in its sentence; None where nothing tells."""
        words, opening = _words(), self._last(_SENTENCE_END, amount.start)
        over = _final(words.cumulative.finditer(self.text, opening, amount.start + 3))
        once = _final(words.this_time.finditer(self.text, opening, amount.start))
        if over or once:
            return once is None or (over is not None and over.start() > once.start())
        return True if words.sum_told.search(self.text, opening, amount.start + 3) else None

    def _part(self, amount: Amount) -> bool | None:
        """Whether a figure is a part of one before: 其中A 5人，B 3人, to the end of the sentence."""
        return True if _words().part.search(self.text, self._last(_SENTENCE_END, amount.start), amount.start) else None

    def _giver(self, amount: Amount, kind: str, verb: int, head: Name | None) -> str:
        """Who gives: the last body in front of the word, else the one whose figure it is; of what is raised, where it comes from."""
        opening = self._last(_SENTENCE_END, amount.start)
        if kind == "raised":
            found = _final(_words().source.finditer(self.text, opening, amount.end))
            return self._called(*found.span("who")) if found else ""
        if kind not in GIVEN:
            return ""
        before = [
            name
            for mention, name in self.named
            if opening <= mention.start and mention.end <= verb and not _words().not_giver.search(self.text, opening, mention.start)
        ]
        return before[-1].name if before else head.name if head is not None and head.type in BODIES else ""

    def _receiver(self, amount: Amount, kind: str, verb: int) -> str:
        """Who is given to or helped, as the text calls them."""
        opening = self._last(_CLAUSE_END, amount.start)
        if kind in GIVEN:
            found = _final(_words().target.finditer(self.text, opening, amount.start))
            return self._called(*found.span("who")) if found else ""
        if kind != "helped":
            return ""
        between = _words().receivers.search(self.text, verb, amount.start) if verb < amount.start else None
        told = _words().receivers.match(self.text, amount.end)
        if told is None and between is not None and between.end() == amount.start:
            verb_end = _words().kinds[amount.unit].match(self.text, verb)
            return self.text[verb_end.end() if verb_end else between.start() : between.end()]
        return told.group() if told else ""

    def _called(self, start: int, end: int) -> str:
        """A stretch of the text, by the name of the body that it is."""
        return next((name.name for mention, name in self.named if (mention.start, mention.end) == (start, end)), self.text[start:end])

    def _last(self, pattern: re.Pattern[str], place: int) -> int:
        return max((match.end() for match in pattern.finditer(self.text, max(place - 200, 0), place)), default=max(place - 200, 0))

    def _next(self, pattern: re.Pattern[str], place: int) -> int:
        match = pattern.search(self.text, place)
        return match.start() if match else len(self.text)


def _final(matches: Iterator["re.Match[str]"]) -> "re.Match[str] | None":
    """The last match."""
    last = None
    for match in matches:
        last = match
    return last


def _counter(amount: Amount) -> str:
    """The counting word where the unit does not tell it: 场, 家, 人次."""
    return amount.counter if amount.unit == "item" or amount.counter == "人次" else ""
