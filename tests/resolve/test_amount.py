"""What a figure is of, as far as its sentence tells."""

from typing import Any

import pytest

from graphkit.card import told
from graphkit.resolve import resolve
from tests.factory import annotation

UNION = "[白河县总工会|UNION]"
PROGRAM = "[送温暖|PROGRAM]"


def figures(text: str) -> list[dict[str, Any]]:
    resolved = resolve(annotation(text, date="2015-08-01"))
    return [dict(fact.attributes) for fact in resolved.facts if fact.type == "FIGURE"]


@pytest.mark.parametrize(
    ("rest", "kinds"),
    [
        ("筹集资金30万元", ["raised"]),
        ("筹集慰问资金30万元", ["raised"]),
        ("投入培训经费30万元", ["spent"]),
        ("投入资金30万元，慰问职工1200名", ["spent", "helped"]),
        ("培训1200人，覆盖企业30家", ["trained", "helped"]),
        ("开展比赛30场，1200名职工参加", ["held", "attended"]),
        ("促成就业的招聘30场", ["held"]),
        ("建成驿站30个，1200人受益", ["founded", "helped"]),
        ("发展会员1200名", ["members"]),
        ("1200人参保，赔付30万元", ["insured", "paid"]),
        ("征集合理化建议1200条，落实30条，创造效益30万元", ["proposed", "solved", "earned"]),
        ("发放慰问品1200件", ["given"]),
        ("签订合同30份", ["signed"]),
        ("现有1200人", [None]),
    ],
)
def test_the_kind_is_told_by_the_nearest_word(rest: str, kinds: list[str | None]) -> None:
    assert [figure.get("kind") for figure in figures(f"{UNION}开展{PROGRAM}活动，{rest}。")] == kinds


@pytest.mark.parametrize(
    ("opening", "rest", "cumulative"),
    [
        ("", "累计投入30万元", True),
        ("五年来，", "投入30万元", True),
        ("截至6月底，", "投入30万元", True),
        ("", "共投入30万元", True),
        ("今年，", "投入30万元", False),
        ("今年，", "累计投入30万元", True),
        ("五年来，", "今年投入30万元", False),
        ("", "公共场所投入30万元", None),
        ("", "投入30万元", None),
    ],
)
def test_a_sum_over_times_is_told_from_that_of_one(opening: str, rest: str, cumulative: bool | None) -> None:
    assert [figure.get("cumulative") for figure in figures(f"{opening}{UNION}开展{PROGRAM}活动，{rest}。")] == [cumulative]


@pytest.mark.parametrize(
    ("text", "giver", "receiver"),
    [
        (f"{UNION}为困难职工发放{PROGRAM}资金30万元。", "安康市白河县总工会", "困难职工"),
        (f"{UNION}开展{PROGRAM}活动，慰问困难职工1200名。", None, "困难职工"),
        (f"{UNION}开展{PROGRAM}活动，慰问1200名农民工。", None, "农民工"),
        (f"{UNION}开展{PROGRAM}活动，[长安集团|ORG]捐赠30万元。", "长安集团", None),
        (f"{UNION}开展{PROGRAM}活动，向社会各界募集资金30万元。", "社会各界", None),
        (f"{UNION}开展{PROGRAM}活动，收到[长安集团|ORG]捐款30万元。", "长安集团", None),
    ],
)
def test_giver_and_receiver(text: str, giver: str | None, receiver: str | None) -> None:
    (figure,) = figures(text)
    assert (figure.get("giver"), figure.get("receiver")) == (giver, receiver)


@pytest.mark.parametrize(
    ("rest", "words"),
    [
        ("累计惠及职工1.2万余人次", "累计惠及超1.2万人次"),
        ("开展宣讲30场", "举办30场"),
        ("发放补助3000至5000元", "投入3000元至5000元"),
        ("慰问近百户困难家庭", "惠及近100户"),
    ],
)
def test_what_readers_are_told(rest: str, words: str) -> None:
    (figure,) = figures(f"{UNION}开展{PROGRAM}活动，{rest}。")
    assert told(figure) == words


def test_a_part_is_marked() -> None:
    found = figures(f"{UNION}开展{PROGRAM}活动，慰问职工1200名，其中农民工300名。")
    assert [figure.get("part") for figure in found] == [None, True]
