"""When news says that something was: 今年, 去年11月, 前三季度, 截至目前, 日前, 十四五, resolved against the article's date.

A grammar of our own: the libraries that parse Chinese times know no newspaper's 日前 and no five-year plan, and bring
dependencies of a hundred megabytes.
"""

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

_NUMBER = "[0-9]{1,2}|[一二三四五六七八九十]{1,3}"
_YEAR = (
    "(?P<year>今年|去年|前年|明年|本年度?|当年|同年|上年"
    "|(?:19|20)[0-9]{2}年?(?=年|以来|[-—至到])|(?:19|20)[0-9]{2}年|[〇零一二三四五六七八九]{4}年)"
)
_PART = (
    "(?P<half>[上下]半年)|前(?P<first>三季度|[0-9一二三四五六七八九十]{1,3}个月)"
    "|第?(?P<quarter>[一二三四1-4])季度|(?P<season>春季|夏季|秋季|冬季)"
)
_MONTH = f"(?P<month>{_NUMBER})月份?(?P<third>[上中下]旬|初|底|末)?"
_DAY = f"(?P<day>{_NUMBER})[日号]"
_IN_YEAR = f"{_YEAR}年?(?:度)?(?:(?:{_PART})|(?:{_MONTH})(?:{_DAY})?)?(?P<since>以来|起|开始)?"
_ALONE = f"(?<![0-9年]){_MONTH}(?:{_DAY})".replace("<month", "<alone_month").replace("<third", "<alone_third").replace("<day", "<alone_day")
_SINGLE = re.compile(f"{_IN_YEAR}|{_ALONE}")
_YEARS = re.compile("(?P<from>(?:19|20)[0-9]{2})年?(?:[-—~～－]|至|到)(?P<to>(?:19|20)[0-9]{2})年")
_DAYS = re.compile(
    f"(?:(?P<year>(?:19|20)[0-9]{{2}}|今|去|前)年)?(?P<month>{_NUMBER})月(?P<day>{_NUMBER})日?(?:[-—~～－]|至|到)(?:(?P<to_month>{_NUMBER})月)?(?P<to_day>{_NUMBER})日"
)
_MONTHS = re.compile(
    f"(?:(?P<year>(?:19|20)[0-9]{{2}}|今|去|前)年)?(?P<month>{_NUMBER})月?(?:[-—~～－]|至|到)(?P<to_month>{_NUMBER})月份?(?![0-9])"
)
_PLAN = re.compile("“?(?P<plan>十[一二三四五]五?|[七八九]五)”?(?:规划)?(?:期间|时期|以来|末|初|开局之年)")
_PARTIAL = re.compile("(?P<half>[上下]半年)|前(?P<first>三季度)|(?<![0-9])第?(?P<quarter>[一二三四])季度")
_NOW = re.compile("(?P<now>截至目前|目前为止|到目前为止|截止目前|目前)")
_RECENT = re.compile("(?P<recent>日前|近日|近期|连日来|前不久|最近|不久前|近段时间)")
_TODAY = re.compile("(?P<today>今天|今日|昨天|昨日|前天)")
_SPAN = re.compile("(?P<count>[0-9]{1,2}|[一二两三四五六七八九十]{1,3})年来|(?P<years>近年来|近几年来?)|(?P<last>过去的?一年)")
_TWO = re.compile("(?:元旦、?春节|“?两节”?|双节)(?:期间|前夕|前后)")
_DIGITS = {character: number for number, character in enumerate("〇一二三四五六七八九")} | {"零": 0, "两": 2}
_RELATIVE = {"今年": 0, "本年": 0, "本年度": 0, "去年": -1, "上年": -1, "前年": -2, "明年": 1}
_SEASONS = {"春季": (3, 5), "夏季": (6, 8), "秋季": (9, 11), "冬季": (12, 12)}
RECENTLY = 14  # days before an article's date that 日前 reaches back


