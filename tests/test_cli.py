import json
import os
import subprocess
import sys
import time
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from graphkit.cli import main

ARTICLE = (
    "省总工会送清凉到一线\n\n本报讯(记者 王力)7月3日,陕西省总工会启动“夏送清凉”活动,省总投入资金50万元,慰问职工1.2万名。"
    "省人大常委会副主任、省总工会主席李默出席并讲话。省总制定了《关于做好送清凉工作的通知》。\n"
)


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, [str(argument) for argument in arguments])


@pytest.fixture
def page(tmp_path: Path) -> Path:
    path = tmp_path / "in" / "2019-07-04_A1.txt"
    path.parent.mkdir()
    path.write_text(ARTICLE, encoding="utf-8")
    return path


def test_help_is_quick() -> None:
    times = []
    for _ in range(3):
        start = time.perf_counter()
        subprocess.run([sys.executable, "-m", "graphkit.cli", "--help"], check=True, capture_output=True)
        times.append(time.perf_counter() - start)
    assert min(times) < 0.5


def test_help_imports_nothing_heavy() -> None:
    code = "import sys, graphkit.cli; sys.exit(sorted({'spacy', 'networkx', 'pyvis', 'numpy', 'igraph'} & set(sys.modules)) != [])"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


@pytest.mark.parametrize("name", sorted(main.commands))
def test_every_command_has_help_with_an_example(name: str) -> None:
    result = run(name, "--help")
    assert result.exit_code == 0
    assert f"graphkit {name}" in result.output or name == "info"


def test_build_writes_five_files_and_a_summary(page: Path, tmp_path: Path) -> None:
    result = run("build", page.parent, "-o", tmp_path / "out", "--title", "试验")
    assert result.exit_code == 0, result.output
    assert {path.name for path in (tmp_path / "out").iterdir()} == {
        "graph.db",
        "graph.html",
        "graph.graphml",
        "graph.gexf",
        "graph.json",
    }
    assert "1 documents, 1 articles" in result.stdout
    assert "工会 1" in result.stdout


def test_build_tells_who_is_left_out(page: Path, tmp_path: Path) -> None:
    result = run("build", page, "-o", tmp_path / "out", "--people", "none")
    assert "people left out of page and exports (--people none); the database holds them" in result.stdout
    for name, held in (("graph.db", True), ("graph.json", False), ("graph.html", False)):
        assert ("李默".encode() in (tmp_path / "out" / name).read_bytes()) == held


def test_bad_inputs_are_told_and_counted_and_the_rest_goes_on(page: Path, tmp_path: Path) -> None:
    (page.parent / "empty.txt").write_text("")
    (page.parent / "broken.docx").write_bytes(b"PK")
    (page.parent / "old.wps").write_bytes(b"x")
    result = run("build", page.parent, tmp_path / "nowhere", "-o", tmp_path / "out")
    assert result.exit_code == 0
    assert "4 inputs passed over" in result.stdout
    for line in (
        "empty.txt: empty",
        "broken.docx: not a Word document",
        "old.wps: a WPS document; save it as .docx",
        "nowhere: no such file",
    ):
        assert line in result.stderr


def test_damaged_documents_and_places_are_counted(page: Path, tmp_path: Path) -> None:
    for number, marks in enumerate((b"\xff", b"\xff \xff")):
        (page.parent / f"damaged{number}.txt").write_bytes(ARTICLE.encode() + marks + ARTICLE.encode())
    assert "2 documents with damaged characters, in 3 places" in run("build", page.parent, "-o", tmp_path / "out").stdout


