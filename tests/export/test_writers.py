import hashlib
import json
import zipfile
from importlib import import_module
from pathlib import Path

import networkx as nx
import pytest

from graphkit import export, layout
from graphkit.errors import GraphkitError
from graphkit.export import writers
from graphkit.graph import Graph
from tests.conftest import ROOT
from tests.export.conftest import sentences, small

FORMATS = sorted(export.WRITERS)


def digests(path: Path) -> dict[str, str]:
    files = sorted(path.iterdir()) if path.is_dir() else [path]
    return {file.name: hashlib.sha256(file.read_bytes()).hexdigest() for file in files}


def texts(path: Path) -> str:
    """All that a file or folder holds, as far as it is text; of archives what is in them."""
    found = []
    for file in sorted(path.iterdir()) if path.is_dir() else [path]:
        if zipfile.is_zipfile(file):
            with zipfile.ZipFile(file) as archive:
                found += [archive.read(name).decode("utf-8", "replace") for name in archive.namelist()]
        else:
            found.append(file.read_text(encoding="utf-8", errors="replace"))
    return "\n".join(found)


def unions() -> export.Table:
    """The rows of the small graph's unions and of the facts between them."""
    whole = small()
    part: Graph = whole.subgraph([node for node, kind in whole.nodes(data="type") if kind == "UNION"]).copy()
    return export.tabulate(part, layout.positions(part), {})


@pytest.mark.parametrize("name", FORMATS)
def test_two_exports_are_the_same(name: str, table: export.Table, tmp_path: Path) -> None:
    for folder in ("one", "two"):
        (tmp_path / folder).mkdir()
        export.WRITERS[name](table, export.WRITERS[name].path(tmp_path / folder))
    assert digests(export.WRITERS[name].path(tmp_path / "one")) == digests(export.WRITERS[name].path(tmp_path / "two"))


@pytest.mark.parametrize("name", [name for name in FORMATS if not export.WRITERS[name].looks])
def test_what_draws_nothing_needs_no_positions(name: str, table: export.Table, tmp_path: Path) -> None:
    for folder, rows in (("one", table), ("two", export.tabulate(small(), {}, sentences(small())))):
        (tmp_path / folder).mkdir()
        export.WRITERS[name](rows, export.WRITERS[name].path(tmp_path / folder))
    assert digests(export.WRITERS[name].path(tmp_path / "one")) == digests(export.WRITERS[name].path(tmp_path / "two"))


@pytest.mark.parametrize("name", FORMATS)
def test_nothing_is_left_of_the_export_before(name: str, table: export.Table, tmp_path: Path) -> None:
    writer, path = export.WRITERS[name], export.WRITERS[name].path(tmp_path / "used")
    (tmp_path / "new").mkdir()
    (tmp_path / "used").mkdir()
    writer(table, path)
    if not writer.facts:
        writer(export.collapse(table), path)
    if path.is_dir():
        (path / "notes.txt").write_text("mine")
        (path / "edge_weights.csv").write_text("mine")
    part = unions()
    for folder in ("used", "new"):
        writer(part, writer.path(tmp_path / folder))
    mine = {"notes.txt", "edge_weights.csv"} if path.is_dir() else set()
    found = digests(path)
    assert {file: digest for file, digest in found.items() if file not in mine} == digests(writer.path(tmp_path / "new"))
    assert mine <= found.keys()


@pytest.mark.parametrize("name", FORMATS)
def test_versions_inputs_and_people_are_in_every_file(name: str, table: export.Table, tmp_path: Path) -> None:
    path = export.WRITERS[name].path(tmp_path)
    export.WRITERS[name](table, path)
    found = texts(path)
    assert "0.1.0" in found
    assert "zh 1" in found
    assert "people" in found or "人物范围" in found
    assert "乙.txt" in found


@pytest.mark.parametrize("name", FORMATS)
def test_an_empty_graph_can_be_written(name: str, tmp_path: Path) -> None:
    made: Graph = nx.MultiDiGraph()
    export.WRITERS[name](export.tabulate(made, {}, {}), export.WRITERS[name].path(tmp_path))
    assert list(tmp_path.iterdir()) == [export.WRITERS[name].path(tmp_path)]


@pytest.mark.parametrize("name", FORMATS)
def test_what_cannot_be_written_is_an_error_in_one_line(name: str, table: export.Table, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(GraphkitError) as error:
        export.WRITERS[name](table, tmp_path / "file" / "graph")
    assert "cannot be written" in str(error.value)
    assert "\n" not in str(error.value)


@pytest.mark.parametrize("name", FORMATS)
def test_a_failure_leaves_what_stood_there(name: str, table: export.Table, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    writer = export.WRITERS[name]
    path = writer.path(tmp_path)
    writer(table, path)
    before = digests(path)
    module = writer.require()

    def fail(*_: object, **__: object) -> None:
        raise RuntimeError("out of the blue")

    inner = {
        "graphml": "_element",
        "gexf": "_edge",
        "json": "json",
        "csv": "_package",
        "xlsx": "_about",
        "parquet": "_arrow",
        "cypher": "_edges",
    }
    inner |= {"neo4j": "_readme", "nebula": "_config", "turtle": "subjects", "ntriples": "subjects", "ftm": "_edge"}
    monkeypatch.setattr(module, inner[name], fail)
    with pytest.raises((RuntimeError, AttributeError)):
        writer(table, path)
    assert digests(path) == before
    assert list(tmp_path.iterdir()) == [path]


def test_a_missing_package_is_told_with_the_command_that_installs_it(monkeypatch: pytest.MonkeyPatch) -> None:
    def without(name: str) -> object:
        raise ModuleNotFoundError(f"No module named '{name}'", name="pyarrow.parquet")

    monkeypatch.setattr(writers, "import_module", without)
    with pytest.raises(GraphkitError, match=r"^parquet needs the package pyarrow; install it with: pip install pyarrow$"):
        export.WRITERS["parquet"].require()
    with pytest.raises(ModuleNotFoundError):
        export.WRITERS["graphml"].require()


def test_every_format_has_a_module_of_its_own() -> None:
    modules = [writer.module for writer in export.WRITERS.values()]
    assert len(set(modules)) == len(modules)
    assert all(callable(import_module(f"graphkit.export.{module}").write) for module in modules)
    assert set(export.BUILT) <= export.WRITERS.keys()


def test_every_format_is_in_the_documents() -> None:
    told = (ROOT / "docs" / "export.md").read_text(encoding="utf-8")
    for name, writer in export.WRITERS.items():
        assert f"`{name}`" in told
        assert not writer.package or writer.package in told
        assert not writer.suffix or f"`graph{writer.suffix}`" in told


def test_what_needs_each_fact_refuses_a_collapsed_table(table: export.Table, tmp_path: Path) -> None:
    collapsed = export.collapse(table)
    for name, writer in export.WRITERS.items():
        if writer.facts:
            with pytest.raises(GraphkitError, match="--collapse"):
                writer(collapsed, tmp_path / name)
        else:
            writer(collapsed, writer.path(tmp_path))
    data = json.loads((tmp_path / "graph.json").read_text(encoding="utf-8"))
    assert len(data["edges"]) == len(collapsed.edges)
