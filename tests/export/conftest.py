"""Graphs for the exports: a small one with every relation and hostile values in every field."""

import json
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import networkx as nx
import pytest

from graphkit import export, graph, layout, store
from graphkit.graph import Graph
from tests.conftest import ROOT, missing

CONTROL = "\x0b\x00\ud800"
HOSTILE = "<script>&\"'\\u0022\\\n\t`;；,|工会 = - + @"
RAW = HOSTILE.replace("\n", "\r\n") + CONTROL  # what becomes HOSTILE at the border
FORMULA = "=HYPERLINK(\"x\",'甲')"
ODD = "u 2\"'<&>\\;\n,`|{}#?/%工"  # an id


def told(relation: str, sentence: str = "原文。", **others: Any) -> store.Evidence:
    fields: dict[str, Any] = {
        "article": "t#1",
        "head": (0, 1),
        "tail": None,
        "title": "题",
        "paper": "示例报",
        "date": "2014-01-02",
        "path": "t.txt",
    }
    fields |= {"confidence": 0.9, "rule": "rule", "head_reason": "", "tail_reason": ""}
    return store.Evidence(relation, sentence=sentence, **(fields | others))


def small() -> Graph:
    """A graph with all node types and relations, parallel edges, hostile values, lists and missing values."""
    made: Graph = nx.MultiDiGraph(title=RAW, graphkit="0.1.0", model="zh 1", people="all", inputs=["甲.txt", "乙.txt"])
    for name, kind, label in (
        ("u1", "UNION", "陕西省总工会"),
        (ODD + CONTROL, "UNION", RAW),
        ("p1", "PERSON", FORMULA),
        ("o1", "ORG", "陕西省人社局"),
        ("r1", "REGION", "陕西省"),
        ("g1", "PROGRAM", "-1"),
        ("g2", "PROGRAM", "@SUM(A1)"),
        ("h1", "HONOR", "全国五一劳动奖章"),
        ("d1", "DOC", "+办法"),
    ):
        region = "610000" if kind in {"REGION", "ORG"} else ""
        made.add_node(name, label=label, type=kind, names=("省总", "甲;乙"), region=region, mentions=2, articles=1, reason="")
    made.nodes["r1"].update(lon=108.954, lat=34.265)
    made.nodes["g1"].update(family="四季送", editions=["第1届", "第2届"])
    for key, head, tail, kind, first, last, extra in (
        ("f1", "p1", "u1", "HOLDS", "2014-01-02", "2015-03-04", {"title": "主席"}),
        ("f2", "p1", "u1", "HOLDS", "", "", {"title": "党组书记", "status": RAW}),
        ("f3", "u1", "g1", "RUNS", "2014", "", {}),
        ("f4", "u1", "g1", "FIGURE", "2014-12-01", "2014-12-01", {"value": 1500000.0, "unit": "CNY", "kind": "spent", "cumulative": True}),
        ("f5", "u1", ODD + CONTROL, "PARTNERS", "2016-02", "2016-02", {}),
        ("f6", "u1", "r1", "LOCATED_IN", "2014-01-02", "2014-01-02", {}),
        ("f7", "g1", "g2", "PART_OF", "2014-01-02", "2014-01-02", {}),
        ("f8", "o1", "u1", "PART_OF", "2014-01-02", "2014-01-02", {}),
        ("f9", "p1", "h1", "AWARDED", "2013-05-01", "2013-05-01", {}),
        ("fa", "o1", "d1", "ISSUED", "2014-01-02", "2014-01-02", {}),
        ("fb", "u1", "p1", "SUPPORTS", "2014-01-02", "2014-01-02", {}),
        ("fc", "p1", "r1", "HOLDS", "2014-01-02", "2014-01-02", {"title": "省长"}),
    ):
        made.add_edge(head, tail, key=key, type=kind, confidence=0.9, articles=1, first=first, last=last, **extra)
    made.edges["u1", "g1", "f4"].update(period="2014-01-01/2014-11-30", precision="until")
    return made


def sentences(made: Graph) -> dict[str, list[store.Evidence]]:
    found = {key: [told(key)] for _, _, key in made.edges(keys=True)}
    hostile = RAW
    found["f1"].append(told("f1", hostile, article=hostile, title=FORMULA, paper=hostile, path=hostile, date="2014", rule=hostile))
    return found


@pytest.fixture(scope="session")
def table() -> export.Table:
    """The rows of the small graph."""
    made = small()
    return export.tabulate(made, layout.positions(made), sentences(made))


@pytest.fixture(scope="session")
def sample_table(built: Path) -> export.Table:
    """The rows of the bundled sample."""
    made = graph.build(built / "graph.db")
    return export.tabulate(made, layout.positions(made), store.evidence_by_relation(built / "graph.db"))


@pytest.fixture
def written(table: export.Table, tmp_path: Path) -> Callable[[str], Path]:
    """What writes the small graph in a format and tells where."""

    def write(name: str) -> Path:
        path = export.WRITERS[name].path(tmp_path)
        export.WRITERS[name](table, path)
        return path

    return write


@pytest.fixture(scope="session")
def graphology() -> Callable[[Path], dict[str, Any]]:
    """What reads a GraphML or GEXF file with the parsers of Gephi Lite: its attributes, nodes and edges."""
    node = shutil.which("node")
    if node is None or not (ROOT / "node_modules" / "graphology-gexf").exists():
        missing("node and the packages of package.json: npm ci")

    def read(path: Path) -> dict[str, Any]:
        command = [node, str(ROOT / "tests" / "export" / "read_back.mjs"), str(path)]
        done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False, cwd=ROOT)
        assert done.returncode == 0, done.stderr
        found: dict[str, Any] = json.loads(done.stdout)
        return found

    return read
