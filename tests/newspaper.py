"""A layout machine: known articles set as newspaper pages, with every habit that readers of such pages curse.

Columns cut anywhere, captions and slogan boxes between the halves, page heads, several articles, half-width punctuation,
repeats at a break, lines of a fixed width; crowded pages with kickers, columns of short items, photo news and crossheads.
What was done is remembered, so that a reading of the page can be scored.
"""

import random
import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from tests.crowded import Crowded
from tests.typesetting import DATA, Known, Page, Setter

_SEVERAL = re.compile("[简快短][讯波]|图片新闻|集锦|[三四五六七八九十]题$")  # the title of a column of short items
_ITEM = re.compile("[\u4e00-\u9fff]{1,8}[省市县区州盟旗][：:][^，。]{3,24}")  # the title of one of them: 滨州：…
ARTICLES = Path(__file__).parents[1] / "models" / "training" / "articles"
KINDS = ("plain", "columns", "captions", "half-width", "repeats", "wrapped", "crowded")
NARROW = str.maketrans("，：；（）", ",:;()")


def known_articles() -> list[Known]:
    """The training articles that were written without column breaks, with a title of one line."""
    unbroken = (path for path in sorted(ARTICLES.glob("*.txt")) if int(path.stem[1:]) % 8 != 3)  # the others have breaks of their own
    return [known for path in unbroken if (known := known_article(path)) is not None]


def known_article(path: Path) -> Known | None:
    """The article of a text file; None where its title or its parts are in doubt."""
    lines = [line.strip() for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    if len(lines) < 2 or len(lines[0]) > 34 or lines[0][-1] in "。；" or _SEVERAL.search(lines[0]):
        return None
    body = next((number for number, line in enumerate(lines) if number and _part_kind(line) == "paragraph"), 0)
    parts = tuple((_part_kind(line), line) for line in lines[body:])
    roundup = any(line.startswith("【") for line in lines) or sum(bool(_ITEM.fullmatch(line)) for line in lines[1:]) > 2
    return Known(path.stem, lines[0], tuple(lines[1:body]), parts) if 0 < body <= 3 and not roundup else None


def _part_kind(line: str) -> str:
    if re.search(r"摄[)）]?$|^图为|^▲", line) and len(line) < 80:
        return "caption"
    return "paragraph" if re.search("[。！？…；：][”’』)）]*$|[)）]$", line) or len(line) > 45 else "heading"


def page(kind: str, articles: Sequence[Known], seed: int) -> Page:
    """One page of a kind with one to six articles, the same for the same seed."""
    chance = random.Random(f"{kind} {seed}")
    setter = (Crowded if kind == "crowded" else Setter)(kind, chance)
    if kind != "plain" and chance.random() < 0.6:
        setter.put(setter.filled(chance.choice(DATA["heads"])))
    setter.fill(articles)
    if kind != "plain" and chance.random() < 0.6:
        setter.gap()
        setter.put(setter.filled(chance.choice(DATA["feet"])))
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
