"""A small graph of union news as a page: a union with officials, programs with figures of all kinds, and an article to be read."""

import re
from pathlib import Path
from typing import Any

import networkx as nx

from graphkit import store, view
from graphkit.graph import Graph

HOSTILE = "</script><img src=x onerror=\"window.hit=1\"><a href='javascript:window.hit=1'>href</a>\u2028&amp;"
SENTENCE = "去年，甲市总工会筹集1100万元开展送温暖活动，慰问困难职工超1.2万人次。"
TITLE = "甲市总工会情暖职工"


NODES = {
    "u1": ("UNION", "甲市总工会"),
    "u2": ("UNION", "乙市总工会"),
    "p1": ("PERSON", "赵建国"),
    "p2": ("PERSON", "钱秀英"),
    "p3": ("PERSON", "孙海燕"),
    "g1": ("PROGRAM", "送温暖"),
    "g2": ("PROGRAM", "金秋助学"),
    "o1": ("ORG", "=1+1公司"),
}
YEAR = {"precision": "year"}
FIGURES: list[tuple[str, str, dict[str, Any]]] = [
    ("u1", "g1", {"value": 11_000_000.0, "unit": "CNY", "kind": "raised", "period": "2018-01-01/2018-12-31", **YEAR}),
    ("u1", "g1", {"value": 12_000_000.0, "unit": "CNY", "kind": "raised", "period": "2018-01-01/2018-12-31", **YEAR}),
    ("u2", "g1", {"value": 5_000_000.0, "to": 6_000_000.0, "unit": "CNY", "kind": "raised", "period": "2019-01-01/2019-12-31", **YEAR}),
    ("u2", "g1", {"value": 90_000_000.0, "unit": "CNY", "kind": "raised", "cumulative": True}),
    ("u1", "g1", {"value": 12_000.0, "unit": "person", "kind": "helped", "counter": "人次", "about": "over"}),
    ("u1", "g2", {"value": 300_000.0, "unit": "CNY", "kind": "spent", "about": "under", "period": "2019-01-01/2019-12-31", **YEAR}),
]


def press(labels: dict[str, str] | None = None) -> tuple[Graph, dict[str, list[store.Evidence]]]:
    """The graph and its evidence; `labels` replaces names."""
    graph: Graph = nx.MultiDiGraph(title="工会新闻", people="all")
    for name, (kind, label) in NODES.items():
        told = {"names": (label[-3:],), "region": "610100" if kind == "UNION" else "", "mentions": 2, "articles": 1, "reason": ""}
        graph.add_node(name, label=(labels or {}).get(name, label), type=kind, **told)
    seen = {"confidence": 0.9, "articles": 1}
    for number, (person, title, first) in enumerate(
        (("p1", "副主席", "2017-01-02"), ("p2", "主席", "2019-03-04"), ("p3", "主席", "2016-05-06"))
    ):
        graph.add_edge(person, "u1", key=f"h{number}", type="HOLDS", title=title, first=first, last=first, **seen)
    for number, (whose, program, told) in enumerate(FIGURES):
        graph.add_edge(whose, program, key=f"f{number}", type="FIGURE", first="2020-01-05", last="2020-01-05", **seen, **told)
    graph.add_edge("u1", "o1", key="c0", type="PARTNERS", first="", last="", **seen)
    return graph, {key: [evidence(key)] for *_, key in graph.edges(keys=True)}


def evidence(relation: str) -> store.Evidence:
    head, tail = ((SENTENCE.index(word), SENTENCE.index(word) + len(word)) for word in ("甲市总工会", "送温暖"))
    return store.Evidence(relation, "a#1", SENTENCE, head, tail, TITLE, "示例日报", "2020-01-05", "a.txt", 0.9, "rule", "", "")


def article(text: str = "", mentions: tuple[tuple[int, int, str], ...] = ()) -> store.Text:
    """The article that the evidence is from: title, a long middle, and the sentence near its end."""
    whole = text or "\n".join([TITLE, *["职工书屋的灯亮到很晚。" * 6] * 30, "岁末年初，" + SENTENCE, "（完）"])
    start = whole.find(SENTENCE)
    spans = [(0, 5, "u1"), (start + 3, start + 8, "u1"), (start + SENTENCE.index("送温暖"), start + SENTENCE.index("送温暖") + 3, "g1")]
    return store.Text("a#1", TITLE, "记者 李晓东", "示例日报", "2020-01-05", "a.txt", whole, mentions or tuple(spans))


def written(folder: Path, labels: dict[str, str] | None = None, texts: dict[str, store.Text] | None = None) -> str:
    """Write the page into a folder; gives its address."""
    graph, sentences = press(labels)
    places = {name: (100.0 * number, 0.0) for number, name in enumerate(graph)}
    view.write_page(graph, places, sentences, folder / "graph.html", texts)
    return (folder / "graph.html").as_uri()


def at_rest(page: Any) -> None:
    """Wait until the view stands still, is drawn, and is told by the address."""
    page.wait_for_function("() => window.graphkit.isAtRest()")


def where(page: Any, name: str) -> tuple[float, float]:
    """Where on the screen a node stands that is shown under a name, once the view stands still."""
    at_rest(page)
    found = page.evaluate("name => window.graphkit.where(name)", name)
    assert found, f"{name} is not shown"
    return found["x"], found["y"]


def find(page: Any, name: str) -> None:
    """Search for a name by keys, take the first, and wait for the view to arrive there."""
    page.keyboard.press("/")
    page.keyboard.type(name)
    page.keyboard.press("Enter")
    at_rest(page)


def count(page: Any) -> int:
    """How many nodes are said to be shown."""
    told = re.search(r"([\d,]+) / [\d,]+", page.inner_text("#shown"))
    return int(told[1].replace(",", "")) if told else 0


def chips(page: Any) -> list[str]:
    """What is said to bound the view."""
    labels = "chips => chips.map(chip => chip.getAttribute('aria-label'))"
    return [str(label) for label in page.locator("#chips > .chip").evaluate_all(labels)]
