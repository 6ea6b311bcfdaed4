"""What an article tells of the things it names."""

import pytest

from graphkit.resolve import resolve
from tests.factory import annotation


def told(text: str, kind: str) -> list[dict[str, str]]:
    resolved = resolve(annotation(text, date="2020-01-01"))
    return [dict(found) for found, name in zip(resolved.details, resolved.names, strict=True) if name is not None and name.type == kind]


@pytest.mark.parametrize(
    ("text", "details"),
    [
        ("省总举办第六届“[匠心杯|PROGRAM]”大赛。", {"editions": "第6届"}),
        ("省总举办首届“[匠心杯|PROGRAM]”大赛。", {"editions": "第1届"}),
        ("省总举办2019年第12届“[匠心杯|PROGRAM]”大赛。", {"editions": "第12届", "years": "2019"}),
        ("省总举办2019年度“[匠心杯|PROGRAM]”大赛。", {"years": "2019"}),
        ("省总举办“[匠心杯|PROGRAM]”第三届大赛。", {"editions": "第3届"}),
        ("2018年，省总举办“[匠心杯|PROGRAM]”大赛。", {}),  # a year of its sentence, no edition's
        ("省总开展[金秋助学|PROGRAM]活动。", {"family": "四季送"}),
    ],
)
def test_programs(text: str, details: dict[str, str]) -> None:
    assert told(text, "PROGRAM") == [details]


@pytest.mark.parametrize(
    ("text", "details"),
    [
        ("2018年，[黄明|PERSON]获[全国五一劳动奖章|HONOR]。", {"level": "national", "giver": "中华全国总工会", "years": "2018"}),
        ("[黄明|PERSON]获[陕西省五一劳动奖章|HONOR]。", {"level": "province"}),
        ("[黄明|PERSON]获[汉中市劳动模范|HONOR]称号。", {"level": "city"}),
        ("[黄明|PERSON]获[洋县最美职工|HONOR]称号。", {"level": "county"}),
        ("[黄明|PERSON]获[省劳动模范|HONOR]称号。", {"level": "province"}),
        ("[黄明|PERSON]被[陕西省总工会|UNION]授予“[三秦好人|HONOR]”称号。", {"level": "province", "giver": "陕西省总工会"}),
        ("[汉中市总工会|UNION]命名[黄明|PERSON]为“[汉水工匠|HONOR]”。", {"level": "city", "giver": "汉中市总工会"}),
        ("[长安集团|ORG]授予[黄明|PERSON]“[红旗手|HONOR]”称号。", {"giver": "长安集团"}),
        ("[长安集团|ORG]、[洋河集团|ORG]两家单位被授予“[红旗手|HONOR]”称号。", {}),
        ("[汉中市总工会|UNION]推荐[黄明|PERSON]参评“[红旗手|HONOR]”。", {}),
        ("[汉中市总工会|UNION]开会。会上授予[黄明|PERSON]“[红旗手|HONOR]”称号。", {}),
    ],
)
def test_honours(text: str, details: dict[str, str]) -> None:
    assert told(text, "HONOR") == [details]


@pytest.mark.parametrize(
    ("text", "details"),
    [
        ("省总印发《[关于做好送清凉工作的通知|DOC]》（陕工发〔2017〕9号）。", {"number": "陕工发〔2017〕9号", "years": "2017"}),
        ("省总印发《[关于做好送清凉工作的通知|DOC]》(陕工办发[2017]09号)。", {"number": "陕工办发〔2017〕9号", "years": "2017"}),
        ("省总印发《[关于做好送清凉工作的通知|DOC]》（以下简称《通知》）。", {}),
    ],
)
def test_documents(text: str, details: dict[str, str]) -> None:
    assert told(text, "DOC") == [details]
