"""A stretch of text that tells a time, and the days between which it lies."""

from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import date, timedelta

AHEAD = timedelta(days=31)  # how far ahead of its day a paper speaks of a day without naming its year
_DIGITS = {character: number for number, character in enumerate("〇一二三四五六七八九")} | {"零": 0, "两": 2, "○": 0}


@dataclass(frozen=True, slots=True)
class TimeSpan:
    """A stretch of text that tells a time, its first and last day, and its precision.

    The precision is day, month, quarter, year or period; until for what ends on the last day and began some time before;
    about for what is only roughly told. `bare` marks a time whose year the text does not tell.
    """

    start: int
    end: int
    first: date
    last: date
    precision: str
    bare: bool = False

    @property
    def interval(self) -> str:
        """Both days in ISO form, parted by a slash."""
        return f"{self.first.isoformat()}/{self.last.isoformat()}"

    def at(self, start: int, end: int) -> "TimeSpan":
        """The same time at another place of the text."""
        return replace(self, start=start, end=end)

    def next_year(self) -> "TimeSpan":
        """The same days a year later."""
        return replace(self, first=_later(self.first), last=_later(self.last))


def _later(day: date) -> date:
    return day.replace(year=day.year + 1, day=min(day.day, monthrange(day.year + 1, day.month)[1]))


def readable(interval: str, precision: str = "") -> str:
    """An interval as Chinese readers write it: 2014年, 2014年7月, 2014年7月3日, 2014年1月1日至2016年6月30日, 截至2014年11月30日."""
    first, last = (date.fromisoformat(day) for day in interval.split("/"))
    if precision == "until":
        return f"截至{last.year}年{last.month}月{last.day}日"
    about = "约" if precision == "about" else ""
    if first == last:
        return f"{about}{first.year}年{first.month}月{first.day}日"
    if first == date(first.year, first.month, 1) and last == month_end(first.year, first.month):
        return f"{about}{first.year}年{first.month}月"
    if first == date(first.year, 1, 1) and last == date(last.year, 12, 31):
        return about + (f"{first.year}年" if first.year == last.year else f"{first.year}—{last.year}年")
    return f"{about}{first.year}年{first.month}月{first.day}日至{last.year}年{last.month}月{last.day}日"


def between(first: str, last: str) -> str:
    """What lies between two ISO dates, months or years, in readers' words; empty where there is none."""
    start, end = parse_date(first), parse_date(last)
    return readable(f"{start[0].isoformat()}/{end[1].isoformat()}") if start and end else ""


def parse_date(text: str) -> tuple[date, date] | None:
    """The first and last day of an ISO date, month or year; None for anything else."""
    parts = text.split("-")
    try:
        year, month, day = (int(part) for part in (*parts, "0", "0")[:3])
        if not month:
            return date(year, 1, 1), date(year, 12, 31)
        return (date(year, month, day),) * 2 if day else (date(year, month, 1), month_end(year, month))
    except ValueError:
        return None


def month_end(year: int, month: int) -> date:
    """The last day of a month."""
    return date(year, month, monthrange(year, month)[1])


def lately(first: date, last: date, today: date) -> int:
    """By how many years a time without a year is to be moved so that it is no news of the future: 0 or -1.

    What begins with the year (上半年, 1至11月) is judged by its middle, the rest by its first day.
    """
    pivot = first + (last - first) / 2 if first.month == 1 else first
    return -1 if pivot > today + AHEAD else 0


def number(text: str) -> int:
    """A small number in digits or Chinese characters: 12, 十二, 二十四."""
    if text.isdigit():
        return int(text)
    tens, _, ones = text.rpartition("十")
    if "十" not in text:
        return _DIGITS[text] if len(text) == 1 else int("".join(str(_DIGITS[character]) for character in text))
    return 10 * (_DIGITS[tens] if tens else 1) + (_DIGITS[ones] if ones else 0)
