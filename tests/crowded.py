"""Crowded pages, as real ones are: kickers and columns' names above titles, long features with crossheads of one form, columns of
short items, photo news beside and inside articles, slogan boxes and captions between sound paragraphs."""

import random
import re
from collections.abc import Iterator, Sequence

from tests.typesetting import DATA, Known, Setter

_OPENING = re.compile(r"^[^。，]{0,30}?(?:讯|电)[ \u3000]?(?:[(（][^)）]*[)）])?\s*")
_CLAUSE = re.compile(r"(?<=[，。,])[\u4e00-\u9fff]{5,11}[^\x00-\u4dff说道](?=[，。,])")
SHORT = 280  # characters of a short item


def lead(known: Known) -> str:
    """The first paragraph of an article without its dateline; empty where it is too long for a short item."""
    kind, text = known.parts[0]
    item = _OPENING.sub("", text)
    return item if kind == "paragraph" and 45 <= len(item) <= SHORT else ""


class Crowded(Setter):
    """Sets one crowded page."""

    def __init__(self, kind: str, chance: random.Random):
        super().__init__(kind, chance)
        self.spare: list[Known] = []  # articles for short items and photo news

    def fill(self, articles: Sequence[Known]) -> None:
        """Set three to six articles, among them columns of short items and photo news."""
        chosen = self.chance.sample(articles, len(articles))
        self.spare = [known for known in chosen[6:] if lead(known)]
        for known in chosen[: self.chance.choice([3, 4, 5, 6])]:
            self.chance.choices([self.article, self.short_items, self.photo_article], [8, 1, 1])[0](known)

    def head(self, known: Known) -> None:
        """A title, often with a kicker or its column's name above it, at times with the column's name in its place."""
        if self.chance.random() < 0.1:
            self.gap(2)  # a picture stood there
        lines = [known.title, *known.below]
        above = self.chance.random()
        if above < 0.15:
            lines.insert(0, self.word("column"))
        elif above < 0.3:
            lines.insert(0, self.worded(self.chance.choice(DATA["kickers"])))
        elif above < 0.37:
            lines = [self.word("column")]
        self.begin(*lines)
        self.page.titles.append(known.title if known.title in lines else lines[0])
        if self.chance.random() < 0.1:
            self.captioned()

    def captioned(self) -> None:
        """A caption or box across a gap."""
        self.gap(4)
        self.aside(self.filled(self.chance.choice(DATA["captions"] + DATA["boxes"])))

    def short_items(self, known: Known) -> None:
        """A column of short items: each with a title of its own, or marked and all of them one article."""
        items = [self.spare.pop() for _ in range(self.chance.randint(3, 5)) if self.spare] or [known]
        if self.chance.random() < 0.5:
            self.titled_items(items)
        else:
            self.marked_items(items)

    def titled_items(self, items: Sequence[Known]) -> None:
        """Short items, an article each; the column's name stands above the first one's title."""
        name = [self.word("brief")]
        for item in items:
            self.begin(*name, item.title)
            self.page.titles.append(item.title)
            self.gap()
            self.paragraph(lead(item))
            name = []

    def marked_items(self, items: Sequence[Known]) -> None:
        """Short items without titles, one article with the column's name as its title; each with a dateline is one of its own."""
        name, bullet = self.word("brief"), self.word("bullet")
        self.begin(name)
        self.page.titles.append(name)
        self.last = -1
        for item in items:
            self.gap()
            if self.last >= 0:
                self.page.ends.append((self.last, len(self.page.text)))
                if bullet.startswith("本报"):
                    self.page.starts.append(len(self.page.text))
            self.paragraph(bullet + lead(item))
            self.last = len(self.page.text) - 1

    def photo_article(self, known: Known) -> None:
        """Photo news by itself, and the article behind it."""
        self.photo_news()
        self.article(known)

    def photo_news(self) -> None:
        """An item below a picture, signed by its photographer."""
        if self.spare:
            self.gap(2)
            self.begin(lead(self.spare.pop()) + self.word("scene") + self.filled(self.word("sign")))

    def between(self) -> None:
        """At times a caption, a box or photo news between two sound parts of an article."""
        if self.last < 0:
            return
        what = self.chance.random()
        if what < 0.08:
            self.captioned()
        elif what < 0.13:
            self.gap(4)
            self.aside(self.word("slogan"))
        elif what < 0.15:
            self.photo_news()

    def parts(self, known: Known) -> Iterator[tuple[str, str]]:
        """The article's parts; a longer one has crossheads of one form, invented or taken from the text below them."""
        form = self.chance.choice([*DATA["crossheads"], "clause"])
        headed = len(known.parts) > 4 and self.chance.random() < 0.7
        for number, (kind, text) in enumerate(known.parts):
            if headed and number and kind == "paragraph" and text[0] not in "(（" and self.chance.random() < 0.4:
                yield "heading", self.crosshead(form, text)
            yield kind, text

    def crosshead(self, form: str, text: str) -> str:
        """A crosshead of a form; a clause of the text where the form says so and one fits."""
        clauses: list[str] = _CLAUSE.findall(text)
        if form == "clause" and clauses:
            return self.chance.choice(clauses)
        return self.worded(DATA["crossheads"][0] if form == "clause" else form)

    def worded(self, form: str) -> str:
        """A form with words in it, each place with a word of its own."""
        return re.sub(r"\{(\w+)\}", lambda match: self.word(match[1]), form)

    def word(self, name: str) -> str:
        """A word for a place in a form."""
        return self.chance.choice(list("一二三四五六") if name == "n" else DATA[f"{name}s"])
