"""What an article tells about itself: its headings, who wrote it, for which paper, where and when."""

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import timedelta
from functools import lru_cache
from pathlib import PurePosixPath
from typing import NamedTuple

from graphkit import regions
from graphkit.segment.lines import Line
from graphkit.text import normalise
from graphkit.times import find_times, parse_date

_WHEN = r"(?:(?P<year>(?:19|20)\d\d)年)?(?:(?P<month>\d{1,2})月)?(?:(?P<day>\d{1,2})日)?"
_SAYS = f"(?P<place>[\u4e00-\u9fff]{{2,6}}?)?{_WHEN}(?:讯|电)"
_PAPER = re.compile(f"据?(?P<paper>[\u4e00-\u9fff]{{1,8}}?(?:网|社|报|台|端)){_SAYS}")
_NO_PAPER = re.compile(rf"{_SAYS}(?=[\s（]|$)")
_ROLE = "(?:首席|见习|实习)?(?:记者|通讯员|实习生|作者)"
_AUTHORS = re.compile(
    rf"（\s*(?P<own>[\u4e00-\u9fff]{{1,8}}[报网社台端])?{_ROLE}[：:\s]*(?P<names>[^）\n]{{2,30}})）"
    rf"|^(?P<mine>[\u4e00-\u9fff]{{1,8}}[报网社台端])记者[：:\s]*(?P<alone>[\u4e00-\u9fff]{{2,4}}(?:\s+[\u4e00-\u9fff]{{2,4}})*)(?=\s|$)"
    r"|^本报通讯员[：:\s]*(?P<other>[\u4e00-\u9fff]{2,4}(?:\s+[\u4e00-\u9fff]{2,4})*)(?=\s|$)"
)
_FIRST_DAY = re.compile(r".{0,40}?(?:讯|电)\s*(?:（[^（）]{0,40}）)?\s*(?P<month>\d{1,2})月(?P<day>\d{1,2})日")
_SPACE = re.compile(r"\s")
_YEAR = re.compile("(?:19|20)\\d\\d|[〇零○一二三四五六七八九]{4}年")  # without one of these no date is told in full
_DATES = (
    re.compile(r"(?<!\d)(?<!\d{3}-)(?P<y>(?:19|20)\d\d)\s*[-_./年]\s*(?P<m>\d{1,2})\s*[-_./月]\s*(?P<d>\d{1,2})(?!\d)"),
    re.compile(r"(?<!\d)(?P<y>(?:19|20)\d\d)(?P<m>[01]\d)(?P<d>[0-3]\d)(?!\d)"),
    re.compile(r"(?<!\d)(?<!\d{3}-)(?P<y>(?:19|20)\d\d)\s*[-_./年]\s*(?P<m>\d{1,2})(?!\d|\s*[-_./月]\s*\d)"),
)
_NAMED = re.compile(
    "来源：\\s*(?P<source>[\u4e00-\u9fff]{2,12}[报网社台端])|(?<![\u4e00-\u9fff])(?P<paper>(?!.{0,3}[简通海举]报)[\u4e00-\u9fff]{2,9}报)(?:社)?(?![\u4e00-\u9fff])"
)
_OURS = {"本报", "本网", "本社", "本台", "本端"}
FRESH = timedelta(days=10)  # how old an item may be when it is printed
OPENING = 30  # characters of an article's text in which its day stands


class Dateline(NamedTuple):
    """What the beginning of a news item says: the words themselves, paper, place, authors and day (as ISO, or --MM-DD)."""

    text: str = ""
    paper: str = ""
    place: str = ""
    authors: str = ""
    day: str = ""


class Page(NamedTuple):
    """What a line of a page's furniture tells of the articles near it."""

    start: int
    date: str
    paper: str


