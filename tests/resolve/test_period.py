"""A figure carries the time that the text tells for it."""

import pytest

from graphkit.resolve import resolve
from tests.factory import annotation


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("2013年，[白河县总工会|UNION]开展[送温暖|PROGRAM]活动，投入30万元。", "2013-01-01/2013-12-31"),
        ("去年，[白河县总工会|UNION]开展[送温暖|PROGRAM]活动，投入30万元。", "2014-01-01/2014-12-31"),
        ("7月3日，[白河县总工会|UNION]启动[送清凉|PROGRAM]活动，今年投入30万元。", "2015-01-01/2015-12-31"),
        ("2014年，[白河县总工会|UNION]开展[送温暖|PROGRAM]活动。共投入资金30万元。", "2014-01-01/2014-12-31"),
        ("[白河县总工会|UNION]开展[送温暖|PROGRAM]活动，投入30万元。", None),
        ("截至6月底，[白河县总工会|UNION]开展[送温暖|PROGRAM]活动，投入30万元。", "2015-01-01/2015-06-30"),
        ("2013年，[白河县总工会|UNION]开展[送温暖|PROGRAM]活动，比去年多投入30万元。", "2013-01-01/2013-12-31"),
        ("2013年，[白河县总工会|UNION]开展[送温暖|PROGRAM]活动，去年同期投入30万元。", "2013-01-01/2013-12-31"),
    ],
)
def test_the_period_of_a_figure_is_the_nearest_time_before(text: str, period: str | None) -> None:
    resolved = resolve(annotation(text, date="2015-08-01"))
    assert [fact.attributes.get("period") for fact in resolved.facts if fact.type == "FIGURE"] == [period]


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("2013年，[白河县总工会|UNION]主席[黄明|PERSON]到会。", "2013-01-01/2013-12-31"),
        ("7月3日，[白河县总工会|UNION]主席[黄明|PERSON]到会。", "2015-07-03/2015-07-03"),
        ("去年3月，[黄明|PERSON]当选[白河县总工会|UNION]主席。", "2014-03-01/2014-03-31"),
        ("2008年成立的[白河县总工会|UNION]主席[黄明|PERSON]到会。", None),
        ("今年，[白河县总工会|UNION]主席[黄明|PERSON]到会。", None),
        ("近日，[白河县总工会|UNION]主席[黄明|PERSON]到会。", None),
        ("2013年开会。[白河县总工会|UNION]主席[黄明|PERSON]到会。", None),
    ],
)
def test_a_post_is_held_when_its_sentence_says(text: str, period: str | None) -> None:
    resolved = resolve(annotation(text, date="2015-08-01"))
    assert [fact.attributes.get("period") for fact in resolved.facts if fact.type == "HOLDS"] == [period]
