"""What names tell of belonging."""

import pytest

from graphkit.resolve import resolve
from tests.factory import annotation


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[白河县总工会|UNION]开会，[白河县总工会法律援助中心|ORG]派员。", {("安康市白河县总工会法律援助中心", "安康市白河县总工会")}),
        ("[远山矿业集团|ORG]成立，[远山矿业集团工会|UNION]祝贺。", {("远山矿业集团工会", "远山矿业集团")}),
        ("[市总|UNION]开展“[四季送|PROGRAM]”，其中“[夏送清凉|PROGRAM]”最忙。", {("夏送清凉", "四季送")}),
        ("[远山矿业集团|ORG]与[远山学院|ORG]。", set()),
        ("[远山矿业集团|ORG]与[远山矿业集团采掘二队|ORG]、[远山矿业集团公司|ORG]。", {("远山矿业集团采掘二队", "远山矿业集团")}),
        ("[白河县总工会|UNION]的[白河县总工会女职工委员会|UNION]", {("安康市白河县总工会女职工委员会", "安康市白河县总工会")}),
    ],
)
def test_names_tell_what_belongs_to_what(text: str, expected: set[tuple[str, str]]) -> None:
    resolved = resolve(annotation(text))
    assert {(fact.head.name, fact.tail.name) for fact in resolved.facts if fact.type == "PART_OF" and fact.rule == "name"} == expected
