import csv
import io
import json
from collections.abc import Sequence
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from graphkit import store
from graphkit.cli import main
from graphkit.figures import conflicts, figures, grouped
from graphkit.resolve import anchors, resolve
from tests.factory import annotation

UNION, PROGRAM = "[白河县总工会|UNION]", "[送温暖|PROGRAM]"


def stored(folder: Path, told: Sequence[tuple[str, str]]) -> Path:
    """A store of articles, each a date and what stands in it behind the union's doing of the program."""
    path = folder / "graph.db"
    writer = store.Writer(path)
    for number, (day, rest) in enumerate(told):
        writer.article(resolve(annotation(f"{UNION}开展{PROGRAM}活动，{rest}。", title=f"题{number}", doc=f"d{number}", date=day)))
    writer.db.execute("INSERT INTO document SELECT DISTINCT document, document || '.txt', 'txt', 'utf-8', 0, 0 FROM article")
    writer.finish({}, anchors=anchors)
    writer.close()
    return path


def run(path: Path, *arguments: str) -> Result:
    return CliRunner().invoke(main, ["figures", "--db", str(path), *arguments])


@pytest.mark.parametrize(
    ("told", "why"),
    [
        ([("2015-08-01", "2014年投入30万元"), ("2015-09-01", "2014年投入50万元")], ["2014年"]),
        ([("2015-08-01", "投入30万元"), ("2015-08-01", "投入50万元，成效明显")], ["2015年8月1日"]),
        ([("2015-08-01", "投入30万元"), ("2015-09-01", "投入50万元")], []),  # of two days
        ([("2015-08-01", "2014年投入30万元"), ("2015-09-01", "2013年投入50万元")], []),
        ([("2015-08-01", "2014年投入30万元"), ("2015-09-01", "2014年筹集50万元")], []),
        ([("2015-08-01", "2014年投入30万元"), ("2015-09-01", "2014年慰问职工500人")], []),
        ([("2015-08-01", "2014年慰问职工1.2万人"), ("2015-09-01", "2014年慰问职工12034人")], []),  # rounded
        ([("2015-08-01", "2014年慰问职工500余人"), ("2015-09-01", "2014年慰问职工523人")], []),  # rough
        ([("2015-08-01", "2014年慰问职工500人"), ("2015-09-01", "2014年慰问职工523人")], ["2014年"]),
        ([("2015-08-01", "2014年投入30至50万元"), ("2015-09-01", "2014年投入40万元")], []),  # within the range
        ([("2015-08-01", "2014年投入30万元"), ("2015-09-01", "2014年投入50万元，其中慰问品投入20万元")], ["2014年"]),
        ([("2015-08-01", "2014年建成驿站30个"), ("2015-09-01", "2014年建成企业工会50家")], []),
        ([("2015-08-01", "累计投入50万元"), ("2015-09-01", "累计投入30万元")], ["falls"]),
        ([("2015-08-01", "累计投入30万元"), ("2015-09-01", "累计投入50万元")], []),
        ([("2015-08-01", "截至2014年10月底累计投入50万元"), ("2015-09-01", "截至2015年6月底累计投入30万元")], []),  # counted anew
        ([("2015-08-01", "截至2015年5月底累计投入50万元"), ("2015-09-01", "截至2015年6月底累计投入30万元")], ["falls"]),
    ],
)
def test_contradictions(tmp_path: Path, told: list[tuple[str, str]], why: list[str]) -> None:
    path = stored(tmp_path, told)
    assert [conflict.why for conflict in conflicts(path, figures(path))] == why


def test_both_sides_of_a_contradiction_are_told(tmp_path: Path) -> None:
    path = stored(tmp_path, [("2015-08-01", "2014年投入30万元"), ("2015-09-01", "2014年投入50万元")])
    result = run(path, "--conflicts")
    assert result.stdout.splitlines() == [
        "安康市白河县总工会 · 送温暖 · two values at one time: 2014年",
        "  投入30万元（2014年）",
        "    “白河县总工会开展送温暖活动，2014年投入30万元。”　—— 题0 · 2015-08-01 · d0.txt",
        "  投入50万元（2014年）",
        "    “白河县总工会开展送温暖活动，2014年投入50万元。”　—— 题1 · 2015-09-01 · d1.txt",
    ]
    assert "1 contradictions" in result.stderr
    rows = json.loads(run(path, "--conflicts", "--format", "json").stdout)
    assert [(row["conflict"], row["value"], row["path"]) for row in rows] == [(1, 300_000, "d0.txt"), (1, 500_000, "d1.txt")]


def test_figures_are_grouped(tmp_path: Path) -> None:
    path = stored(tmp_path, [("2015-08-01", "2014年投入30万元"), ("2016-09-01", "慰问职工1.2万余人次")])
    found = figures(path)
    assert {name: [figure.says for figure in group] for name, group in grouped(found, "year").items()} == {
        "2014": ["投入30万元"],
        "2016": ["惠及超1.2万人次"],
    }
    assert list(grouped(found, "union")) == ["安康市白河县总工会"]
    table = run(path, "--by", "union").stdout.splitlines()
    assert table[0] == "安康市白河县总工会（2）"
    assert table[1].split() == ["送温暖", "投入30万元", "2014年", "1", "article", table[1].split()[-1]]


def test_csv_and_json_hold_plain_numbers(tmp_path: Path) -> None:
    path = stored(tmp_path, [("2015-08-01", "2014年投入30万元")])
    (row,) = csv.DictReader(io.StringIO(run(path, "--format", "csv").stdout))
    assert (row["value"], row["unit"], row["year"], row["kind"]) == ("300000.0", "CNY", "2014", "spent")
    (item,) = json.loads(run(path, "送温暖", "--format", "json").stdout)
    assert (item["value"], item["cumulative"], item["period"]) == (300_000, None, "2014-01-01/2014-12-31")


def test_a_family_has_the_figures_of_its_parts(tmp_path: Path) -> None:
    path = tmp_path / "graph.db"
    writer = store.Writer(path)
    writer.article(resolve(annotation(f"{UNION}打造[四季送|PROGRAM]品牌，开展{PROGRAM}活动，投入30万元。")))
    writer.finish({}, anchors=anchors)
    writer.close()
    assert [figure.program for figure in figures(path, "四季送")] == ["送温暖"]


def test_a_program_without_figures_is_told(tmp_path: Path) -> None:
    path = stored(tmp_path, [("2015-08-01", "投入30万元")])
    result = run(path, "安康杯")
    assert result.exit_code == 1
    assert "no figures of a program named 安康杯" in result.stderr
