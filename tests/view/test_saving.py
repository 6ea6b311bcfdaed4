"""What the page saves is what `graphkit export` writes, of the part that is shown."""

import json
from pathlib import Path
from typing import Any

import networkx as nx
import pytest

from graphkit import export, graph, store, view
from graphkit.layout import positions
from tests.view.pages import HOSTILE, written

ROUNDED = {"x", "y", "confidence"}


@pytest.fixture(scope="module")
def exported(built: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, Path]]:
    """The page of the sample and the exports of the same graph."""
    folder = tmp_path_factory.mktemp("saved")
    whole = graph.build(built / "graph.db")
    sentences = store.evidence_by_relation(built / "graph.db")
    places = positions(whole)
    view.write_page(whole, places, sentences, folder / "graph.html")
    table = export.tabulate(whole, places, sentences)
    paths = {name: folder / f"graph.{name}" for name in ("graphml", "json")}
    for name, path in paths.items():
        export.WRITERS[name](table, path)
    return folder / "graph.html", paths


def save(page: Any, name: str, path: Path) -> Path:
    page.get_by_role("button", name="保存", exact=True).click()
    with page.expect_download() as download:
        page.get_by_role("menuitem", name=name).click()
    download.value.save_as(path)
    return path


def read(path: Path) -> "nx.MultiDiGraph[str]":
    if path.suffix == ".graphml":
        return nx.read_graphml(path, force_multigraph=True, edge_key_type=str)
    return nx.node_link_graph(json.loads(path.read_text(encoding="utf-8")), edges="edges")


def fields(told: dict[str, Any]) -> dict[str, Any]:
    """The fields of a node or an edge but for those that the page rounds; what is told as false is as good as untold."""
    return {name: value for name, value in told.items() if name not in ROUNDED and value is not False}


@pytest.mark.parametrize("name", ["GraphML", "JSON"])
def test_all_of_it_is_saved_as_it_is_exported(page: Any, exported: tuple[Path, dict[str, Path]], tmp_path: Path, name: str) -> None:
    html, paths = exported
    page.goto(html.as_uri() + "#l=1000000&i=1")
    ending = name.lower()
    saved, wanted = read(save(page, name, tmp_path / f"saved.{ending}")), read(paths[ending])
    assert set(saved) == set(wanted)
    for node, told in wanted.nodes(data=True):
        assert fields(saved.nodes[node]) == fields(told)
        assert (saved.nodes[node]["x"], saved.nodes[node]["y"]) == pytest.approx((told["x"], told["y"]), abs=0.51)
    edges = {key: (head, tail, told) for head, tail, key, told in saved.edges(keys=True, data=True)}
    assert len(edges) == wanted.number_of_edges()
    for head, tail, key, told in wanted.edges(keys=True, data=True):
        assert edges[key][:2] == (head, tail)
        assert fields(edges[key][2]) == fields(told)


def test_only_what_is_shown_is_saved(page: Any, exported: tuple[Path, dict[str, Path]], tmp_path: Path) -> None:
    page.goto(exported[0].as_uri() + "#l=1000000&t=PERSON,REGION")
    saved = read(save(page, "GraphML", tmp_path / "part.graphml"))
    kinds = {told["type"] for _, told in saved.nodes(data=True)}
    assert kinds == {"UNION", "ORG", "PROGRAM", "HONOR", "DOC"}
    assert all(told["degree"] == saved.degree(node) for node, told in saved.nodes(data=True))
    assert str(saved.number_of_nodes()) in page.inner_text("#shown")


def test_hostile_names_are_saved_as_text(page: Any, tmp_path: Path) -> None:
    name = HOSTILE + "\x0b\x00\x1f\r\n"
    page.goto(written(tmp_path, {"u1": name}))
    for ending in ("GraphML", "JSON"):
        saved = read(save(page, ending, tmp_path / f"saved.{ending.lower()}"))
        assert saved.nodes["u1"]["label"] == HOSTILE + "\n"
