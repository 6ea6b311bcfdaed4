import networkx as nx

from graphkit.layout import positions


def graph(edges: list[tuple[str, str]]) -> "nx.MultiDiGraph[str]":
    made: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    made.add_edges_from(edges)
    return made


EDGES = [(f"a{i}", f"a{(i * 7 + 1) % 40}") for i in range(40)] + [("b1", "b2"), ("c1", "c2")]


def test_positions_are_the_same_twice_and_in_any_order() -> None:
    assert positions(graph(EDGES)) == positions(graph(EDGES[::-1]))


def test_every_node_has_a_place_of_its_own() -> None:
    found = positions(graph(EDGES))
    assert len(set(found.values())) == len(found) == graph(EDGES).number_of_nodes()


def test_an_empty_graph_and_a_single_node() -> None:
    single: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    assert positions(single) == {}
    single.add_node("a")
    assert len(positions(single)) == 1
