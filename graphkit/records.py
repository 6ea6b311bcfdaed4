"""The records that flow between the stages: frozen, standard library only.

    SourceText → Article → Annotation (Mention, RelationMention) → Entity, Evidence, Relation

Two invariants hold everywhere: `article.text[m.start:m.end]` is a mention's surface, and the source text between the
offsets that `article.source_span` gives is the same surface once the layout's white space is taken out.
"""

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class SourceText:
    """The text of one document as it was read, before any repair."""

    id: str
    path: str
    text: str
    format: str = "txt"
    encoding: str = "utf-8"
    damaged: int = 0
    meta: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Skipped:
    """An input that was not read, and why."""

    path: str
    reason: str


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of an article's text that stands in one piece in the source."""

    start: int
    source: int
    length: int


@dataclass(frozen=True, slots=True)
class Block:
    """A part of an article: its kind (title, kicker, subtitle, byline, heading, paragraph, caption, signature) and its span."""

    kind: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Article:
    """One article of a document: repaired text, its blocks, and what the text tells about it."""

    doc: str
    number: int
    text: str
    pieces: tuple[Piece, ...]
    blocks: tuple[Block, ...] = ()
    title: str = ""
    kicker: str = ""
    subtitle: str = ""
    byline: str = ""
    dateline: str = ""
    paper: str = ""
    place: str = ""
    date: str = ""

    @property
    def id(self) -> str:
        """The document's id and the article's number in it, from 1."""
        return f"{self.doc}#{self.number}"

    @property
    def about(self) -> dict[str, str]:
        """What the article tells about itself, in the order of a page."""
        fields = ("title", "kicker", "subtitle", "byline", "dateline", "paper", "place", "date")
        return {field: getattr(self, field) for field in fields}

    def source_offset(self, offset: int) -> int:
        """Where the character at `offset` of the article stands in the source text."""
        piece = self.pieces[max(bisect_right(self.pieces, offset, key=lambda piece: piece.start) - 1, 0)]
        return piece.source + offset - piece.start

    def source_span(self, start: int, end: int) -> tuple[int, int]:
        """The span of the source text that holds the article's characters from `start` to `end`."""
        return self.source_offset(start), self.source_offset(end - 1) + 1 if end > start else self.source_offset(start)


@dataclass(frozen=True, slots=True)
class Mention:
    """A name in an article: span, surface and type. `deictic` marks words that only point (全省, 该会), which are no names.

    `source` is the part of the pipeline that found it.
    """

    start: int
    end: int
    type: str
    surface: str
    source: str = ""
    deictic: bool = False


@dataclass(frozen=True, slots=True)
class RelationMention:
    """A relation between two mentions of one article (by their place in its list), with the span of text that says it."""

    type: str
    head: int
    tail: int
    start: int
    end: int
    rule: str
    confidence: float
    attributes: Mapping[str, str | float] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Annotation:
    """An article with all that was found in it, in the order of the text."""

    article: Article
    mentions: tuple[Mention, ...]
    relations: tuple[RelationMention, ...]


@dataclass(frozen=True, slots=True)
class Name:
    """What a mention was resolved to within its article: canonical name, identity and the reason.

    `key` is the identity (region code, parsed name …) that the entity's id is made from; `region` a division's code.
    """

    type: str
    name: str
    key: str
    reason: str
    region: str = ""


@dataclass(frozen=True, slots=True)
class Fact:
    """A relation between two resolved names, the span of the article that says it, the rule and its confidence.

    `head_span` and `tail_span` are where the ends stand in the article; None for an end that came from the context.
    """

    type: str
    head: Name
    tail: Name
    start: int
    end: int
    rule: str
    confidence: float
    attributes: Mapping[str, str | float] = field(default_factory=dict)
    head_span: tuple[int, int] | None = None
    tail_span: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Resolved:
    """An annotation with a name for each of its mentions (None: only points, to nothing that could be told) and its facts.

    `details` is what the article tells beside each mention of the thing named: editions, years, level, giver, number.
    """

    annotation: Annotation
    names: tuple[Name | None, ...]
    facts: tuple[Fact, ...]
    details: tuple[Mapping[str, str], ...] = ()
