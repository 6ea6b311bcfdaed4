"""The examples of docs/query.md run on the sample."""

import re
import shlex
from pathlib import Path

import pytest
from click.testing import CliRunner

import graphkit
from graphkit.cli import main
from graphkit.query import KnowledgeGraph

TEXT = (Path(__file__).parents[1] / "docs" / "query.md").read_text(encoding="utf-8")
PYTHON = re.findall(r"```python\n(.*?)```", TEXT, re.DOTALL)
COMMANDS = [line for line in TEXT.splitlines() if line.startswith("graphkit query")]
DATABASE = "exports/demo/graph.db"


def test_the_examples_in_python_run(built: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("matplotlib").use("agg")
    pytest.importorskip("grandcypher")
    names: dict[str, object] = {}
    for block in PYTHON:
        for line in block.replace(DATABASE, str(built / "graph.db")).splitlines():
            code = line.partition("  #")[0].strip()
            if code.startswith(("import", "g =", "found =")):
                exec(code, names)
            elif code:
                found = eval(code, names)
                assert not hasattr(found, "rows") or len(found), code


@pytest.mark.parametrize("line", COMMANDS)
def test_the_commands_run(line: str, built: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    _, *arguments = shlex.split(line.replace(DATABASE, str(built / "graph.db")))
    result = CliRunner().invoke(main, arguments)
    assert result.exit_code == 0, result.output
    assert ": 0 rows" not in result.stderr


def test_every_question_is_told() -> None:
    questions = [name for name in vars(KnowledgeGraph) if not name.startswith("_")]
    assert [name for name in questions if f"`{name}" not in TEXT and f"g.{name}" not in TEXT] == []
    assert graphkit.open.__doc__