def test_nothing_readable_leaves_what_was_there(tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_text("")
    out = tmp_path / "out"
    out.mkdir()
    (out / "graph.db").write_text("old")
    result = run("build", tmp_path / "empty.txt", "-o", out)
    assert result.exit_code == 1
    assert result.stderr.splitlines()[-1] == "Error: nothing readable in the input; empty.txt: empty"
    assert [path.name for path in out.iterdir()] == ["graph.db"]
    assert (out / "graph.db").read_text() == "old"


def test_an_output_folder_that_cannot_be_written_is_one_line(page: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    result = run("build", page, "-o", tmp_path / "file" / "out")
    assert result.exit_code == 1
    assert "cannot be written" in result.stderr


def test_usage_errors_have_exit_code_2() -> None:
    assert run("build").exit_code == 2
    assert run("nonsense").exit_code == 2


def test_extract_gives_the_gold_format_with_offsets(page: Path) -> None:
    result = run("extract", page)
    (document,) = [json.loads(line) for line in result.stdout.splitlines()]
    assert document["id"] == "2019-07-04_A1"
    (told,) = document["articles"]
    assert ARTICLE[told.pop("start") : told.pop("end")] == ARTICLE.strip()
    assert told == {"number": 1, "title": "省总工会送清凉到一线", "byline": "王力", "dateline": "本报讯", "date": "2019-07-04"}
    union = next(entity for entity in document["entities"] if entity["type"] == "UNION")
    assert union["name"] == "陕西省总工会"
    assert {"省总", "陕西省总工会"} <= set(union["mentions"])
    for entity in document["entities"]:
        for span in entity.get("spans", []):
            assert ARTICLE[span["start"] : span["end"]] == span["surface"]
    kinds = {relation["type"] for relation in document["relations"]}
    assert {"HOLDS", "RUNS", "LOCATED_IN", "ISSUED", "FIGURE"} <= kinds
    for relation in document["relations"]:
        assert relation["quote"] in ARTICLE
        assert ARTICLE[relation["quote_start"] : relation["quote_end"]] == relation["quote"]


def test_extract_to_a_file(page: Path, tmp_path: Path) -> None:
    assert run("extract", page, "-o", tmp_path / "found.jsonl").exit_code == 0
    assert json.loads((tmp_path / "found.jsonl").read_text(encoding="utf-8"))["id"] == "2019-07-04_A1"


def test_show_gives_a_card_with_evidence(page: Path, tmp_path: Path) -> None:
    run("build", page, "-o", tmp_path)
    result = run("show", "省总", "--db", tmp_path / "graph.db")
    assert result.exit_code == 0
    assert result.stdout.startswith("陕西省总工会　[工会]")
    assert "李默（主席，见于2019年7月4日）" in result.stdout
    assert "夏送清凉（投入50万元，2019年7月3日）" in result.stdout
    assert "省总投入资金50万元" in result.stdout
    assert "2019-07-04_A1.txt" in result.stdout


def test_show_for_an_unknown_name_tells_the_nearest(page: Path, tmp_path: Path) -> None:
    run("build", page, "-o", tmp_path)
    result = run("show", "陕西省总公会", "--db", tmp_path / "graph.db")
    assert result.exit_code == 1
    assert "no entity named 陕西省总公会; near it: 陕西省总工会" in result.stderr


def test_show_without_a_database_says_what_to_do(tmp_path: Path) -> None:
    result = run("show", "省总", "--db", tmp_path / "none.db")
    assert result.exit_code == 1
    assert "build one with: graphkit build" in result.stderr


def test_evaluate_prints_the_four_levels(page: Path, tmp_path: Path) -> None:
    gold = tmp_path / "gold"
    gold.mkdir()
    (gold / "x.json").write_text(run("extract", page).stdout, encoding="utf-8")
    result = run("evaluate", gold, page)
    assert result.exit_code == 0
    assert [line.split()[5] for line in result.stdout.splitlines() if " micro " in line] == ["1.000", "1.000", "1.000", "1.000"]
    assert json.loads(run("evaluate", gold, page, "--json").stdout)["mentions"]["micro"]["f"] == 1


def test_info_tells_versions_and_model() -> None:
    result = run("info")
    assert result.exit_code == 0
    assert "spacy 3" in result.stdout
    assert "zh_union_news" in result.stdout


def test_results_can_be_piped_away(page: Path) -> None:
    command = f"{sys.executable} -m graphkit.cli extract {page} | head -c 10"
    done = subprocess.run(command, shell=True, capture_output=True, text=True, check=False, env={**os.environ, "PYTHONIOENCODING": "utf-8"})
    assert "Traceback" not in done.stderr
