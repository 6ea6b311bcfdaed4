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
    ],
)
def test_the_period_is_the_nearest_time_before(text: str, period: str | None) -> None:
    resolved = resolve(annotation(text, date="2015-08-01"))
    assert [fact.attributes.get("period") for fact in resolved.facts if fact.type == "FIGURE"] == [period]
