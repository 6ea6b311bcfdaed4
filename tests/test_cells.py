import pytest

from graphkit.cells import aligned, defused, width

FORMULA = "=HYPERLINK(\"x\",'甲')"


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (FORMULA, "'" + FORMULA),
        ("-1", "'-1"),
        ("+86", "'+86"),
        ("@SUM", "'@SUM"),
        ("＝1", "'＝1"),
        ("\t=1", "'\t=1"),
        ("\n=1", "'\n=1"),
        (-1.5, -1.5),
        ("甲=1", "甲=1"),
        (None, None),
    ],
)
def test_cells_aredefused(value: str | float | None, expected: str | float | None) -> None:
    assert defused(value) == expected


def test_columns_stand_one_below_the_other() -> None:
    lines = list(aligned([("人物", "post", "x"), ("a", "主席", "")]))
    assert lines == ["人物  post  x", "a     主席"]
    assert width("人物") == 4
    assert list(aligned([])) == []