@dataclass(frozen=True, slots=True)
class TimeSpan:
    """A stretch of text that tells a time, its first and last day, and its precision (day, month, quarter, year, period, about)."""

    start: int
    end: int
    first: date
    last: date
    precision: str

    @property
    def interval(self) -> str:
        """Both days in ISO form, parted by a slash."""
        return f"{self.first.isoformat()}/{self.last.isoformat()}"


def readable(interval: str) -> str:
    """An interval as Chinese readers write it: 2014年, 2014年7月, 2014年7月3日, 2014年1月1日至2016年6月30日."""
    first, last = (date.fromisoformat(day) for day in interval.split("/"))
    if first == last:
        return f"{first.year}年{first.month}月{first.day}日"
    if first == date(first.year, first.month, 1) and last == _month_end(first.year, first.month):
        return f"{first.year}年{first.month}月"
    if first == date(first.year, 1, 1) and last == date(last.year, 12, 31):
        return f"{first.year}年" if first.year == last.year else f"{first.year}—{last.year}年"
    return f"{first.year}年{first.month}月{first.day}日至{last.year}年{last.month}月{last.day}日"


def number(text: str) -> int:
    """A small number in digits or Chinese characters: 12, 十二, 二十四."""
    if text.isdigit():
        return int(text)
    tens, _, ones = text.rpartition("十")
    if "十" not in text:
        return _DIGITS[text] if len(text) == 1 else int("".join(str(_DIGITS[character]) for character in text))
    return 10 * (_DIGITS[tens] if tens else 1) + (_DIGITS[ones] if ones else 0)


def parse_date(text: str) -> tuple[date, date] | None:
    """The first and last day of an ISO date, month or year; None for anything else."""
    parts = text.split("-")
    try:
        year, month, day = (int(part) for part in (*parts, "0", "0")[:3])
        if not month:
            return date(year, 1, 1), date(year, 12, 31)
        return (date(year, month, day),) * 2 if day else (date(year, month, 1), _month_end(year, month))
    except ValueError:
        return None


def _month_end(year: int, month: int) -> date:
    return date(year, month, monthrange(year, month)[1])


def find_times(text: str, told: str = "") -> list[TimeSpan]:
    """The times of a text that can be resolved, in order and without overlaps; `told` is the article's date in ISO form.

    What needs the article's date is left out where there is none; impossible dates are left out.
    """
    known = parse_date(told) if told else None
    today = known[1] if known else None
    found: list[TimeSpan] = []
    for finder in (_ranges, _singles, _periods, _relative):
        for span in finder(text, today):
            if all(span.end <= other.start or span.start >= other.end for other in found):
                found.append(span)
    return sorted(found, key=lambda span: span.start)


def _year(text: str, today: date | None, before: int | None = None) -> int | None:
    text = text.removesuffix("年") if text[:1].isdigit() or text[:1] in _DIGITS else text
    if text in {"当年", "同年"}:
        return before
    if text in _RELATIVE or f"{text}年" in _RELATIVE:
        offset = _RELATIVE.get(text, _RELATIVE.get(f"{text}年", 0))
        return today.year + offset if today else None
    return number(text) if text else (today.year if today else None)


def _span(match: "re.Match[str]", first: date, last: date, precision: str) -> Iterator[TimeSpan]:
    if first <= last:
        yield TimeSpan(*match.span(), first, last, precision)


def _ranges(text: str, today: date | None) -> Iterator[TimeSpan]:
    """2014-2018年, 6月24-29日, 1至6月."""
    for match in _YEARS.finditer(text):
        yield from _span(match, date(int(match["from"]), 1, 1), date(int(match["to"]), 12, 31), "period")
    for pattern in (_DAYS, _MONTHS):
        for match in pattern.finditer(text):
            year = _year(match["year"] or "", today)
            days = pattern is _DAYS
            try:
                month, to_month = number(match["month"]), number(match["to_month"] or match["month"])
                first = date(year or 0, month, number(match["day"]) if days else 1)
                last = date(year or 0, to_month, number(match["to_day"])) if days else _month_end(year or 0, to_month)
            except (ValueError, KeyError):
                continue
            yield from _span(match, first, last, "day" if days else "month")


