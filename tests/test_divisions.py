"""The table of divisions: its history since 1980, its coordinates, and that it is the outcome of what it is made from."""

from collections import Counter
from math import cos, hypot, radians

import pytest

from graphkit import divisions, regions

GAZETTEER = regions.load()
FARTHEST = 620  # kilometres from a county to the seat of its prefecture: Ruoqiang


@pytest.mark.parametrize(
    ("name", "today"),
    [
        ("南郑县", "南郑区"),
        ("户县", "鄠邑区"),
        ("绍兴县", "柯桥区"),
        ("郫县", "郫都区"),
        ("唐海县", "曹妃甸区"),
        ("那曲县", "色尼区"),
        ("耒阳县", "耒阳市"),
        ("昌都县", "卡若区"),
        ("襄樊市", "襄阳市"),
        ("大庸市", "张家界市"),
        ("淮阴市", "淮安市"),
        ("通什市", "五指山市"),
        ("伊克昭盟", "鄂尔多斯市"),
        ("哲里木盟", "通辽市"),
        ("思茅市", "普洱市"),
        ("茂汶羌族自治县", "茂县"),
        ("庐山区", "濂溪区"),
    ],
)
def test_a_former_name_leads_to_the_division_of_today(name: str, today: str) -> None:
    assert today in [region.name for region in (*GAZETTEER.named(name), *GAZETTEER.words.get(name, ()))]


@pytest.mark.parametrize(
    "name", ["大庆市", "鹤岗市", "湘潭市", "衡阳市", "焦作市", "鹤壁市", "昭觉县", "阿坝县", "萨尔图区", "达拉特旗", "苍南县"]
)
def test_a_code_that_was_given_anew_does_not_tell(name: str) -> None:
    assert [region.name for region in GAZETTEER.named(name)] == [name]


@pytest.mark.parametrize("name", ["清江", "益都", "星子"])
def test_former_short_names_that_are_words_need_their_ending(name: str) -> None:
    assert GAZETTEER.named(name) == ()
    assert GAZETTEER.words[name]


@pytest.mark.parametrize("name", ["塘沽区", "闸北区", "芳村区"])
def test_a_division_that_went_into_a_larger_one_is_not_that_one(name: str) -> None:
    assert GAZETTEER.named(name) == ()


def test_divisions_in_force_are_named_as_themselves() -> None:
    rows = [row for row in divisions.read("regions.csv") if not row["until"]]
    assert [row["code"] for row in rows if row["now"] != row["code"]] == []
    assert Counter(len(row["code"]) for row in rows) == {6: len(rows)}


def test_a_former_division_is_one_of_today() -> None:
    today = {row["code"] for row in divisions.read("regions.csv") if not row["until"]}
    assert [row for row in divisions.read("regions_former.csv") if row["now"] not in {*today, ""}] == []


def test_no_county_has_the_coordinates_of_another_place() -> None:
    places = Counter((region.lon, region.lat) for region in GAZETTEER.by_code.values())
    counties = [region for region in GAZETTEER.by_code.values() if region.level == regions.COUNTY and region.approximate]
    assert {region.name for region in counties if places[region.lon, region.lat] > 1} == set()
    assert {row["code"] for row in divisions.read("regions_places.csv")} == {region.code for region in counties}


def test_every_county_lies_near_its_prefecture() -> None:
    far = {}
    for region in GAZETTEER.by_code.values():
        upper = GAZETTEER.parent(region)
        if region.level == regions.COUNTY and upper is not None and upper.level == regions.PREFECTURE:
            assert region.lon is not None and region.lat is not None and upper.lon is not None and upper.lat is not None  # noqa: PT018
            kilometres = 111 * hypot((region.lon - upper.lon) * cos(radians(region.lat)), region.lat - upper.lat)
            if kilometres > FARTHEST:
                far[region.name] = round(kilometres)
    assert far == {}


def test_the_table_is_completed() -> None:
    rows = divisions.read("regions.csv")
    assert divisions.completed(rows, divisions.read("regions_former.csv"), divisions.read("regions_places.csv")) == rows
