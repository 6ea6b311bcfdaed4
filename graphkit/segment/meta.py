"""What an article tells about itself: who wrote it, for which paper, where and when."""

import re
from collections.abc import Mapping
from typing import NamedTuple

from graphkit.text import normalise

_PAPER = re.compile(
    r"^(?P<paper>[\u4e00-\u9fff]{1,8}(?:网|社|报|台))(?:(?P<place>[\u4e00-\u9fff]{2,6}?)(?:\d{1,2}月)?(?:\d{1,2}日)?)?(?:讯|电)"
)
_AUTHORS = re.compile(
    r"（\s*(?:本报|本网)?(?:首席|见习|实习)?(?:记者|通讯员|实习生|作者)[：:\s]*([^）\n]{2,30})）|^本报(?:记者|通讯员)[：:\s]*([\u4e00-\u9fff]{2,4}(?:\s+[\u4e00-\u9fff]{2,4})*)(?=\s|$)"
)
_DATES = (
    re.compile(r"(?P<y>(?:19|20)\d\d)\s*[-_./年]\s*(?P<m>\d{1,2})\s*[-_./月]\s*(?P<d>\d{1,2})"),
    re.compile(r"(?<!\d)(?P<y>(?:19|20)\d\d)(?P<m>[01]\d)(?P<d>[0-3]\d)(?!\d)"),
    re.compile(r"(?P<y>(?:19|20)\d\d)\s*[-_./年]\s*(?P<m>\d{1,2})(?!\d)"),
)
_OURS = {"本报", "本网", "本社", "本台"}


class Dateline(NamedTuple):
    """The paper, place and authors that the beginning of a news item names."""

    paper: str = ""
    place: str = ""
    authors: str = ""


def dateline(paragraph: str) -> Dateline:
    """The dateline of a first paragraph (本报西安1月4日讯(记者 X) …); empty fields for what it does not say."""
    head = normalise(paragraph[:80])
    match = _PAPER.match(head)
    authors = _AUTHORS.search(head)
    paper = match["paper"] if match and match["paper"] not in _OURS else ""
    return Dateline(paper, (match["place"] or "") if match else "", (authors[1] or authors[2]).strip() if authors else "")


def find_date(text: str) -> str:
    """The first full date (or year and month) in a text or a file name, in ISO form; empty where there is none."""
    wide = normalise(text)
    for pattern in _DATES:
        for match in pattern.finditer(wide):
            month, day = int(match["m"]), int(match.groupdict().get("d") or 0)
            if 1 <= month <= 12 and day <= 31:
                return f"{match['y']}-{month:02}" + (f"-{day:02}" if day else "")
    return ""


def article_date(name: str, meta: Mapping[str, str], furniture: str) -> str:
    """An article's date: the format's own field, else the file's name, else the page's head."""
    return find_date(meta.get("date", "")) or find_date(name) or find_date(furniture)
