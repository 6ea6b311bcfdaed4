"""The commands view and export, and the options that tell a part."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from graphkit import export, layout
from graphkit.cli import main
from graphkit.selection import Selection, select
from tests.storing import stored

UNION = "[白河县总工会|UNION]"
ARTICLES = [
    {"text": f"{UNION}主席[黄明|PERSON]看望[裘阿福|PERSON]。{UNION}开展“[送温暖|PROGRAM]”活动，投入50万元。", "date": "2014-05-06"},
    {"text": f"{UNION}开展“[金秋助学|PROGRAM]”活动，裘阿福来了。", "date": "2016-07-01"},
    {"text": f"{UNION}开展“[安康杯|PROGRAM]”竞赛。", "date": ""},
]


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return stored(tmp_path_factory.mktemp("store") / "graph.db", ARTICLES)


def run(path: Path, *arguments: str | Path) -> Result:
    command, *rest = map(str, arguments)
    return CliRunner().invoke(main, [command, "--db", str(path), *rest])


def data(path: Path, *arguments: str) -> dict[str, list[dict[str, str]]]:
    told: dict[str, list[dict[str, str]]] = json.loads(run(path, "export", "--format", "json", "-o", "-", *arguments).stdout)
    return told


def labels(path: Path, *arguments: str) -> set[str]:
    return {node["label"] for node in data(path, *arguments)["nodes"]}


def test_view_writes_a_page_and_says_where(path: Path, tmp_path: Path) -> None:
    result = run(path, "view", "--focus", "白河县总工会", "--hops", "1", "-o", tmp_path / "省总.html")
    assert (result.exit_code, result.stdout.strip()) == (0, str(tmp_path / "省总.html"))
    assert "1 people of the database left out (--people public)" in result.stderr
    html = (tmp_path / "省总.html").read_text(encoding="utf-8")
    assert "<title>安康市白河县总工会 · 示例</title>" in html
    assert "裘阿福" not in html


def test_a_page_to_stdout_is_the_page_alone(path: Path) -> None:
    result = run(path, "view", "-o", "-")
    assert result.stdout.startswith("<!doctype html>")
    assert result.stdout.rstrip().endswith("</html>")


def test_usual_places_are_in_this_folder(path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert run(path, "view").stdout.strip() == "view.html"
    assert run(path, "export", "--format", "gexf").stdout.strip() == "graph.gexf"
    assert {file.name for file in tmp_path.iterdir()} == {"view.html", "graph.gexf"}


@pytest.mark.parametrize("name", export.BUILT)
def test_every_file_says_what_it_was_made_of(path: Path, name: str) -> None:
    text = run(path, "export", "--format", name, "-o", "-", "--types", "工会,项目活动,开展", "--min-confidence", "0.1").stdout
    for told in ("示例", "public", "d0.txt; d1.txt; d2.txt", "inputs_sha256", "types PROGRAM,RUNS,UNION; min_confidence 0.1"):
        assert told in text, told


def test_types_are_told_in_english_or_chinese(path: Path) -> None:
    wanted = {"安康市白河县总工会", "黄明"}
    for types in (("UNION,PERSON",), ("工会，人物",), ("union", "person"), ("工会、PERSON", "")):
        arguments = [argument for value in types for argument in ("--types", value)]
        assert labels(path, *arguments) == wanted
    assert labels(path, "--types", "任职") == wanted


def test_times_are_told_in_many_ways(path: Path) -> None:
    for year in ("2016", "2016年", "2016-7", "2016/07/01", "2016年7月1日", "2016.7"):
        assert labels(path, "--since", year, "--types", "RUNS") == {"安康市白河县总工会", "金秋助学", "安康杯"}
    result = run(path, "export", "--format", "json", "-o", "-", "--until", "2014-05-06", "--types", "RUNS")
    assert "1 of the edges have no date" in result.stderr


@pytest.mark.parametrize(("people", "told"), [("public", False), ("all", True), ("none", False)])
def test_the_rows_of_all_formats_tell_of_private_people_where_asked_for(path: Path, people: str, told: bool) -> None:
    part = select(path, Selection(people=people))
    assert ("裘阿福" in repr(export.tabulate(part.graph, layout.positions(part.graph), part.evidence))) == told


def test_people_can_be_asked_for(path: Path) -> None:
    assert "裘阿福" in labels(path, "--people", "all")
    assert labels(path, "--people", "none", "--types", "人物,工会") == {"安康市白河县总工会"}
    assert data(path, "--people", "none")["graph"]["people"] == "none"  # type: ignore[call-overload]


def test_one_edge_a_pair(path: Path) -> None:
    facts = ["--types", "RUNS,FIGURE"]
    apart, together = data(path, *facts)["edges"], data(path, *facts, "--collapse", "pair")["edges"]
    assert sorted(edge["relation"] for edge in apart) == ["FIGURE", "RUNS", "RUNS", "RUNS"]
    assert sorted(set(edge["relation"].split("、")) == {"RUNS", "FIGURE"} for edge in together) == [False, False, True]


@pytest.mark.parametrize(
    ("arguments", "code", "message"),
    [
        (("view", "--types", "喜剧"), 2, "no type is named 喜剧; there are UNION 工会"),
        (("view", "--since", "去年"), 2, "去年 is no year, month or day"),
        (("view", "--since", "2014-13"), 2, "2014-13 is no year, month or day"),
        (("view", "--since", "2015", "--until", "2014"), 2, "--since lies behind --until"),
        (("view", "--min-confidence", "2"), 2, "not in the range"),
        (("view", "--people", "some"), 2, "'some' is not one of"),
        (("view", "--focus", "白河总公会"), 1, "no entity named 白河总公会; near it"),
        (("view", "--focus", "裘阿福"), 1, "裘阿福 is left out of what is shown"),
        (("view", "--types", "任职", "--until", "2001"), 1, "nothing is left of the graph"),
        (("export",), 2, "Missing option '--format'"),
        (("export", "--format", "word"), 2, "word is none of graphml, gexf, json"),
        (("export", "--format", "csv", "-o", "-"), 2, "csv is a folder of files"),
    ],
)
def test_what_cannot_be_done_is_one_line(path: Path, arguments: tuple[str, ...], code: int, message: str) -> None:
    result = run(path, *arguments)
    assert result.exit_code == code
    assert message in result.stderr
    assert "Traceback" not in result.stderr


def test_the_formats_are_listed_in_the_help() -> None:
    text = CliRunner().invoke(main, ["export", "--help"]).stdout
    assert all(f"  {name} " in text for name in export.WRITERS)
