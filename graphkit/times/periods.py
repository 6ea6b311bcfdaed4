"""Times told by other words than a calendar's: 截至目前, 日前, 昨天, 五年来, 十四五, 党的十八大以来, 春节前夕."""

import re
from collections.abc import Callable, Iterator
from datetime import date, timedelta

from graphkit import lexicon
from graphkit.times.points import YEAR, words, year_of
from graphkit.times.span import AHEAD, TimeSpan, number

RECENTLY = 14  # days before an article's date that 日前 reaches back
_WORDS = lexicon.read_yaml("times.yml")
_SPRING = {day.year: day for day in _WORDS["spring_festivals"]}
_PLAN = re.compile(
    "(?P<open>[“《])?(?P<plan>十[一二三四五六]?五|[七八九]五)(?:”(?!普法)|(?![”普]))"
    "(?P<tail>(?:规划|计划)?(?:期间|时期|以来|末|初|收官之年|开局之年)|规划|计划)?(?![个名人岁天次位万千百元里年月日点名余多])"
)
_NOW = re.compile(words("now"))
_RECENT = re.compile(words("recent"))
_ON_DAY = re.compile(f"(?P<day>{words('days')})")
_WEEK = re.compile(f"(?P<week>{words('weeks')})")
_SOME = re.compile(words("some_years"))
_COUNT = "(?P<count>[0-9]{1,3}|[一二两三四五六七八九十]{1,3})(?P<more>[多余])?(?P<unit>年|个月)"
_BACK = (
    re.compile(f"(?:近|最近|过去|这)的?{_COUNT}(?:来|间|以来)?(?![级龄])"),
    re.compile(f"(?<![0-9.]){_COUNT}来"),
)
_SINCE = re.compile(f"自?(?P<event>{words('since')})(?:召开|胜利召开)?以来")
_TWO = re.compile("(?:元旦、?春节|“?两节”?|双节)(?:期间|前夕|前后)")
_FESTIVAL = re.compile(
    f"(?:{YEAR})?(?P<name>春节|{words('festivals')})(?:国际劳动节|节|小长假|黄金周)?(?P<when>假期|长假|期间|前夕|前后|前|来临之际|到来之际|将至|临近)?"
)
# From the first day of a holiday: the days that its words mean
_WINDOWS = {"期间": (0, 6), "前后": (-7, 7)} | dict.fromkeys(("前夕", "前", "来临之际", "到来之际", "将至", "临近"), (-14, -1))
Finder = Callable[[str, date | None], Iterator[TimeSpan]]


def _plans(text: str, today: date | None) -> Iterator[TimeSpan]:
    """十四五期间, “十三五”, 十二五末."""
    for match in _PLAN.finditer(text):
        plan, tail = match["plan"], match["tail"] or ""
        if not match["open"] and not tail and (len(plan) < 3 or plan.startswith("十五")):  # 十五 alone is a number
            continue
        start = 1951 + 5 * number(plan[:-1])
        first, last = start, start + 4
        if tail.endswith(("末", "收官之年")):
            first = last
        elif tail.endswith(("初", "开局之年")):
            last = first
        until = date(last, 12, 31)
        if tail.endswith("以来") and today and date(first, 1, 1) <= today:
            until = min(until, today)
        yield TimeSpan(*match.span(), date(first, 1, 1), until, "year" if first == last else "period")


def _relative(text: str, today: date | None) -> Iterator[TimeSpan]:
    """截至目前, 日前, 昨天, 上周, 近年来."""
    if today is None:
        return
    for match in _NOW.finditer(text):
        yield TimeSpan(*match.span(), date(today.year, 1, 1), today, "until")
    for match in _RECENT.finditer(text):
        yield TimeSpan(*match.span(), today - timedelta(days=RECENTLY), today, "about")
    for match in _ON_DAY.finditer(text):
        day = today + timedelta(days=int(_WORDS["days"][match["day"]]))
        yield TimeSpan(*match.span(), day, day, "day")
    for match in _WEEK.finditer(text):
        monday = today - timedelta(days=today.weekday() - 7 * int(_WORDS["weeks"][match["week"]]))
        yield TimeSpan(*match.span(), monday, monday + timedelta(days=6), "period")
    for match in _SOME.finditer(text):
        yield TimeSpan(*match.span(), today.replace(year=today.year - 5, day=1), today, "about")


def _counted(text: str, today: date | None) -> Iterator[TimeSpan]:
    """五年来, 近三年, 过去5年, 近3个月, 二十多年来; 党的十八大以来."""
    if today is None:
        return
    for match in (match for pattern in _BACK for match in pattern.finditer(text)):
        try:
            back = number(match["count"]) * (1 if match["unit"] == "个月" else 12)
            months = 12 * today.year + today.month - 1 - back
            yield TimeSpan(*match.span(), date(months // 12, months % 12 + 1, 1), today, "about" if match["more"] else "period")
        except (ValueError, KeyError):
            continue
    for match in _SINCE.finditer(text):
        first: date = _WORDS["since"][match["event"]]
        if first <= today:
            yield TimeSpan(*match.span(), first, today, "period")


def _festivals(text: str, today: date | None) -> Iterator[TimeSpan]:
    """春节期间, 2014年国庆节, 元旦前夕."""
    for match in _FESTIVAL.finditer(text):
        year = year_of(match["year"], today) if match["year"] else None
        if year is None and (match["year"] or not match["when"] or today is None):
            continue
        before, after = (timedelta(days=days) for days in _WINDOWS.get(match["when"] or "期间", _WINDOWS["期间"]))
        day = _day_of(match["name"], year) if year is not None else _nearest(match["name"], before, today) if today else None
        if day:
            yield TimeSpan(*match.span(), day + before, day + after, "about")


def _new_year(text: str, today: date | None) -> Iterator[TimeSpan]:
    """两节期间, 元旦、春节期间: the weeks about New Year."""
    if today is not None:
        start = today.year + (today.month == 12)  # in December papers speak of the weeks to come
        for match in _TWO.finditer(text):
            yield TimeSpan(*match.span(), date(start - 1, 12, 20), date(start, 2, 28), "about")


def _nearest(name: str, before: timedelta, today: date) -> date | None:
    """The first day of a holiday that is just past, or so near that a paper speaks of it."""
    days = (_day_of(name, today.year + offset) for offset in (1, 0, -1))
    return next((day for day in days if day is not None and day + before <= today + AHEAD), None)


def _day_of(name: str, year: int) -> date | None:
    """The first day of a holiday in a year; None for a year that the table lacks."""
    if name == "春节":
        return _SPRING.get(year)
    month, day = map(int, _WORDS["festivals"][name].split("-"))
    return date(year, month, day)


FINDERS: tuple[Finder, ...] = (_new_year, _festivals, _plans, _relative, _counted)
