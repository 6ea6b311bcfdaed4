"""Names completed from their article's own context, and never from another's."""

import pytest

from graphkit.records import Resolved
from graphkit.resolve import resolve
from tests.factory import annotation


def names(resolved: Resolved) -> dict[str, str]:
    return {
        mention.surface: name.name
        for mention, name in zip(resolved.annotation.mentions, resolved.names, strict=True)
        if name is not None and mention.surface
    }


CASES = [
    ("", "[陕西省总工会|UNION]召开会议,[省总|UNION]主席讲话。", {"省总": "陕西省总工会"}),
    ("[汉中市南郑区总工会|UNION]小记", "[区总|UNION]得到[市委|ORG]肯定。", {"区总": "汉中市南郑区总工会", "市委": "汉中市委"}),
    (
        "",
        "[敦化市总工会|UNION]成立,[市总|UNION]会同[市人社局|ORG]。",
        {"市总": "延边朝鲜族自治州敦化市总工会", "市人社局": "延边朝鲜族自治州敦化市人社局"},
    ),
    ("", "[北京市延庆区总工会|UNION]说,[市总工会|UNION]拨款。", {"市总工会": "北京市总工会"}),
    ("", "[延边州总工会|UNION]说,[州总|UNION]拨款。", {"延边州总工会": "延边州总工会", "州总": "延边州总工会"}),
    ("", "[利川市总工会|UNION]与[团市委|ORG]。", {"团市委": "共青团恩施土家族苗族自治州利川市委"}),
    ("", "[市总|UNION]开会。", {"市总": "市总"}),
    ("", "[全总|UNION]和[党中央|ORG:national]", {"全总": "中华全国总工会", "党中央": "中共中央"}),
    ("", "[新疆维吾尔自治区总工会|UNION],[新疆工会|UNION]", {"新疆工会": "新疆维吾尔自治区总工会"}),
    (
        "",
        "[铜川市工人文化宫职工书画院|ORG]开馆,[书画院|ORG]负责人说,[市工人文化宫|ORG]投资。",
        {"书画院": "铜川市工人文化宫职工书画院", "市工人文化宫": "铜川市工人文化宫"},
    ),
    (
        "",
        "[兰州市安宁区柳荫街道石榴巷社区工会联合会|UNION],[社区工会联合会|UNION]与[社区党支部|ORG]",
        {
            "社区工会联合会": "兰州市安宁区柳荫街道石榴巷社区工会联合会",
            "社区党支部": "兰州市安宁区柳荫街道石榴巷社区党支部",
        },
    ),
    ("", "[陕西|REGION]和[三秦|REGION]", {"陕西": "陕西省", "三秦": "三秦"}),
    ("", "[福州市|REGION][鼓楼区|REGION]", {"鼓楼区": "福州市鼓楼区"}),
    ("", "[鼓楼区|REGION]", {"鼓楼区": "鼓楼区"}),
    (
        "",
        "[白河县总工会|UNION]到[远山矿业公司|ORG],[公司工会|UNION]和[该公司女职工委员会|UNION]接待。",
        {"公司工会": "远山矿业公司工会", "该公司女职工委员会": "远山矿业公司女职工委员会"},
    ),
    ("", "[城西医院工会|UNION]成立,[院党办|ORG]和[医院工会|UNION]说", {"院党办": "城西医院党办", "医院工会": "城西医院工会"}),
    ("", "[公司工会|UNION]开会。", {"公司工会": "公司工会"}),
    ("", "[省人社厅|ORG]与[山西省总工会|UNION],[省人力资源和社会保障厅|ORG]", {"省人社厅": "山西省人力资源和社会保障厅"}),
    ("", "[临汾市总工会|UNION]与[市政府|ORG]、[市民政局|ORG]", {"市政府": "临汾市政府", "市民政局": "临汾市民政局"}),
    (
        "",
        "第五师双河市的[师市总|UNION]与[师人社局|ORG]",
        {"师市总": "新疆生产建设兵团第五师双河市总工会", "师人社局": "新疆生产建设兵团第五师人社局"},
    ),
    ("", "在[佛山市南海区狮山镇|REGION],[狮山|REGION]的工人", {"狮山": "佛山市南海区狮山镇"}),
    ("", "[凉山州|REGION]的[德昌|REGION]和[沪|REGION]上", {"德昌": "凉山彝族自治州德昌县", "沪": "上海市"}),
    ("", "[北京市|REGION][东城区|REGION]的[朝阳门街道总工会|UNION]", {"朝阳门街道总工会": "朝阳门街道总工会"}),
    ("", "“[金秋爱心助学|PROGRAM]”和第六届“[河套杯|PROGRAM]”", {"金秋爱心助学": "金秋助学", "河套杯": "河套杯"}),
]


