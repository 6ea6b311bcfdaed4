import itertools
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphkit.times import between, find_times, parse_date, readable
from graphkit.times.span import number


@pytest.mark.parametrize(
    ("text", "interval", "precision"),
    [
        ("今年", "2019-01-01/2019-12-31", "year"),
        ("去年", "2018-01-01/2018-12-31", "year"),
        ("2014年", "2014-01-01/2014-12-31", "year"),
        ("二〇一四年", "2014-01-01/2014-12-31", "year"),
        ("去年11月", "2018-11-01/2018-11-30", "month"),
        ("2018年3月5日", "2018-03-05/2018-03-05", "day"),
        ("9月3日", "2018-09-03/2018-09-03", "day"),
        ("今年4月下旬", "2019-04-21/2019-04-30", "month"),
        ("今年前三季度", "2019-01-01/2019-09-30", "period"),
        ("前三季度", "2018-01-01/2018-09-30", "period"),
        ("去年上半年", "2018-01-01/2018-06-30", "period"),
        ("2018年第二季度", "2018-04-01/2018-06-30", "quarter"),
        ("今年前5个月", "2019-01-01/2019-05-31", "period"),
        ("截至目前", "2019-01-01/2019-01-15", "until"),
        ("日前", "2019-01-01/2019-01-15", "about"),
        ("昨天", "2019-01-14/2019-01-14", "day"),
        ("十四五期间", "2021-01-01/2025-12-31", "period"),
        ("“十三五”期间", "2016-01-01/2020-12-31", "period"),
        ("十五五规划期间", "2026-01-01/2030-12-31", "period"),
        ("十二五时期", "2011-01-01/2015-12-31", "period"),
        ("五年来", "2014-01-01/2019-01-15", "period"),
        ("2016年以来", "2016-01-01/2019-01-15", "period"),
        ("2014-2018年", "2014-01-01/2018-12-31", "period"),
        ("6月24-29日", "2018-06-24/2018-06-29", "day"),
        ("1至6月", "2018-01-01/2018-06-30", "month"),
        ("元旦、春节期间", "2018-12-20/2019-02-28", "about"),
        # to the last day, wherever it began
        ("截至11月底", "2018-01-01/2018-11-30", "until"),
        ("截至2017年底", "2017-01-01/2017-12-31", "until"),
        ("截至1月10日", "2019-01-01/2019-01-10", "until"),
        # without a year: not of the year that has only begun
        ("12月28日", "2018-12-28/2018-12-28", "day"),
        ("1月4日", "2019-01-04/2019-01-04", "day"),
        ("2月5日", "2019-02-05/2019-02-05", "day"),
        ("11月", "2018-11-01/2018-11-30", "month"),
        ("8日", "2019-01-08/2019-01-08", "day"),
        ("28日", "2018-12-28/2018-12-28", "day"),
        ("上半年", "2018-01-01/2018-06-30", "period"),
        ("一季度", "2019-01-01/2019-03-31", "quarter"),
        ("三季度", "2018-07-01/2018-09-30", "quarter"),
        ("第四季度", "2018-10-01/2018-12-31", "quarter"),
        ("去年底", "2018-12-01/2018-12-31", "month"),
        ("今年年初", "2019-01-01/2019-01-31", "month"),
        ("2017年初", "2017-01-01/2017-01-31", "month"),
        ("前年", "2017-01-01/2017-12-31", "year"),
        ("大前年", "2016-01-01/2016-12-31", "year"),
        ("昨日", "2019-01-14/2019-01-14", "day"),
        ("近日", "2019-01-01/2019-01-15", "about"),
        ("本月", "2019-01-01/2019-01-31", "month"),
        ("本月5日", "2019-01-05/2019-01-05", "day"),
        ("上个月", "2018-12-01/2018-12-31", "month"),
        ("上周", "2019-01-07/2019-01-13", "period"),
        ("2018-12-18", "2018-12-18/2018-12-18", "day"),
        ("2018 年 12 月 18 日", "2018-12-18/2018-12-18", "day"),
        # ranges
        ("2019年至2021年", "2019-01-01/2021-12-31", "period"),
        ("12月28日—1月3日", "2018-12-28/2019-01-03", "day"),
        ("2017年12月28日至2018年1月3日", "2017-12-28/2018-01-03", "day"),
        ("2016年5月至2018年6月", "2016-05-01/2018-06-30", "month"),
        ("1—11月", "2018-01-01/2018-11-30", "month"),
        ("去年11月至今年1月", "2018-11-01/2019-01-31", "month"),
        # longer stretches
        ("近三年", "2016-01-01/2019-01-15", "period"),
        ("过去5年", "2014-01-01/2019-01-15", "period"),
        ("近3个月", "2018-10-01/2019-01-15", "period"),
        ("二十多年来", "1999-01-01/2019-01-15", "about"),
        ("近年来", "2014-01-01/2019-01-15", "about"),
        ("党的十八大以来", "2012-11-08/2019-01-15", "period"),
        ("十四五", "2021-01-01/2025-12-31", "period"),
        ("“十三五”规划", "2016-01-01/2020-12-31", "period"),
        ("十三五以来", "2016-01-01/2019-01-15", "period"),
        ("“十二五”末", "2015-01-01/2015-12-31", "year"),
        # holidays
        ("春节前夕", "2019-01-22/2019-02-04", "about"),
        ("国庆期间", "2018-10-01/2018-10-07", "about"),
        ("“五一”前夕", "2018-04-17/2018-04-30", "about"),
        ("2018年春节期间", "2018-02-16/2018-02-22", "about"),
        ("去年国庆节", "2018-10-01/2018-10-07", "about"),
    ],
)
def test_times_against_an_article_s_date(text: str, interval: str, precision: str) -> None:
    (found,) = find_times(f"，{text}，", "2019-01-15")
    assert (found.interval, found.precision) == (interval, precision)
    assert f"，{text}，"[found.start : found.end] == text or text.startswith("“")


