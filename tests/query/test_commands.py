import csv
import io
import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from graphkit.cli import main
from graphkit.query.commands import query


def run(small: Path, *arguments: str) -> Result:
    return CliRunner().invoke(main, ["query", *arguments, "--db", str(small)])


@pytest.mark.parametrize(
    ("arguments", "rows"),
    [
        (["find", "省总"], 2),
        (["officials", "陕西省总工会", "--at", "2014"], 2),
        (["posts", "黄明"], 1),
        (["programs", "陕西省"], 3),
        (["figures", "送温暖", "--by", "year"], 3),
        (["honours", "赵平"], 1),
        (["documents", "陕西省总工会"], 1),
        (["partners", "陕西省总工会"], 1),
        (["hierarchy", "陕西省"], 2),
        (["timeline", "黄明"], 1),
        (["compare", "陕西省总工会", "甘肃省总工会"], 6),
        (["neighbors", "陕西省总工会", "--relation", "开展", "--relation", "合作"], 3),
        (["path", "李默", "张扬"], 7),
        (["match", "人物,任职,工会", "工会，开展，项目活动", "--where", "工会=陕西省总工会"], 6),
        (["top", "--by", "pagerank", "--type", "工会", "--n", "2"], 2),
        (["communities"], 4),
        (["cypher", "MATCH (u:工会) RETURN u"], 3),
        (["sql", "SELECT id FROM entity"], 18),
    ],
)
def test_every_question_has_its_command(small: Path, arguments: list[str], rows: int) -> None:
    result = run(small, *arguments, "--format", "json")
    assert result.exit_code == 0, result.output
    assert len(json.loads(result.stdout)) == rows
    assert f": {rows} row" in result.stderr


def test_every_command_has_an_example_and_a_test() -> None:
    tested = {arguments[0] for arguments, _ in test_every_question_has_its_command.pytestmark[0].args[1]}  # type: ignore[attr-defined]
    assert tested == set(query.commands)
    for name, command in query.commands.items():
        assert f"graphkit query {name}" in (command.help or "")


def test_answers_as_table_csv_and_evidence(small: Path, tmp_path: Path) -> None:
    table = run(small, "officials", "陕西省总工会", "--at", "2014")
    assert table.stdout.splitlines()[0].split() == ["机构", "人物", "职务", "报道数", "首见", "末见", "置信度"]
    assert "黄明  主席    2 " in table.stdout
    rows = list(csv.reader(io.StringIO(run(small, "officials", "陕西省总工会", "--format", "csv").stdout)))
    assert (rows[0][1], rows[1][1]) == ("人物", "黄明")
    path = tmp_path / "x.csv"
    result = run(small, "officials", "陕西省总工会", "--format", "csv", "-o", str(path))
    assert result.stdout == ""
    assert path.read_bytes().startswith(b"\xef\xbb\xbf")  # Excel reads it as UTF-8 by this mark
    assert b"\r\n" in path.read_bytes()
    assert "陕西省总工会副主席王力到会。" in run(small, "officials", "陕西省总工会", "--at", "2014", "--evidence").stdout


def test_numbers_of_a_spreadsheet_have_no_idle_places(small: Path) -> None:
    rows = list(csv.DictReader(io.StringIO(run(small, "figures", "送温暖", "--by", "year", "--format", "csv").stdout)))
    assert [(row["数值"], row["单位"]) for row in rows] == [("500000", "元"), ("500", "人"), ("300000", "元")]


def test_a_query_comes_from_stdin(small: Path) -> None:
    for command, text in (("sql", "SELECT count(*) AS 数 FROM entity"), ("cypher", "MATCH (n) RETURN count(*) AS 数")):
        result = CliRunner().invoke(main, ["query", command, "-", "--db", str(small)], input=text)
        assert result.stdout.split() == ["数", "18"], result.output


def test_help_tells_the_options_of_the_question_first() -> None:
    told = CliRunner().invoke(main, ["query", "officials", "--help"]).stdout
    assert told.index("--at") < told.index("--format") < told.index("--help")


def test_a_cut_answer_is_told(small: Path) -> None:
    assert "2 rows, cut to --limit 2" in run(small, "sql", "SELECT id FROM entity", "--limit", "2").stderr
    assert "18 rows\n" in run(small, "sql", "SELECT id FROM entity", "--limit", "0").stderr


@pytest.mark.parametrize(
    ("arguments", "code", "message"),
    [
        (["officials", "省总"], 1, "2 entities are called 省总; give the full name, the id, or name@"),
        (["officials", "山西省总工会"], 1, "no entity named 山西省总工会; near it"),
        (["officials", "陕西省总工会", "--at", "去年"], 1, "no such time: 去年"),
        (["officials"], 2, "Missing argument"),
        (["officials", "陕西省总工会", "--format", "xml"], 2, "Invalid value"),
        (["match", "人物,任职"], 1, "a triple is head, relation, tail"),
        (["match", "人物,任职,工会", "--where", "工会"], 2, "--where takes VARIABLE=NAME"),
        (["sql", "DELETE FROM entity"], 1, "only SELECT over the store is allowed"),
        (["cypher", "MATCH (a)--(b) RETURN a"], 1, "without a direction"),
    ],
)
def test_what_cannot_be_answered_is_one_line(small: Path, arguments: list[str], code: int, message: str) -> None:
    result = run(small, *arguments)
    assert result.exit_code == code
    assert message in result.stderr
    assert result.stdout == ""
    assert "Traceback" not in result.output


def test_a_database_that_is_missing_is_one_line(tmp_path: Path) -> None:
    result = run(tmp_path / "graph.db", "find", "省总")
    assert (result.exit_code, "no such database" in result.stderr) == (1, True)
