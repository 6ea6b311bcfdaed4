"""Titles of posts, whole, and nothing of the names beside them."""

import pytest

from graphkit.components.relations.titles import find_titles, stacked
from tests.factory import context


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[市总工会|UNION]党组书记、常务副主席[王力|PERSON]", ["党组书记", "常务副主席"]),
        ("[市总工会|UNION]组织部部长[李青|PERSON]到会", ["组织部部长"]),
        ("[李青|PERSON]当选为[区总|UNION]兼职副主席", ["兼职副主席"]),
        ("[省总|UNION]二级巡视员[赵蓝|PERSON]", ["二级巡视员"]),
        ("他说，法律工作部的部长[周文|PERSON]", ["法律工作部的部长"]),
        ("[王力主席团|ORG]", []),
    ],
)
def test_titles(text: str, expected: list[str]) -> None:
    ctx = context(text)
    assert [ctx.text[title.start : title.end] for title in find_titles(ctx)] == expected


@pytest.mark.parametrize(("gap", "whole"), [("党组书记、", True), ("副主席（兼）、组织部部长", True), ("到会的副主席", False), ("", True)])
def test_a_stack_of_titles(gap: str, whole: bool) -> None:
    assert bool(stacked().fullmatch(gap)) is whole