def dateline(paragraph: str) -> Dateline:
    """The dateline of a first paragraph (本报西安1月4日讯(记者 X) …); empty fields for what it does not say.

    Paper and authors are in the paragraph's own characters, the place in those of the gazetteer.
    """
    head = normalise(paragraph[:80])
    match = _PAPER.match(head) or _placed(head)
    authors = _AUTHORS.search(head)
    paper = _own(paragraph, match, "paper") or _own(paragraph, authors, "own", "mine")
    names = _SPACE.sub(" ", _own(paragraph, authors, "names", "alone", "other")).strip()
    text = paragraph[: match.end()] if match else ""
    place = (match["place"] or "") if match else ""
    return Dateline(text, "" if normalise(paper) in _OURS else paper, place, names, _day(match) if match else "")


def _own(text: str, match: "re.Match[str] | None", *groups: str) -> str:
    """The first of some groups that took part in a match, in the characters of the text itself."""
    known = match.groupdict() if match else {}
    found = next((group for group in groups if known.get(group)), None)
    return text[slice(*match.span(found))] if match and found else ""


def _placed(head: str) -> "re.Match[str] | None":
    """A dateline without a paper: 西安1月4日讯."""
    match = _NO_PAPER.match(head)
    return match if match and match["place"] and regions.load().named(match["place"]) else None


def _day(match: "re.Match[str]") -> str:
    if not (match["month"] and match["day"]):
        return ""
    return f"{match['year'] or '-'}-{int(match['month']):02}-{int(match['day']):02}"


@lru_cache(maxsize=1024)
def find_date(text: str) -> str:
    """The first full date (or year and month) in a text or a file name, in ISO form; empty where there is none that exists."""
    wide = normalise(text)
    if not _YEAR.search(wide):
        return ""
    for pattern in _DATES:
        for match in pattern.finditer(wide):
            day = match.groupdict().get("d")
            told = f"{match['y']}-{int(match['m']):02}" + (f"-{int(day):02}" if day else "")
            if int(match["m"]) and (day is None or int(day)) and parse_date(told):
                return told
    return next((span.first.isoformat() for span in find_times(wide) if span.precision == "day"), "")


def furniture(lines: Iterable[Line]) -> list[Page]:
    """What the lines tell that belong to the page."""
    found = []
    for line in lines:
        if line.is_furniture:
            named = _NAMED.search(line.text)
            found.append(Page(line.start, find_date(line.text), (named["source"] or named["paper"]) if named else ""))
    return found


def near(pages: Sequence[Page], field: str, start: int, end: int) -> str:
    """What the furniture between an article's start and the end of its headings tells, else the last above it, else the first."""
    told = [(page.start, getattr(page, field)) for page in pages if getattr(page, field)]
    inside = [value for place, value in told if start <= place < end]
    above = [value for place, value in told if place < start]
    return next(iter(inside or above[::-1] or [value for _, value in told]), "")


def article_date(name: str, meta: Mapping[str, str], page: str, opening: Dateline, first: str, headings: str) -> str:
    """An article's date: the format's own field, else the file's name, its folders', the page's head, or its own text.

    The dateline's day is surer than that of the page, which is printed later.
    """
    printed = find_date(meta.get("date", "")) or find_date(PurePosixPath(name).name) or find_date(name) or page
    told = opening.day or _first_day(first)
    if printed:
        own = _before(told, printed)
        return own if own and (opening.day or len(printed) < len("2014-12-18")) else printed
    return (opening.day if opening.day[:1].isdigit() else "") or find_date(headings) or find_date(normalise(first)[:OPENING])


def _first_day(paragraph: str) -> str:
    """The day that an item begins with: 本报讯 1月4日."""
    match = _FIRST_DAY.match(normalise(paragraph[:100]))
    return f"--{int(match['month']):02}-{int(match['day']):02}" if match else ""


def _before(told: str, printed: str) -> str:
    """A told day in the year in which it lies shortly before the printed date; empty where it does not."""
    bounds = parse_date(printed)
    if not told or bounds is None:
        return ""
    years = [told[:4]] if told[:1].isdigit() else [str(bounds[1].year), str(bounds[1].year - 1)]
    for year in years:
        days = parse_date(f"{year}-{told[-5:]}")
        if days and bounds[0] - FRESH <= days[0] <= bounds[1]:
            return days[0].isoformat()
    return ""
