"""Years, quarters, months and days, with or without the year: 今年, 去年底, 前三季度, 12月28日, 5日上午."""

import re
from collections.abc import Iterator, Mapping
from datetime import date, timedelta

from graphkit import lexicon
from graphkit.times.span import TimeSpan, lately, month_end, number

_WORDS = lexicon.read_yaml("times.yml")


def words(key: str) -> str:
    """The words of a table as alternatives of a pattern, the longest first."""
    return "|".join(sorted(map(re.escape, _WORDS[key]), key=lambda word: (-len(word), word)))


_NUMBER = "[0-9]{1,2}|[一二三四五六七八九十]{1,3}"
_DIGITAL = "(?<![0-9])(?:19|20)[0-9]{2}"
YEAR = f"(?P<year>{words('years')}|{words('same_year')}|{_DIGITAL}年|[〇零○一二三四五六七八九]{{4}}年)年?度?"
_EDGE = "年?(?P<edge>[初底末终])(?![步级中一二三次期])"
_HALF = "(?P<half>[上下]半年)(?!度)"
_FIRST = "前(?P<first>三季度|三个季度|[0-9一二三四五六七八九十]{1,3}个月)"
_QUARTER = "(?:第(?P<ordinal>[一二三四1-4])|(?<![0-9两])(?P<quarter>[一二三四1-4]))(?:个)?季度"
_SEASON = "(?P<season>[春夏秋冬])(?:季|天)"
_THIRD = "(?P<third>[上中下]旬|初|底|末|份)"
_MONTH = f"(?P<month>{_NUMBER})月{_THIRD}?"
_DAY = f"(?P<day>{_NUMBER})[日号]"
_SINCE = "(?P<since>以来|起|开始)?"
_DATED = re.compile(f"{YEAR}(?:{_HALF}|{_FIRST}|{_QUARTER}|{_SEASON}|{_MONTH}(?:{_DAY})?|{_EDGE})?{_SINCE}")
_ISO = re.compile(r"(?<![0-9])(?P<year>(?:19|20)[0-9]{2})[-./](?P<month>[0-9]{1,2})[-./](?P<day>[0-9]{1,2})(?![0-9])")
_BARE = re.compile(
    f"(?<![0-9年个第每])(?:(?P<month>{_NUMBER})月(?:{_DAY}|{_THIRD})|(?P<plain>1[0-2]|[1-9])月(?![0-9日号刊嫂饼光]))(?:以来|起)?"
    f"|{_HALF}|(?<!提){_FIRST}|{_QUARTER}|(?<![0-9一-鿿]){_EDGE}"
)
_IN_MONTH = re.compile(f"(?P<months>{words('months')})(?:{_THIRD}|{_DAY})?")
_DAY_ALONE = re.compile("(?<![0-9月至到—~～-])(?P<day>[0-9]{1,2})日(?=[，上下凌早中晚傍])")
_DAYS = re.compile(
    f"(?:{YEAR})?(?<![0-9])(?P<month>{_NUMBER})月(?P<day>{_NUMBER})日?(?:[-—~～－]|至|到)(?:(?P<to_month>{_NUMBER})月)?(?P<to_day>{_NUMBER})日"
)
_MONTHS = re.compile(f"(?:{YEAR})?(?<![0-9])(?P<month>{_NUMBER})月?份?(?:[-—~～－]|至|到)(?P<to_month>{_NUMBER})月份?(?![0-9])")
_YEARS = re.compile(f"(?P<from>{_DIGITAL})年?(?:[-—~～－]|至|到)(?P<to>(?:19|20)[0-9]{{2}})年")
_STOP = re.compile("[。！？；\n]")
Groups = Mapping[str, str | None]


def find_points(text: str, today: date | None) -> Iterator[TimeSpan]:
    """Years, months and days of a text; what lies in another may come twice, the longer first."""
    for match in _YEARS.finditer(text):
        yield from _span(match, date(int(match["from"]), 1, 1), date(int(match["to"]), 12, 31), "period")
    yield from _ranges(text, today)
    dated = [*_dated(text, today)]
    yield from dated
    if today:
        for match in _IN_MONTH.finditer(text):
            yield from _in_month(match, today)
    for match in _BARE.finditer(text):
        yield from _bare(match, text, today, dated)
    if today:
        for match in _DAY_ALONE.finditer(text):
            yield from _latest(match, today)


def _span(match: "re.Match[str]", first: date, last: date, precision: str, *, bare: bool = False) -> Iterator[TimeSpan]:
    if first <= last:
        yield TimeSpan(*match.span(), first, last, precision, bare)


def year_of(text: str, today: date | None, before: int | None = None) -> int | None:
    """The year that a word or number means; `before` is the year told last."""
    if text in _WORDS["same_year"]:
        return before
    if text in _WORDS["years"]:
        return today.year + int(_WORDS["years"][text]) if today else None
    return number(text.removesuffix("年"))


def _ranges(text: str, today: date | None) -> Iterator[TimeSpan]:
    """6月24-29日, 1至6月, 2014年1—11月."""
    for pattern in (_DAYS, _MONTHS):
        for match in pattern.finditer(text):
            year = year_of(match["year"], today) if match["year"] else (today.year if today else None)
            if year is None:
                continue
            try:
                first, last = _bounds(match.groupdict(), year)
                if not match["year"] and today and lately(first, last, today):
                    first, last = _bounds(match.groupdict(), year - 1)
            except (ValueError, KeyError):
                continue
            yield from _span(match, first, last, "day" if pattern is _DAYS else "month")


