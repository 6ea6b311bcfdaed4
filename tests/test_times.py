import itertools
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphkit.times import find_times, number, parse_date, readable


@pytest.mark.parametrize(
    ("text", "interval", "precision"),
    [
        ("今年", "2019-01-01/2019-12-31", "year"),
        ("去年", "2018-01-01/2018-12-31", "year"),
        ("2014年", "2014-01-01/2014-12-31", "year"),
        ("二〇一四年", "2014-01-01/2014-12-31", "year"),
        ("去年11月", "2018-11-01/2018-11-30", "month"),
        ("2018年3月5日", "2018-03-05/2018-03-05", "day"),
        ("9月3日", "2019-09-03/2019-09-03", "day"),
        ("今年4月下旬", "2019-04-21/2019-04-30", "month"),
        ("今年前三季度", "2019-01-01/2019-09-30", "period"),
        ("前三季度", "2019-01-01/2019-09-30", "period"),
        ("去年上半年", "2018-01-01/2018-06-30", "period"),
        ("2018年第二季度", "2018-04-01/2018-06-30", "quarter"),
        ("今年前5个月", "2019-01-01/2019-05-31", "period"),
        ("截至目前", "2019-01-01/2019-01-15", "about"),
        ("日前", "2019-01-01/2019-01-15", "about"),
        ("昨天", "2019-01-14/2019-01-14", "day"),
        ("十四五期间", "2021-01-01/2025-12-31", "period"),
        ("“十三五”期间", "2016-01-01/2020-12-31", "period"),
        ("十五五规划期间", "2026-01-01/2030-12-31", "period"),
        ("十二五时期", "2011-01-01/2015-12-31", "period"),
        ("五年来", "2014-01-01/2019-01-15", "period"),
        ("2016年以来", "2016-01-01/2019-01-15", "period"),
        ("2014-2018年", "2014-01-01/2018-12-31", "period"),
        ("6月24-29日", "2019-06-24/2019-06-29", "day"),
        ("1至6月", "2019-01-01/2019-06-30", "month"),
        ("元旦、春节期间", "2018-12-20/2019-02-28", "about"),
    ],
)
def test_times_against_an_article_s_date(text: str, interval: str, precision: str) -> None:
    (found,) = find_times(f"，{text}，", "2019-01-15")
    assert (found.interval, found.precision) == (interval, precision)
    assert f"，{text}，"[found.start : found.end] == text or text.startswith("“")


@pytest.mark.parametrize("text", ["今年", "日前", "9月3日", "前三季度", "五年来"])
def test_what_needs_the_date_is_left_out_without_it(text: str) -> None:
    assert find_times(text) == []


@pytest.mark.parametrize("text", ["2018年13月", "2月30日", "第12届", "12个月", "1998元", "三年级"])
def test_what_is_no_time(text: str) -> None:
    assert [span.precision for span in find_times(text, "2019-01-15")] in ([], ["year"])


def test_the_same_year_is_the_one_named_before() -> None:
    spans = find_times("2016年立项，当年建成。", "2019")
    assert [span.first.year for span in spans] == [2016, 2016]


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
