from typing import Any

import pytest

from graphkit import store
from graphkit.errors import AmbiguousError, NotFoundError
from graphkit.lookup import Names


def entity(identifier: str, name: str, kind: str = "UNION", *, region: str = "", articles: int = 1, names: tuple[str, ...] = ()) -> Any:
    return store.Entity(identifier, kind, name, region, "", articles, articles, names, {})


NAMES = Names(
    [
        entity("u1", "陕西省总工会", region="610000", articles=9, names=("省总", "陕西省总工会")),
        entity("u2", "山西省总工会", region="140000", articles=3, names=("省总",)),
        entity("u3", "西安市鼓楼区总工会"),
        entity("u4", "福州市鼓楼区总工会", region="350102", names=("鼓楼区总工会",)),
        entity("u5", "南京市鼓楼区总工会", region="320106"),
        entity("r1", "汉中市南郑区", "REGION", region="610703"),
        entity("g1", "送温暖", "PROGRAM", names=("“送温暖”",)),
        entity("p1", "王力", "PERSON"),
        entity("p2", "王力", "PERSON", articles=2),
    ]
)


@pytest.mark.parametrize(
    ("name", "types", "found"),
    [
        ("陕西省总工会", (), ["u1"]),
        ("陕西省 总工会", (), ["u1"]),  # spaces, widths and quotation marks do not count
        ("「送温暖」", (), ["g1"]),
        ("u2", (), ["u2"]),
        ("省总", (), ["u1", "u2"]),  # the one with more articles first
        ("鼓楼区总工会", (), ["u4"]),  # only this one is called so by articles
        ("鼓楼区工会", (), ["u4", "u5"]),  # the grammar knows two such districts
        ("陕西总工会", (), ["u1"]),
        ("南郑", (), ["r1"]),
        ("南郑", ("REGION",), ["r1"]),
        ("王力", ("PERSON",), ["p2", "p1"]),
    ],
)
def test_names_are_found_by_rules(name: str, types: tuple[str, ...], found: list[str]) -> None:
    assert [one.id for one in NAMES.find(name, types)] == found
    assert NAMES.known(name)


@pytest.mark.parametrize(
    ("name", "types", "message"),
    [
        ("江西省总工会", (), "no entity named 江西省总工会; near it: .*(陕|山)西省总工会"),
        ("省总", ("PERSON",), "no person named 省总; near it: 王力|no person named 省总$"),
        ("", (), "no entity named $"),
    ],
)
def test_likeness_only_proposes(name: str, types: tuple[str, ...], message: str) -> None:
    with pytest.raises(NotFoundError, match=message):
        NAMES.find(name, types)


def test_candidates_are_told() -> None:
    with pytest.raises(AmbiguousError, match=r"2 entities are called 省总; .*: 陕西省总工会（工会，陕西省，9 articles，u1）; 山西省总工会"):
        NAMES.one("省总")
    many = Names(entity(f"p{number:02}", "李明", "PERSON") for number in range(12))
    with pytest.raises(AmbiguousError, match=r"12 entities are called 李明; .*; and 2 more"):
        many.one("李明")
