"""Sentences and the relations that the rules read in them."""

import pytest

from graphkit.components.relations import claims, find
from graphkit.components.relations.context import Context
from tests.factory import context, told

CASES = [
    (
        "[省人大常委会|ORG]副主任、[省总工会|UNION]党组书记、主席[黄明|PERSON]出席。",
        {
            ("HOLDS", "黄明", "省人大常委会", "副主任"),
            ("HOLDS", "黄明", "省总工会", "党组书记"),
            ("HOLDS", "黄明", "省总工会", "主席"),
        },
    ),
    ("副省长[李金|PERSON]颁奖", {("HOLDS", "李金", "(context)", "副省长")}),
    (
        "[区总工会|UNION]主席[褚峰|PERSON]、副主席[佟丽|PERSON]、[谷云|PERSON]参加。",
        {("HOLDS", "褚峰", "区总工会", "主席"), ("HOLDS", "佟丽", "区总工会", "副主席"), ("HOLDS", "谷云", "区总工会", "副主席")},
    ),
    ("[慕业|PERSON]当选为[省总工会|UNION]主席。", {("HOLDS", "慕业", "省总工会", "主席")}),
    ("原[中国书协|ORG]副主席[钟善|PERSON]题写", {("HOLDS", "钟善", "中国书协", "原", "副主席")}),
    ("[市总|UNION]开展“[夏送清凉|PROGRAM]”活动。", {("RUNS", "市总", "夏送清凉")}),
    (
        "[市总|UNION]和[市慈善总会|ORG]联合开展“[情暖万家|PROGRAM]”活动。",
        {("RUNS", "市总", "情暖万家"), ("RUNS", "市慈善总会", "情暖万家"), ("PARTNERS", "市总", "市慈善总会")},
    ),
    ("[市总|UNION]参加了“[安康杯|PROGRAM]”活动。", set()),
    (
        "“[四季送|PROGRAM]”([春送岗位|PROGRAM]、[夏送清凉|PROGRAM])活动",
        {("PART_OF", "春送岗位", "四季送"), ("PART_OF", "夏送清凉", "四季送")},
    ),
    ("[陈鹏|PERSON]荣获“[最美劳动者|HONOR]”称号。", {("AWARDED", "陈鹏", "最美劳动者")}),
    ("“[全国五一劳动奖章|HONOR]”获得者[焦峰|PERSON]", {("AWARDED", "焦峰", "全国五一劳动奖章")}),
    (
        "[市总|UNION]制定了《[工作办法|DOC]》和《[考核标准|DOC]》。",
        {("ISSUED", "市总", "工作办法"), ("ISSUED", "市总", "考核标准")},
    ),
    ("[市总|UNION]认真学习贯彻《[工会法|DOC]》。", set()),
    ("[县总工会|UNION]帮扶[仁河村|REGION]两年来", {("SUPPORTS", "县总工会", "仁河村")}),
    (
        "在“[夏送清凉|PROGRAM]”活动中,[省总|UNION]投入资金50万元。",
        {("FIGURE", "省总", "夏送清凉", "CNY", 500_000.0)},
    ),
    (
        "在“[送温暖|PROGRAM]”活动中,全省工会共筹集1.25亿元。",
        {("FIGURE", "全省", "送温暖", "CNY", 125_000_000.0)},
    ),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_relations(text: str, expected: set[tuple[object, ...]]) -> None:
    ctx = context(text)
    assert {told(ctx, claim) for claim in claims(ctx)} == expected


def test_a_subject_is_carried_through_a_paragraph() -> None:
    ctx = context("[市总|UNION]重视服务职工。深入开展“[四季送|PROGRAM]”活动。")
    (claim,) = [claim for claim in claims(ctx) if claim.type == "RUNS"]
    assert told(ctx, claim) == ("RUNS", "市总", "四季送")
    assert claim.rule == "carried subject"


def test_a_subject_is_not_carried_into_another_paragraph() -> None:
    ctx = context("[市总|UNION]重视服务职工。\n深入开展“[四季送|PROGRAM]”活动。")
    assert claims(ctx) == []


def test_claims_do_not_depend_on_the_order_of_names() -> None:
    ctx = context(CASES[0][0])
    assert find(Context.build(ctx.text, ctx.items[::-1])) == find(ctx)


WEIGHED = [
    ("5月6日,[省总|UNION]联合[省人社厅|ORG]启动“[春送岗位|PROGRAM]”活动。", ("RUNS", "省总", "春送岗位"), True),
    ("[市总|UNION]副主席到场观看了“[安康杯|PROGRAM]”竞赛,[市委|ORG]领导致辞。", ("RUNS", "市委", "安康杯"), False),
    ("[县总|UNION]组织的“[金秋助学|PROGRAM]”共筹集助学金30万元。", ("FIGURE", "县总", "金秋助学", "CNY", 300_000.0), True),
    ("副市长[李青|PERSON]等领导向“[鹤城工匠|HONOR]”颁奖。", ("AWARDED", "李青", "鹤城工匠"), False),
    ("[李青|PERSON]走访“[鹤城工匠|HONOR]”获得者[赵蓝|PERSON]。", ("AWARDED", "李青", "鹤城工匠"), False),
    ("[李青|PERSON]走访“[鹤城工匠|HONOR]”获得者[赵蓝|PERSON]。", ("AWARDED", "赵蓝", "鹤城工匠"), True),
    ("会上,[李青|PERSON]、[赵蓝|PERSON]等被授予“[五一劳动奖章|HONOR]”。", ("AWARDED", "李青", "五一劳动奖章"), True),
]


@pytest.mark.parametrize(("text", "fact", "holds"), WEIGHED)
def test_the_classifier_weighs_what_the_rules_cannot_tell(text: str, fact: tuple[object, ...], holds: bool) -> None:
    ctx = context(text)
    assert (fact in {told(ctx, claim) for claim in find(ctx)}) is holds


def test_a_classifier_s_confidence_is_its_chance() -> None:
    ctx = context(WEIGHED[0][0])
    assert all(0 < claim.confidence <= 1 for claim in find(ctx))
