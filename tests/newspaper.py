"""A layout machine: known articles set as newspaper pages, with every habit that readers of such pages curse.

Columns cut anywhere, captions and slogan boxes between the halves, page heads, several articles, half-width punctuation,
repeats at a break, lines of a fixed width. What was done is remembered, so that a reading of the page can be scored.
"""

import random
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

ARTICLES = Path(__file__).parents[1] / "models" / "training" / "articles"
KINDS = ("plain", "columns", "captions", "half-width", "repeats", "wrapped")
NARROW = str.maketrans("，：；（）", ",:;()")
_ENDS = "。！？…；：”）;:!?)"
_CAPTIONS = (
    "图为{place}工会干部走访一线职工。 {name} 摄",
    "{place}职工技能大赛现场",
    "{place}总工会开展送清凉活动",
    "▲{place}举行集体婚礼。{name} 摄",
    "工人师傅在车间检修设备({name} 摄)",
)
_BOXES = ("中国梦 劳动美", "劳动最光荣", "工会在您身边", "扎实开展主题教育")
_HEADS = ("第0{n}版  综合新闻", "{n}版 工会新闻    2019年5月1{n}日 星期三", "A{n} 要闻", "2018年1{n}月2{n}日  星期五")
_FEET = ("责编:{name} 美编:{name}", "本版编辑 {name}  校对 {name}", "(下转第{n}版)", "新闻热线:0000-0000000", "投稿邮箱:abc@example.org")
_PHRASES = (
    "强基础",
    "补短板",
    "赛技能",
    "比创新",
    "建机制",
    "畅渠道",
    "办实事",
    "解难题",
    "抓组建",
    "扩覆盖",
    "暖人心",
    "聚力量",
    "重帮扶",
    "促和谐",
)
_CLAUSES = (
    "工会组织更有活力",
    "把温暖送到职工身边",
    "职工舞台更加宽广",
    "维权服务不留空白",
    "阵地建设迈上台阶",
    "凝聚奋进的磅礴力量",
    "让一线职工有奔头",
    "工会工作亮点纷呈",
)
_PLACES = ("城关镇", "开发区", "市直机关", "矿区", "街道")
_NAMES = ("李默", "王思远", "赵立", "周晓", "马文")


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


def known_articles() -> list[Known]:
    """The training articles that were written without column breaks, with a title of one line."""
    unbroken = (path for path in sorted(ARTICLES.glob("*.txt")) if int(path.stem[1:]) % 8 != 3)  # the others have breaks of their own
    return [known for path in unbroken if (known := known_article(path)) is not None]


def known_article(path: Path) -> Known | None:
    """The article of a text file; None where its title or its parts are in doubt."""
    lines = [line.strip() for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    if len(lines) < 2 or len(lines[0]) > 34 or lines[0][-1] in "。；" or "简讯" in lines[0] or "图片新闻" in lines[0]:
        return None
    body = next((number for number, line in enumerate(lines) if number and _part_kind(line) == "paragraph"), 0)
    parts = tuple((_part_kind(line), line) for line in lines[body:])
    roundup = any(line.startswith("【") for line in lines)
    return Known(path.stem, lines[0], tuple(lines[1:body]), parts) if 0 < body <= 3 and not roundup else None


def _part_kind(line: str) -> str:
    if re.search(r"摄[)）]?$|^图为|^▲", line) and len(line) < 80:
        return "caption"
    return "paragraph" if re.search("[。！？…；：][”’』)）]*$|[)）]$", line) or len(line) > 45 else "heading"


class Setter:
    """Sets one page."""

    def __init__(self, kind: str, chance: random.Random):
        self.page = Page(kind)
        self.chance = chance
        self.column = chance.randint(120, 420)
        self.room = self.column
        self.width = chance.randint(12, 24)
        self.last = -1  # the offset of the last character of a part, where a sound end may follow

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
        return template.format(n=self.chance.randint(1, 8), name=self.chance.choice(_NAMES), place=self.chance.choice(_PLACES))

    def article(self, known: Known) -> None:
        """Set one article."""
        self.gap()
        self.page.starts.append(self.put(known.title))
        self.page.titles.append(known.title)
        self.last = -1
        for line in known.below:
            self.gap()
            self.put(line)
        for kind, text in self.parts(known):
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

    def parts(self, known: Known) -> Iterator[tuple[str, str]]:
        """The article's parts, with a heading of several phrases before some paragraphs of a longer one."""
        styles = ("{0}、{1},{2}", "{0} {1}", "{0}、{1} {2}", "{2}", "{0},{2}")
        style = self.chance.choice(styles)
        headed = len(known.parts) > 4 and self.chance.random() < 0.5
        for number, (kind, text) in enumerate(known.parts):
            if headed and number and kind == "paragraph" and text[0] not in "(（" and self.chance.random() < 0.4:
                phrases = self.chance.sample(_PHRASES, 2)
                yield "heading", style.format(*phrases, self.chance.choice(_CLAUSES))
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
            start = self.put(left)
            if right:
                self.page.halves.append((start + len(left) - 1, start + len(left) + 1))
                if left[-1] not in _ENDS and right[0] not in _ENDS:
                    self.page.cuts.append((start + len(left) - 1, start + len(left) + 1))
                self.put("\n")

    def cut(self, left: str, right: str) -> None:
        """The end of a column in the middle of a paragraph, and what stands between the halves."""
        end = len(self.page.text) - 1
        self.put("\n\n")
        if self.page.kind in {"captions", "repeats"} and self.chance.random() < 0.5:
            self.put("\n\n")
            for template in self.chance.sample(_CAPTIONS + _BOXES, self.chance.choice([1, 1, 2])):
                start = self.put(self.filled(template))
                self.page.captions.append((start, len(self.page.text)))
                self.put("\n\n")
        if self.page.kind == "repeats" and self.chance.random() < 0.4:
            self.put(left[-self.chance.randint(2, 8) :])
        self.page.halves.append((end, len(self.page.text)))
        if left[-1] not in _ENDS and right[0] not in _ENDS:
            self.page.cuts.append((end, len(self.page.text)))


def page(kind: str, articles: Sequence[Known], seed: int) -> Page:
    """One page of a kind with one to six articles, the same for the same seed."""
    chance = random.Random(f"{kind} {seed}")
    setter = Setter(kind, chance)
    if kind != "plain" and chance.random() < 0.6:
        setter.put(setter.filled(chance.choice(_HEADS)))
    for known in chance.sample(articles, chance.choice([1, 2, 3, 4, 6])):
        setter.article(known)
    if kind != "plain" and chance.random() < 0.6:
        setter.gap()
        setter.put(setter.filled(chance.choice(_FEET)))
    made = setter.page
    if kind == "half-width":
        made.text = made.text.translate(NARROW)
        made.titles = [title.translate(NARROW) for title in made.titles]
    return made


def pages(count: int, articles: Sequence[Known], first: int = 0) -> Iterator[Page]:
    """`count` pages of each kind."""
    for kind in KINDS:
        for seed in range(first, first + count):
            yield page(kind, articles, seed)