@pytest.mark.parametrize(("title", "text", "expected"), CASES)
def test_names(title: str, text: str, expected: dict[str, str]) -> None:
    found = names(resolve(annotation(text, title=title)))
    assert {surface: found[surface] for surface in expected} == expected


@pytest.mark.parametrize(
    ("paper", "place", "text", "expected"),
    [
        ("甘肃工人报", "", "[省总|UNION]开会。", ("省总", "甘肃省总工会", "paper")),
        ("陕工网", "", "[省总|UNION]开会。", ("省总", "陕西省总工会", "paper")),
        ("西安晚报", "", "[市总|UNION]与[省总|UNION]开会。", ("市总", "西安市总工会", "paper")),
        ("西安晚报", "", "[市总|UNION]与[省总|UNION]开会。", ("省总", "陕西省总工会", "paper: 西安市")),
        ("", "西安", "[市总|UNION]开会。", ("市总", "西安市总工会", "dateline")),
        ("甘肃工人报", "西安", "[省总|UNION]开会。", ("省总", "陕西省总工会", "dateline: 西安市")),
        ("甘肃工人报", "", "[陕西省总工会|UNION]开会。\n[省总|UNION]开会。", ("省总", "陕西省总工会", "name")),
        ("甘肃工人报", "", "去[浙江省|REGION]学习。\n[省总|UNION]开会。", ("省总", "甘肃省总工会", "paper")),
        ("甘肃工人报", "", "[市总|UNION]开会。", ("市总", "市总", "")),
        ("甘肃工人报", "", "[天水市|REGION]开会。[总工会|UNION]说。", ("总工会", "天水市总工会", "of the article's place (name)")),
        ("福建工人报", "", "[鼓楼区总工会|UNION]开会。", ("鼓楼区总工会", "福州市鼓楼区总工会", "full name")),
        ("工人日报", "", "[省总|UNION]开会。", ("省总", "省总", "")),
    ],
)
def test_dateline_and_paper_complete_short_forms(paper: str, place: str, text: str, expected: tuple[str, str, str]) -> None:
    resolved = resolve(annotation(text, paper=paper, place=place))
    found = {(m.surface, n.name, n.reason) for m, n in zip(resolved.annotation.mentions, resolved.names, strict=True) if n}
    assert expected in found


def test_two_cities_in_one_article_each_keep_their_own() -> None:
    text = "[西安市总工会|UNION]开会。[市总|UNION]主席讲话。\n[咸阳市总工会|UNION]开会,[市总|UNION]主席讲话。"
    resolved = resolve(annotation(text))
    shorts = [
        name.name for mention, name in zip(resolved.annotation.mentions, resolved.names, strict=True) if name and mention.surface == "市总"
    ]
    assert shorts == ["西安市总工会", "咸阳市总工会"]


def test_every_completion_has_a_reason() -> None:
    resolved = resolve(annotation("[省总|UNION]开会", title="[陕西省总工会|UNION]综述"))
    assert [name.reason for name in resolved.names if name] == ["full name", "title"]


def test_one_body_has_one_key_however_it_is_written() -> None:
    keys = {
        name.key
        for text in ("[陕西省总工会|UNION]", "[陕西总工会|UNION]", "[陕西省总|UNION]", "[陕西工会|UNION]")
        for name in resolve(annotation(text)).names
        if name
    }
    assert keys == {"610000|总工会"}


def test_bodies_lie_where_their_names_say() -> None:
    facts = resolve(annotation("[汉中市南郑区总工会|UNION]")).facts
    assert [(fact.type, fact.tail.name, fact.tail_span) for fact in facts] == [("LOCATED_IN", "汉中市南郑区", None)]


def test_the_region_of_a_pointing_word_is_a_fact_s_end() -> None:
    facts = resolve(annotation("在“[送温暖|PROGRAM]”活动中,全省工会共筹集3048万元。", title="[陕西省总工会|UNION]")).facts
    (figure,) = [fact for fact in facts if fact.type == "FIGURE"]
    assert (figure.head.name, figure.head_span, figure.attributes["value"]) == ("陕西省", None, 30_480_000)