@pytest.mark.parametrize(
    "text", ["今年", "日前", "9月3日", "前三季度", "五年来", "8日上午", "本月", "春节期间", "截至11月底", "十八大以来"]
)
def test_what_needs_the_date_is_left_out_without_it(text: str) -> None:
    assert find_times(text) == []


NO_TIMES = [
    "2月30日",
    "9月31日",
    "0月5日",
    "32日上午",
    "第12届",
    "12个月",
    "1998元",
    "三年级",
    "近三年级",
    "13月",
    "每年底",
    "“七五”普法",
    "十一期间",
    "十五人",
    "十四五个人",
    "2014-13-45",
    "国庆",
    "12014年",
    "12月号",
    "头一个月",
    "春节",
]


@pytest.mark.parametrize(("day", "interval"), [("2018-12-20", "2018-12-20/2019-02-28"), ("2018-10-20", "2017-12-20/2018-02-28")])
def test_the_weeks_about_new_year_are_those_to_come_in_december(day: str, interval: str) -> None:
    assert [span.interval for span in find_times("两节期间", day)] == [interval]


@pytest.mark.parametrize("text", NO_TIMES)
def test_what_is_no_time(text: str) -> None:
    assert find_times(f"，{text}，", "2019-01-15") == []


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("2016年立项，当年建成。", ["2016-01-01", "2016-01-01"]),
        ("2016年3月立项，9月建成。", ["2016-03-01", "2016-09-01"]),
        ("2016年，该会于3月5日立项。", ["2016-01-01", "2016-03-05"]),
        ("2016年成立的工会3月5日开会。", ["2016-01-01", "2019-03-05"]),  # the year is another thing's
        ("2016年3月立项。9月建成。", ["2016-03-01", "2019-09-01"]),
        ("2018年13月", []),
    ],
)
def test_a_sentence_goes_by_the_year_that_it_has_told(text: str, days: list[str]) -> None:
    assert [span.first.isoformat() for span in find_times(text, "2019-10-15")] == days


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        ("2014-12-18", "2014-12-18", "2014年12月18日"),
        ("2014", "2014", "2014年"),
        ("2014-03", "2015", "2014年3月1日至2015年12月31日"),
        ("", "", ""),
    ],
)
def test_what_lies_between_two_dates(first: str, last: str, words: str) -> None:
    assert between(first, last) == words


@pytest.mark.parametrize(("text", "value"), [("12", 12), ("十", 10), ("十二", 12), ("二十四", 24), ("三", 3)])
def test_numbers(text: str, value: int) -> None:
    assert number(text) == value


def test_dates() -> None:
    assert parse_date("2019") == (date(2019, 1, 1), date(2019, 12, 31))
    assert parse_date("2020-02") == (date(2020, 2, 1), date(2020, 2, 29))
    assert parse_date("2020-02-31") is None
    assert parse_date("soon") is None


@given(st.text(alphabet="今去前年月日号上下半季度第旬初0123456789一二十至-以来五期间，", max_size=30))
def test_no_text_breaks_it(text: str) -> None:
    spans = find_times(text, "2019-01-15")
    assert all(left.end <= right.start for left, right in itertools.pairwise(spans))
    assert all(span.first <= span.last for span in spans)


@pytest.mark.parametrize(
    ("interval", "words"),
    [
        ("2014-01-01/2014-12-31", "2014年"),
        ("2011-01-01/2015-12-31", "2011—2015年"),
        ("2014-02-01/2014-02-28", "2014年2月"),
        ("2014-07-03/2014-07-03", "2014年7月3日"),
        ("2014-01-01/2014-09-30", "2014年1月1日至2014年9月30日"),
    ],
)
def test_intervals_in_readers_words(interval: str, words: str) -> None:
    assert readable(interval) == words


def test_readers_are_told_what_is_rough() -> None:
    assert readable("2014-01-01/2014-11-30", "until") == "截至2014年11月30日"
    assert readable("2014-12-04/2014-12-18", "about") == "约2014年12月4日至2014年12月18日"
