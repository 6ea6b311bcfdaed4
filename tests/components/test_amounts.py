"""Numbers with their units, as newspapers write them."""

import pytest

from graphkit.components.amounts import find_amounts
from graphkit.components.numbers import chinese_number, either, value
from graphkit.text import normalise


@pytest.mark.parametrize(
    ("text", "amounts"),
    [
        ("筹集慰问款物1.25亿元", [(125_000_000, "CNY")]),
        ("2万多名选手参赛", [(20_000, "person")]),
        ("惠及近4万人次", [(40_000, "person")]),
        ("走访三百余户困难职工", [(300, "household")]),
        ("慰问13户企业", [(13, "item")]),
        ("百余场招聘会", [(100, "item")]),
        ("1,100万元", [(11_000_000, "CNY")]),
        ("十五家单位", [(15, "item")]),
        ("5月1日，第三名，每人2000元", []),
        ("占80%以上，3年", []),
        ("80.8825万元", [(808_825, "CNY")]),
        ("1.2亿余元", [(120_000_000, "CNY")]),
        ("1200万余元", [(12_000_000, "CNY")]),
        ("300多万元人民币", [(3_000_000, "CNY")]),
        ("一万二千人", [(12_000, "person")]),
        ("1万2千人", [(12_000, "person")]),
        ("一亿三千万元", [(130_000_000, "CNY")]),
        ("三百余名", [(300, "person")]),
        ("一百二十余人", [(120, "person")]),
        ("上万名职工", [(10_000, "person")]),
        ("万余名职工", [(10_000, "person")]),
        ("上千人次", [(1000, "person")]),
        ("2014,3000人", [(3000, "person")]),  # no thousands' comma
    ],
)
def test_amounts(text: str, amounts: list[tuple[float, str]]) -> None:
    assert [(item.value, item.unit) for item in find_amounts(normalise(text))] == amounts


@pytest.mark.parametrize("text", ["数十名职工", "数百场", "几十人", "数千万元"])
def test_words_that_tell_no_number_are_no_amounts(text: str) -> None:
    assert list(find_amounts(text)) == []


@pytest.mark.parametrize(
    ("text", "low", "top"),
    [
        ("3至5万元", 30_000, 50_000),
        ("3万至5万元", 30_000, 50_000),
        ("3000元至5000元", 3000, 5000),
        ("5000元至1万元", 5000, 10_000),
        ("20—30人", 20, 30),
        ("3000~5000元", 3000, 5000),
        ("两三百人", 200, 300),
        ("七八个", 7, 8),
        ("十七八个", 17, 18),
        ("三五个", 3, 5),
        ("五六百名", 500, 600),
    ],
)
def test_a_range_has_two_ends(text: str, low: float, top: float) -> None:
    assert [(item.value, item.top) for item in find_amounts(text)] == [(low, top)]


@pytest.mark.parametrize(
    ("text", "about"),
    [
        ("1.2万余名", "over"),
        ("百余人", "over"),
        ("十几名", "over"),
        ("超10万人次", "over"),
        ("上百人", "over"),
        ("近百名", "under"),
        ("不足百人", "under"),
        ("约300户", "about"),
        ("300户左右", "about"),
        ("达300户", ""),
        ("300户", ""),
    ],
)
def test_what_is_told_beside_the_number(text: str, about: str) -> None:
    assert [item.about for item in find_amounts(text)] == [about]


@pytest.mark.parametrize(
    ("text", "number"), [("三百二", 320), ("十五", 15), ("一千零二十", 1020), ("二〇一四", 2014), ("百", 100), ("两千", 2000)]
)
def test_chinese_numbers(text: str, number: float) -> None:
    assert chinese_number(text) == value(text) == number


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("三万五", 35_000),
        ("一亿零五百万", 105_000_000),
        ("2千万", 20_000_000),
        ("万", 10_000),
        ("1.5千", 1500),
        ("3十百", None),
        ("半", None),
    ],
)
def test_numbers_with_myriads(text: str, number: float | None) -> None:
    assert value(text) == number


@pytest.mark.parametrize(
    ("text", "two"), [("三四十", ("三十", "四十")), ("三七", None), ("二〇一四", None), ("二十五六", ("二十五", "二十六"))]
)
def test_neighbouring_digits_leave_two_numbers_open(text: str, two: tuple[str, str] | None) -> None:
    assert either(text) == two
