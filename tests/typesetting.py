"""Type is set: the articles of a page, their columns cut anywhere, with what stands between the halves remembered."""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import yaml

_ENDS = "。！？…；：”）;:!?)"
DATA: dict[str, list[str]] = yaml.safe_load(Path(__file__).with_name("newspaper.yml").read_text(encoding="utf-8"))


@dataclass(frozen=True)
class Known:
    """An article as it was written: title, the lines below it (subtitle, byline), and its other parts with their kinds."""

    name: str
    title: str
    below: tuple[str, ...]
    parts: tuple[tuple[str, str], ...]


@dataclass
class Page:
    """A page and what is known of it; offsets count its characters."""

    kind: str
    text: str = ""
    starts: list[int] = field(default_factory=list)
    titles: list[str] = field(default_factory=list)
    halves: list[tuple[int, int]] = field(default_factory=list)  # last character of the left half, first new one of the right half
    cuts: list[tuple[int, int]] = field(default_factory=list)  # those of them where no punctuation stands at the cut
    ends: list[tuple[int, int]] = field(default_factory=list)  # last character of a sound part, first of the next
    captions: list[tuple[int, int]] = field(default_factory=list)


class Setter:
    """Sets one page."""

    def __init__(self, kind: str, chance: random.Random):
        self.page = Page(kind)
        self.chance = chance
        self.column = chance.randint(120, 420)
        self.room = self.column
        self.width = chance.randint(12, 24)
        self.last = -1  # the offset of the last character of a part, where a sound end may follow

    def fill(self, articles: Sequence[Known]) -> None:
        """Set one to six of the articles."""
        for known in self.chance.sample(articles, self.chance.choice([1, 2, 3, 4, 6])):
            self.article(known)

    def put(self, text: str) -> int:
        """Write characters as they are; the offset of the first."""
        start = len(self.page.text)
        self.page.text += text
        return start

    def gap(self, size: int = 2) -> None:
        """Line ends between two parts."""
        if self.page.text:
            self.put("\n" * size)

    def filled(self, template: str) -> str:
        """A template with invented names in it."""
        return template.format(
            n=self.chance.randint(1, 8), name=self.chance.choice(DATA["names"]), place=self.chance.choice(DATA["places"])
        )

    def article(self, known: Known) -> None:
        """Set one article."""
        self.head(known)
        self.last = -1
        for kind, text in self.parts(known):
            self.between()
            self.gap()
            start = len(self.page.text)
            if self.last >= 0 and kind != "caption":
                self.page.ends.append((self.last, start))
            if kind == "paragraph":
                self.paragraph(text)
            else:
                self.put(text)
            if kind == "caption":
                self.page.captions.append((start, len(self.page.text)))
            self.last = len(self.page.text) - 1

    def head(self, known: Known) -> None:
        """Set an article's title and what stands below it."""
        self.begin(known.title, *known.below)
        self.page.titles.append(known.title)

    def begin(self, *lines: str) -> None:
        """The first lines of an article."""
        self.gap()
        self.page.starts.append(self.put(lines[0]))
        for line in lines[1:]:
            self.gap()
            self.put(line)

    def between(self) -> None:
        """Set what stands between two sound parts of an article: nothing."""

    def parts(self, known: Known) -> Iterator[tuple[str, str]]:
        """The article's parts, with a heading of several phrases before some paragraphs of a longer one."""
        styles = ("{0}、{1},{2}", "{0} {1}", "{0}、{1} {2}", "{2}", "{0},{2}")
        style = self.chance.choice(styles)
        headed = len(known.parts) > 4 and self.chance.random() < 0.5
        for number, (kind, text) in enumerate(known.parts):
            if headed and number and kind == "paragraph" and text[0] not in "(（" and self.chance.random() < 0.4:
                phrases = self.chance.sample(DATA["phrases"], 2)
                yield "heading", style.format(*phrases, self.chance.choice(DATA["clauses"]))
            yield kind, text

    def paragraph(self, text: str) -> None:
        """Set running text: cut where a column ends, wrapped where the page's kind says so."""
        if self.page.kind == "plain":
            self.put(text)
        elif self.page.kind == "wrapped":
            self.wrapped(text)
        else:
            while len(text) > self.room:
                if self.room:
                    self.put(text[: self.room])
                    self.cut(text[: self.room], text[self.room :])
                text = text[self.room :]
                self.room = self.column
            self.put(text)
            self.room -= len(text)

    def wrapped(self, text: str) -> None:
        """Lines of one width, the paragraph's first indented by two ideographic spaces."""
        text = "\u3000\u3000" + text
        lines = [text[at : at + self.width] for at in range(0, len(text), self.width)]
        for left, right in zip(lines, [*lines[1:], ""], strict=True):
            self.put(left)
            if right:
                end = len(self.page.text)
                self.put("\n")
                self.halved(left, right, end)

    def halved(self, left: str, right: str, end: int) -> None:
        """Remember the last character of a left half, which ends at an offset, and the first of the right half, which comes now."""
        before, after = len(left) - len(left.rstrip()), len(right) - len(right.lstrip())
        pair = (end - 1 - before, len(self.page.text) + after)
        self.page.halves.append(pair)
        if left[-1] not in _ENDS and right[0] not in _ENDS:
            self.page.cuts.append(pair)

    def aside(self, text: str) -> None:
        """A caption or box."""
        start = self.put(text)
        self.page.captions.append((start, len(self.page.text)))

    def cut(self, left: str, right: str) -> None:
        """The end of a column in the middle of a paragraph, and what stands between the halves."""
        end = len(self.page.text)
        self.put("\n\n")
        if self.page.kind in {"captions", "repeats", "crowded"} and self.chance.random() < 0.5:
            self.put("\n\n")
            for template in self.chance.sample(DATA["captions"] + DATA["boxes"], self.chance.choice([1, 1, 2])):
                self.aside(self.filled(template))
                self.put("\n\n")
        if self.page.kind == "repeats" and self.chance.random() < 0.4:
            self.put(left[-self.chance.randint(2, 8) :])
        self.halved(left, right, end)