def _singles(text: str, today: date | None) -> Iterator[TimeSpan]:
    """今年, 去年11月, 2018年3月5日, 9月3日."""
    before = None
    for match in _SINGLE.finditer(text):
        year = _year(match["year"] or "", today, before)
        if year is None:
            continue
        before = year if match["year"] else before
        try:
            first, last, precision = _extent(match, year)
        except (ValueError, KeyError):
            continue
        if match["since"] and today and first <= today:
            last, precision = today, "period"
        yield from _span(match, first, last, precision)


def _extent(match: "re.Match[str]", year: int) -> tuple[date, date, str]:
    groups = match.groupdict()
    month, day, third = (groups.get(name) or groups.get(f"alone_{name}") for name in ("month", "day", "third"))
    if month and day:
        only = date(year, number(month), number(day))
        return only, only, "day"
    if month:
        return _in_month(year, number(month), third)
    if groups.get("half") or groups.get("first") or groups.get("quarter"):
        return _part_of_year(year, groups)
    if groups.get("season"):
        start, end = _SEASONS[groups["season"]]
        return date(year, start, 1), _month_end(year, end), "quarter"
    return date(year, 1, 1), date(year, 12, 31), "year"


def _in_month(year: int, month: int, third: str | None) -> tuple[date, date, str]:
    end = _month_end(year, month)
    bounds = {"上旬": (1, 10), "中旬": (11, 20), "下旬": (21, end.day), "初": (1, 5), "底": (26, end.day), "末": (26, end.day)}
    first, last = bounds[third] if third else (1, end.day)
    return date(year, month, first), date(year, month, last), "month"


def _part_of_year(year: int, groups: dict[str, str | None]) -> tuple[date, date, str]:
    if half := groups.get("half"):
        return (date(year, 1, 1), date(year, 6, 30), "period") if half[0] == "上" else (date(year, 7, 1), date(year, 12, 31), "period")
    if first := groups.get("first"):
        months = 9 if first == "三季度" else number(first.removesuffix("个月"))
        return date(year, 1, 1), _month_end(year, months), "period"
    quarter = number(groups["quarter"] or "1")
    return date(year, 3 * quarter - 2, 1), _month_end(year, 3 * quarter), "quarter"


def _periods(text: str, today: date | None) -> Iterator[TimeSpan]:
    """十四五期间; 上半年, 前三季度 of the article's year."""
    for match in _PLAN.finditer(text):
        ordinal = number(match["plan"].removesuffix("五") or "五") if match["plan"] != "十五" else 10
        start = 1951 + 5 * ordinal
        yield from _span(match, date(start, 1, 1), date(start + 4, 12, 31), "period")
    if today:
        for match in _PARTIAL.finditer(text):
            yield from _span(match, *_part_of_year(today.year, match.groupdict()))


def _relative(text: str, today: date | None) -> Iterator[TimeSpan]:
    """截至目前, 日前, 今天, 五年来, 两节期间."""
    if today is None:
        return
    for match in _NOW.finditer(text):
        yield from _span(match, date(today.year, 1, 1), today, "about")
    for match in _RECENT.finditer(text):
        yield from _span(match, today - timedelta(days=RECENTLY), today, "about")
    for match in _TODAY.finditer(text):
        day = today - timedelta(days={"今": 0, "昨": 1, "前": 2}[match.group()[0]])
        yield from _span(match, day, day, "day")
    for match in _SPAN.finditer(text):
        years = number(match["count"]) if match["count"] else 1 if match["last"] else 5
        yield from _span(match, date(today.year - years, today.month, 1), today, "about" if match["years"] else "period")
    for match in _TWO.finditer(text):
        start = today.year if today.month < 6 else today.year + 1
        yield from _span(match, date(start - 1, 12, 20), date(start, 2, 28), "about")
