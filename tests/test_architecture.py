"""The layout of the code: what may import what, how large things may be, and that the data tell their origin."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1] / "graphkit"
MODULES = sorted(ROOT.rglob("*.py"))
# Left may not import right
LAYERS = [
    ["errors", "text", "records", "identity", "files", "models", "worker", "encoding", "precision", "options", "cells"],
    ["ontology", "lexicon", "regions"],
    ["names", "standoff", "times", "knowledge", "divisions"],
    ["read", "segment", "components", "resolve", "store"],
    ["graph"],
    ["layout", "lookup", "card", "extract", "audit", "figures", "privacy"],
    ["selection"],
    ["summary"],
    ["annotate", "view", "export"],
    ["query"],
    ["evaluate", "info"],
    ["prepare"],
    ["pipeline", "train"],
    ["facts", "outputs"],
    ["cli"],
]
RANK = {name: rank for rank, layer in enumerate(LAYERS) for name in layer}
STAGES = {"read", "segment", "annotate", "resolve", "store", "view", "export", "query"}
# view, query and export are made from the store; a query shows its answer as the page; annotate runs the components
ALLOWED = {("view", "store"), ("export", "store"), ("query", "store"), ("query", "view")}


def part(path: Path) -> str:
    return path.relative_to(ROOT).parts[0].removesuffix(".py")


def imported(path: Path) -> set[str]:
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module and node.module.split(".")[0] == "graphkit":
            names = node.module.split(".")[1:2] or [alias.name for alias in node.names]
            found |= set(names)
        elif isinstance(node, ast.Import):
            found |= {alias.name.split(".")[1] for alias in node.names if alias.name.startswith("graphkit.")}
    return {name for name in found if name in RANK}


@pytest.mark.parametrize("path", [path for path in MODULES if part(path) in RANK], ids=lambda path: str(path.relative_to(ROOT)))
def test_imports_lead_to_the_left(path: Path) -> None:
    here = part(path)
    others = imported(path) - {here}
    assert {name for name in others if RANK[name] > RANK[here]} == set()
    if here in STAGES:
        assert {name for name in others & STAGES if (here, name) not in ALLOWED} == set()


def test_every_module_has_its_layer() -> None:
    assert {part(path) for path in MODULES} - set(RANK) == {"__init__"}


def test_records_need_the_standard_library_alone() -> None:
    tree = ast.parse((ROOT / "records.py").read_text(encoding="utf-8"))
    modules = {node.module for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    assert modules == {"bisect", "collections.abc", "dataclasses"}


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_modules_and_functions_stay_small(path: Path) -> None:
    source = path.read_text(encoding="utf-8")
    assert source.count("\n") <= 300
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            assert (node.end_lineno or 0) - node.lineno < 60, node.name


def test_the_pipeline_is_short() -> None:
    assert (ROOT / "pipeline.py").read_text(encoding="utf-8").count("\n") <= 80


def test_every_data_file_tells_its_origin() -> None:
    told = (ROOT / "data" / "README.md").read_text(encoding="utf-8")
    for path in sorted((ROOT / "data").iterdir()):
        if path.name not in {"README.md", "sample"}:
            assert f"`{path.name}`" in told, path.name
