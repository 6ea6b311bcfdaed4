"""Positions: the same in any process and order, communities apart, nothing on top of anything, and quickly."""

import json
import os
import subprocess
import sys
import time
from itertools import combinations
from pathlib import Path

import networkx as nx
import numpy as np
import pytest

from graphkit import graph as graphs
from graphkit.graph import Graph
from graphkit.layout import positions, sizes
from tests import synthetic

EDGES = [(f"a{i}", f"a{(i * 7 + 1) % 40}") for i in range(40)] + [("b1", "b2"), ("c1", "c2")]


def graph(edges: list[tuple[str, str]]) -> Graph:
    made: Graph = nx.MultiDiGraph()
    made.add_edges_from(edges)
    return made


def planted(blocks: int, size: int) -> Graph:
    """A graph of communities of one size, ten times as many edges within them as between."""
    plain = nx.planted_partition_graph(blocks, size, 0.2, 0.02 / blocks, seed=1)
    return graph([(f"n{head:03}", f"n{tail:03}") for head, tail in plain.edges()])


def test_positions_are_the_same_in_any_order() -> None:
    made = synthetic.graph(200, 500)[0]
    turned: Graph = nx.MultiDiGraph()
    turned.add_nodes_from(reversed(list(made.nodes(data=True))))
    turned.add_edges_from(reversed(list(made.edges(keys=True, data=True))))
    assert positions(turned) == positions(made)
    assert list(positions(turned)) == sorted(made)


def test_another_process_with_other_hashes_and_threads_gives_the_same() -> None:
    code = "import json; from graphkit.layout import positions; from tests import synthetic; print(json.dumps(positions(synthetic.graph(300, 900)[0])))"
    found = []
    for seed, threads in (("1", "1"), ("77", "4")):
        environment = {**os.environ, "PYTHONHASHSEED": seed, "OMP_NUM_THREADS": threads, "OPENBLAS_NUM_THREADS": threads}
        run = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, env=environment, cwd=Path(__file__).parents[2])
        found.append(json.loads(run.stdout))
    assert found[0] == found[1]
    assert found[0] == {node: list(place) for node, place in positions(synthetic.graph(300, 900)[0]).items()}


def test_another_seed_gives_another_drawing() -> None:
    assert positions(graph(EDGES), seed=2) != positions(graph(EDGES))


def test_the_random_numbers_of_the_caller_go_on_undisturbed() -> None:
    import random

    random.seed(5)
    expected = random.random()
    random.seed(5)
    positions(graph(EDGES))
    assert random.random() == expected


def test_an_empty_graph_a_single_node_and_a_loop() -> None:
    single: Graph = nx.MultiDiGraph()
    assert positions(single) == {}
    single.add_node("a")
    assert len(positions(single)) == 1
    single.add_edge("a", "a")
    assert len(positions(single)) == 1


@pytest.mark.parametrize(
    "plain",
    [nx.path_graph(3), nx.star_graph(150), nx.path_graph(120), nx.complete_graph(40), nx.disjoint_union_all([nx.complete_graph(3)] * 20)],
    ids=["three", "star", "path", "complete", "triangles"],
)
def test_no_node_lies_on_another(plain: "nx.Graph[int]") -> None:
    made = graph([(f"n{head}", f"n{tail}") for head, tail in plain.edges()])
    made.add_nodes_from(f"lonely{number}" for number in range(30))
    found = positions(made)
    radius = dict(zip(made, sizes.radii(made, list(made), 1.0), strict=True))
    for one, two in combinations(sorted(made), 2):
        away = np.hypot(found[one][0] - found[two][0], found[one][1] - found[two][1])
        assert away > radius[one] + radius[two], (one, two)


def test_communities_are_apart() -> None:
    blocks, size = 6, 30
    made = planted(blocks, size)
    nodes = sorted(made)
    found = positions(made)
    points = np.array([found[node] for node in nodes])
    block = np.array([int(node[1:]) // size for node in nodes])
    away = np.hypot(*(points[:, None] - points[None]).transpose(2, 0, 1))
    np.fill_diagonal(away, np.inf)
    nearest = np.argsort(away, axis=1)[:, :5]
    assert (block[nearest] == block[:, None]).mean() > 0.85


def test_leaves_stand_all_round_their_hub() -> None:
    found = positions(graph([("hub", f"leaf{number}") for number in range(60)] + [("hub", "x"), ("x", "y"), ("y", "z")]))
    hub = np.array(found["hub"])
    angles = np.sort([np.arctan2(*(np.array(found[f"leaf{number}"]) - hub)[::-1]) for number in range(60)])
    assert np.diff(angles, append=angles[0] + 2 * np.pi).max() < np.pi / 2


def test_names_of_the_best_connected_do_not_overlap_at_the_opening(built: Path) -> None:
    made = graphs.build(built / "graph.db")
    found = positions(made)
    parts = sorted((sorted(part) for part in nx.weakly_connected_components(made)), key=len, reverse=True)
    largest = sizes.ranked(made, parts)[:50]
    width, height = (dict(zip(largest, values, strict=True)) for values in sizes.names(made, largest))
    overlapping = 0
    for one, two in combinations(largest, 2):
        across, down = (abs(a - b) * sizes.ZOOM for a, b in zip(found[one], found[two], strict=True))
        overlapping += across < (width[one] + width[two]) / 2 and down < (height[one] + height[two]) / 2
    assert overlapping <= 3


def test_pairs_and_single_nodes_stand_in_rows_below() -> None:
    made = graph([(f"a{number}", f"a{number + 1}") for number in range(9)] + [("b1", "b2"), ("c1", "c2")])
    made.add_nodes_from(f"s{number}" for number in range(5))
    found = positions(made)
    drawn = [found[node][1] for node in made if node.startswith("a")]
    below = [found[node] for node in ("b1", "b2", "c1", "c2", *(f"s{number}" for number in range(5)))]
    assert min(y for _, y in below) > max(drawn)
    assert found["b1"][1] == found["b2"][1]
    assert len({y for _, y in below}) < len(below)


@pytest.mark.slow
@pytest.mark.parametrize(("nodes", "limit"), [(1_000, 1.0), (10_000, 10.0)])
def test_it_is_quick(nodes: int, limit: float) -> None:
    made = synthetic.graph(nodes, 3 * nodes)[0]
    positions(synthetic.graph(50, 100)[0])  # the libraries are loaded
    start = time.process_time()
    positions(made)
    assert time.process_time() - start < limit
