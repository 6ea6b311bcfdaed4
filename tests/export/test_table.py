import math

import networkx as nx
import pytest

from graphkit import export
from graphkit.export.table import Rows
from graphkit.export.tabulate import NODE
from graphkit.export.values import clean, column_name
from graphkit.graph import Graph
from graphkit.layout import positions
from tests.export.conftest import CONTROL, HOSTILE, ODD, small, told


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (None, None),
        ("", None),
        ((), None),
        (CONTROL, None),
        ([CONTROL], None),
        (math.nan, None),
        (math.inf, None),
        (["甲", "", None, "乙"], ["甲", "乙"]),
        ({"乙", "甲"}, ["乙", "甲"]),
        ("a\x00b\x0b\ud800c", "abc"),
        ("a\r\nb\rc\n", "a\nb\nc\n"),
        ({"乙": 1}, '{"乙": 1}'),
        (2**70, float(2**70)),
        (0, 0),
        (False, False),
        (1.5, 1.5),
    ],
)
def test_values_are_made_safe_at_the_border(value: object, expected: object) -> None:
    assert clean(value) == expected
    assert type(clean(value)) is type(expected)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("title", "title"),
        ("kind", "fact_kind"),
        ("Start", "fact_Start"),
        ("a:b;c", "a_b_c"),
        ("级别", "级别"),
        ("Mentions", "fact_Mentions"),
        ("\x00", "_"),
    ],
)
def test_names_are_no_program_s_own(name: str, expected: str) -> None:
    assert column_name(name, NODE) == expected


def test_every_column_has_one_type() -> None:
    rows = Rows.of([{"a": 1, "b": True, "c": "x", "d": 1}, {"a": 0.5, "b": "x", "c": ["y"], "d": 2, "known": 3}], {"known": "double"})
    assert rows.columns == {"a": "double", "b": "string", "c": "strings", "d": "long", "known": "double"}
    assert rows.rows == [{"a": 1.0, "b": "true", "c": ["x"], "d": 1}, {"a": 0.5, "b": "x", "c": ["y"], "d": 2, "known": 3.0}]


def test_nothing_illegal_passes_the_border(table: export.Table) -> None:
    for rows in (table.nodes, table.edges, table.evidence):
        for row in rows:
            assert not any(character in str(value) for value in row.values() for character in CONTROL)
    assert {row["id"] for row in table.nodes} >= {ODD}
    ids = {row["id"] for row in table.nodes}
    assert all(row["source"] in ids and row["target"] in ids for row in table.edges)


def test_lists_are_joined_only_where_a_format_asks(table: export.Table) -> None:
    (program,) = [row for row in table.nodes if row["id"] == "g1"]
    assert program["editions"] == ["第1届", "第2届"]
    (flat,) = [row for row in table.flat().nodes if row["id"] == "g1"]
    assert flat["editions"] == "第1届；第2届"
    (fact,) = [row for row in table.flat().edges if row["id"] == "f1"]
    assert str(fact["evidence"]).startswith("原文。 ｜ <script>")


def test_a_figure_carries_its_period(table: export.Table) -> None:
    (figure,) = [row for row in table.edges if row["relation"] == "FIGURE"]
    assert (figure["period"], figure["precision"], figure["fact_kind"]) == ("2014-01-01/2014-11-30", "until", "spent")


def test_weights_are_positive(table: export.Table) -> None:
    assert all(isinstance(row["weight"], float) and row["weight"] > 0 for row in table.edges)


def test_evidence_has_rows_of_its_own(table: export.Table) -> None:
    rows = [row for row in table.evidence if row["relation"] == "f1"]
    assert [row["sentence"] for row in rows] == ["原文。", HOSTILE]
    assert (rows[0]["head_start"], rows[0]["head_end"], rows[0].get("tail_start")) == (0, 1, None)
    assert len({row["id"] for row in table.evidence}) == len(table.evidence)


def test_the_meta_values_are_texts(table: export.Table) -> None:
    assert table.meta == {"title": HOSTILE, "graphkit": "0.1.0", "model": "zh 1", "people": "all", "inputs": "甲.txt；乙.txt"}


def test_an_empty_graph_has_columns_too() -> None:
    made: Graph = nx.MultiDiGraph()
    empty = export.tabulate(made, {}, {})
    assert (len(empty.nodes), len(empty.edges), len(empty.evidence)) == (0, 0, 0)
    assert {"id", "source", "target"} <= empty.edges.columns.keys()


def test_collapsing_leaves_one_edge_a_pair(table: export.Table) -> None:
    collapsed = export.collapse(table)
    pairs = [(row["source"], row["target"]) for row in collapsed.edges]
    assert len(set(pairs)) == len(pairs) == len({(row["source"], row["target"]) for row in table.edges})
    assert sum(row["weight"] for row in collapsed.edges) == sum(row["weight"] for row in table.edges)  # type: ignore[misc]
    (post,) = [row for row in collapsed.edges if (row["source"], row["target"]) == ("p1", "u1")]
    assert (post["label"], post["relation"], post["weight"], post["facts"]) == ("任职", "HOLDS", 2.0, ["f1", "f2"])
    assert (post["first_seen"], post["last_seen"]) == ("2014-01-02", "2015-03-04")
    (program,) = [row for row in collapsed.edges if (row["source"], row["target"]) == ("u1", "g1")]
    assert program["label"] == "开展、数据"
    keys = {row["id"] for row in collapsed.edges}
    assert {row["relation"] for row in collapsed.evidence} <= keys


def test_the_order_of_a_graph_does_not_count() -> None:
    made = small()
    places = positions(made)
    turned: Graph = nx.MultiDiGraph(**made.graph)
    turned.add_nodes_from(reversed(list(made.nodes(data=True))))
    turned.add_edges_from(reversed(list(made.edges(keys=True, data=True))))
    assert export.tabulate(turned, places, {"f1": [told("f1")]}) == export.tabulate(made, places, {"f1": [told("f1")]})
