from collections import Counter
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from graphkit import audit, store
from graphkit.cli import main
from graphkit.errors import GraphkitError
from graphkit.resolve import anchors, resolve
from tests.factory import annotation

UNIONS = ("陕西省总工会", "甘肃省总工会", "青海省总工会", "河南省总工会", "山西省总工会", "湖北省总工会")
TEXT = "[{union}|UNION]主席[黄明|PERSON]讲话。[{union}|UNION]开展“[送温暖|PROGRAM]”活动,投入50万元。"
TEXTS = [TEXT.format(union=union) for union in UNIONS]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return stored(tmp_path / "graph.db")


def stored(path: Path, texts: Sequence[str] = TEXTS) -> Path:
    path.unlink(missing_ok=True)
    writer = store.Writer(path)
    for number, text in enumerate(texts):
        writer.article(resolve(annotation(text, title="题", doc=f"d{number}", date="2014-01-02")))
    writer.db.execute("INSERT INTO document SELECT DISTINCT document, document || '.txt', 'txt', 'utf-8', 0, 0 FROM article")
    writer.finish({}, anchors=anchors)
    writer.close()
    return path


def run(path: Path, *options: str, keys: str = "") -> Result:
    return CliRunner().invoke(main, ["audit", "--db", str(path), *options], input=keys)


def verdicts(path: Path) -> list[str]:
    return [line.split(",")[1] for line in path.with_name("audit.csv").read_text(encoding="utf-8").splitlines()[1:]]


def test_every_relation_is_met(path: Path) -> None:
    known = audit.relations(path)
    kinds = {relation.id: relation.type for relation in known}
    drawn = Counter(kinds[one] for one in audit.sample(known, 8))
    assert set(drawn) == {"HOLDS", "RUNS", "LOCATED_IN", "FIGURE"}
    assert sum(drawn.values()) == 8
    assert len(set(audit.sample(known, 100))) == len(known)


@pytest.mark.parametrize(
    ("sizes", "n", "quota"),
    [
        ({"A": 90, "B": 10}, 20, {"A": 14, "B": 6}),
        ({"A": 90, "B": 1}, 20, {"A": 19, "B": 1}),
        ({"A": 5, "B": 5, "C": 5}, 1, {"A": 1, "B": 1, "C": 1}),
        ({"A": 2, "B": 2}, 50, {"A": 2, "B": 2}),
    ],
)
def test_half_is_drawn_evenly_half_by_size(sizes: dict[str, int], n: int, quota: dict[str, int]) -> None:
    assert audit.quotas(sizes, n) == quota


def test_a_larger_sample_of_a_rebuilt_graph_holds_the_smaller_one(path: Path) -> None:
    first = audit.sample(audit.relations(path), 6)
    again = audit.sample(audit.relations(stored(path)), 12)
    assert set(first) < set(again)
    assert audit.sample(audit.relations(path), 6, seed=1) != first


def test_marks_are_kept_and_resumed(path: Path) -> None:
    first = run(path, "--n", "8", keys="yn\nq")
    assert first.exit_code == 0
    assert "[1/8]" in first.stderr
    assert "【" in first.stderr
    assert "—— 题 · 2014-01-02 · d" in first.stderr
    assert verdicts(path) == ["right", "wrong"]
    second = run(path, "--n", "8", keys="sx")  # x is no key, the end of the pipe stops
    assert "[1/8]" not in second.stderr
    assert "[3/8]" in second.stderr
    assert verdicts(path) == ["right", "wrong", "unsure"]
    assert "1 unsure; 0 marks" in second.stdout


def test_back_lets_a_person_change_their_mind(path: Path) -> None:
    run(path, "--n", "8", keys="ybnq")
    assert verdicts(path) == ["right", "wrong"]
    assert list(audit.read_marks(path.with_name("audit.csv")).values()) == ["wrong"]


def test_the_report_weighs_relations_by_their_facts(path: Path) -> None:
    known = audit.relations(path)
    marks = {relation.id: "right" if relation.type == "HOLDS" else "wrong" for relation in known if relation.type in {"HOLDS", "RUNS"}}
    lines = [line.split() for line in audit.report(known, marks)]
    rows = {line[1]: line for line in lines if len(line) > 2}
    assert rows["HOLDS"][2:7] == ["6", "6", "6", "1.000", "0.610–1.000"]
    assert rows["RUNS"][2:6] == ["6", "6", "0", "0.000"]
    assert rows["FIGURE"][2:] == ["6", "0"]
    assert next(line for line in lines if line[0] == "all,")[3:6] == ["24", "12", "0.500"]


def test_marks_stay_with_facts_that_a_rebuild_still_has(path: Path) -> None:
    run(path, "--n", "24", keys="y" * 24)
    stored(path, [TEXTS[0], TEXTS[0].replace("50万", "60万")])
    report = run(path, "--report").stdout
    assert "20 marks are of facts that the graph does not have" in report
    assert [line.split()[2:5] for line in report.splitlines() if "FIGURE" in line] == [["2", "1", "1"]]


def test_a_file_without_a_line_end_is_added_to(path: Path) -> None:
    marks = path.with_name("audit.csv")
    marks.write_text("fact,verdict,date,says\nfx,right,2020-01-01,a", encoding="utf-8")
    (fact,) = audit.facts(path, audit.sample(audit.relations(path), 1)[:1])
    audit.mark(marks, fact, "wrong", date(2020, 1, 2))
    assert audit.read_marks(marks) == {"fx": "right", fact.relation.id: "wrong"}


def test_a_line_that_does_not_hold_is_named(path: Path) -> None:
    path.with_name("audit.csv").write_text("fact,verdict,date,says\nf1,perhaps,2020-01-01,a\n", encoding="utf-8")
    result = run(path, "--report")
    assert result.exit_code == 1
    assert "audit.csv, line 2: needs a fact and a verdict" in result.stderr


def test_a_store_without_facts_is_told(tmp_path: Path) -> None:
    with pytest.raises(GraphkitError, match="no facts"):
        audit.relations(stored(tmp_path / "empty.db", ["无。"]))