def _bounds(groups: Groups, year: int) -> tuple[date, date]:
    """The first and last day of a range; one that runs over New Year ends in the next year."""
    month = number(groups["month"] or "")
    to_month = number(groups["to_month"]) if groups["to_month"] else month
    last_year = year + (to_month < month)
    if groups.get("to_day"):
        return date(year, month, number(groups["day"] or "")), date(last_year, to_month, number(groups["to_day"] or ""))
    return date(year, month, 1), month_end(last_year, to_month)


def _dated(text: str, today: date | None) -> Iterator[TimeSpan]:
    """今年, 去年11月, 2018年3月5日, 2014-12-18."""
    for match in _ISO.finditer(text):
        yield from _resolved(match, int(match["year"]))
    before = None
    for match in _DATED.finditer(text):
        year = year_of(match["year"], today, before)
        if year is None:
            continue
        before = year
        for span in _resolved(match, year):
            if match["since"] and today and span.first <= today:
                yield TimeSpan(span.start, span.end, span.first, today, "period")
            else:
                yield span


def _resolved(match: "re.Match[str]", year: int, *, bare: bool = False) -> Iterator[TimeSpan]:
    try:
        yield from _span(match, *_extent(match.groupdict(), year), bare=bare)
    except (ValueError, KeyError):
        return


def _extent(groups: Groups, year: int) -> tuple[date, date, str]:
    """The days of a part of a year."""
    month = groups.get("month") or groups.get("plain")
    if month and (day := groups.get("day")):
        only = date(year, number(month), number(day))
        return only, only, "day"
    if month:
        return _third(year, number(month), groups.get("third"))
    if edge := groups.get("edge"):
        month_of_edge = int(_WORDS["edges"][edge])
        return date(year, month_of_edge, 1), month_end(year, month_of_edge), "month"
    if season := groups.get("season"):
        start, end = _WORDS["seasons"][season]
        return date(year, start, 1), month_end(year, end), "quarter"
    return _part_of_year(year, groups)


def _third(year: int, month: int, third: str | None) -> tuple[date, date, str]:
    end = month_end(year, month)
    bounds = {"上旬": (1, 10), "中旬": (11, 20), "下旬": (21, end.day), "初": (1, 5), "底": (26, end.day), "末": (26, end.day)}
    first, last = bounds.get(third or "", (1, end.day))
    return date(year, month, first), date(year, month, last), "month"


def _part_of_year(year: int, groups: Groups) -> tuple[date, date, str]:
    if half := groups.get("half"):
        return (date(year, 1, 1), date(year, 6, 30), "period") if half[0] == "上" else (date(year, 7, 1), date(year, 12, 31), "period")
    if first := groups.get("first"):
        months = 9 if first.startswith("三") and first.endswith("季度") else number(first.removesuffix("个月"))
        return date(year, 1, 1), month_end(year, months), "period"
    if quarter := groups.get("quarter") or groups.get("ordinal"):
        return date(year, 3 * number(quarter) - 2, 1), month_end(year, 3 * number(quarter)), "quarter"
    return date(year, 1, 1), date(year, 12, 31), "year"


def _in_month(match: "re.Match[str]", today: date) -> Iterator[TimeSpan]:
    """本月, 上月底, 本月5日."""
    months = 12 * today.year + today.month - 1 + int(_WORDS["months"][match["months"]])
    groups = {"month": str(months % 12 + 1), "day": match["day"], "third": match["third"]}
    try:
        yield from _span(match, *_extent(groups, months // 12))
    except (ValueError, KeyError):
        return


def _bare(match: "re.Match[str]", text: str, today: date | None, dated: list[TimeSpan]) -> Iterator[TimeSpan]:
    """A time without a year: of the year that its sentence goes by, else the last such time before the article's date."""
    told = _year_before(match.start(), text, dated)
    if told is not None:
        yield from _resolved(match, told, bare=True)
    elif today:
        for span in _resolved(match, today.year, bare=True):
            moved = lately(span.first, span.last, today) if not match["edge"] else -int(match["edge"] != "初" and today.month < 3)
            yield from [span] if not moved else _resolved(match, today.year - 1, bare=True)


def _year_before(start: int, text: str, dated: list[TimeSpan]) -> int | None:
    """The year that a sentence has told before with a month, or alone before a comma: 2016年3月立项，9月建成."""
    opening = max((stop.end() for stop in _STOP.finditer(text, max(start - 200, 0), start)), default=max(start - 200, 0))
    before = [span for span in dated if opening <= span.start and span.end <= start]
    if not before or not (before[-1].precision in {"day", "month"} or text[before[-1].end : before[-1].end + 1] == "，"):
        return None
    return before[-1].last.year


def _latest(match: "re.Match[str]", today: date) -> Iterator[TimeSpan]:
    """5日上午: the last such day before the article's date."""
    day = number(match["day"])
    month_before = today.replace(day=1) - timedelta(days=1)
    month = today if day <= today.day else month_before
    if 1 <= day <= month_end(month.year, month.month).day:
        only = month.replace(day=day)
        yield from _span(match, only, only, "day")
