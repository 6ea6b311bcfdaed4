"""The page in a real browser: nothing is asked of any host, nothing hostile runs, search, legend and evidence work."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import networkx as nx
import pytest

from graphkit import store, view
from graphkit.graph import Graph
from graphkit.layout import positions
from graphkit.view.page import embedded

HOSTILE = "</script><img src=x onerror=\"window.hit=1\"><a href='javascript:window.hit=1'>href</a>\u2028&amp;"


@pytest.fixture
def page(browser: Any) -> Iterator[Any]:
    """A new page that records every request beyond the file itself, every console message and every error."""
    opened = browser.new_page(viewport={"width": 1280, "height": 800})
    opened.seen = []
    opened.on("request", lambda request: opened.seen.append(request.url) if not request.url.startswith("file:") else None)
    opened.on("console", lambda message: opened.seen.append(message.text))
    opened.on("pageerror", lambda error: opened.seen.append(str(error)))
    yield opened
    opened.close()


def shown(page: Any) -> str:
    return str(page.inner_text("#shown"))


def test_it_opens_without_a_request_or_an_error(page: Any, built: Path) -> None:
    page.goto((built / "graph.html").as_uri())
    assert page.seen == []
    assert shown(page).startswith("显示 ")
    assert page.title() == "示例"
    html = (built / "graph.html").read_text(encoding="utf-8")
    assert html.startswith("<!doctype html>")
    assert "unsafe-inline" not in html
    assert 'lang="zh-CN"' in html


def test_search_finds_by_another_name_and_opens_the_panel(page: Any, built: Path) -> None:
    page.goto((built / "graph.html").as_uri())
    page.keyboard.press("/")
    page.keyboard.type("甘肃省总")
    assert page.locator("#results li").first.inner_text().startswith("甘肃省总工会")
    page.keyboard.press("Enter")
    assert page.inner_text("#panel h2") == "甘肃省总工会"
    assert "又称" in page.inner_text("#panel")
    page.keyboard.press("Escape")
    assert page.locator("#panel").is_hidden()


def test_a_fact_shows_its_sentence_with_both_ends_marked(page: Any, built: Path) -> None:
    page.goto((built / "graph.html").as_uri())
    page.keyboard.press("/")
    page.keyboard.type("甘肃省总工会")
    page.keyboard.press("Enter")
    fact = page.locator("#panel details", has_text="党组书记").first  # a figure's ends may both come from the context
    fact.locator("summary").click()
    quote = fact.locator("blockquote").first
    assert quote.locator("mark").count() >= 1
    assert ".txt" in quote.locator("footer").first.inner_text() or "." in quote.locator("footer").first.inner_text()


def test_the_legend_filters(page: Any, built: Path) -> None:
    page.goto((built / "graph.html").as_uri())
    before = shown(page)
    unions = page.get_by_role("navigation", name="图例与筛选").get_by_role("checkbox", name="组织机构")
    unions.uncheck()
    assert shown(page) != before
    unions.check()
    assert shown(page) == before


def test_more_shows_more_and_all_shows_all(page: Any, built: Path) -> None:
    page.goto((built / "graph.html").as_uri())
    before = shown(page)
    page.get_by_role("button", name="显示更多").click()
    assert shown(page) != before
    page.get_by_role("button", name="全部显示").click()
    count, total = shown(page).removeprefix("显示 ").split(" / ")
    assert count == total


def hostile_graph() -> tuple[Graph, dict[str, list[store.Evidence]]]:
    graph: Graph = nx.MultiDiGraph(title=HOSTILE)
    for name, kind in (("u1", "UNION"), ("p1", "PERSON"), ("r1", "REGION")):
        graph.add_node(name, label=HOSTILE, type=kind, names=(HOSTILE,), region="", mentions=1, articles=1, reason=HOSTILE)
    graph.add_edge("p1", "u1", key="f1", type="HOLDS", confidence=1.0, articles=1, first=HOSTILE, last=HOSTILE, title=HOSTILE)
    graph.add_edge("u1", "r1", key="f2", type="LOCATED_IN", confidence=1.0, articles=1, first="", last="")
    told = store.Evidence("f1", "a#1", HOSTILE, (0, 3), (4, 9), HOSTILE, HOSTILE, HOSTILE, HOSTILE, 1.0, "rule", HOSTILE, HOSTILE)
    return graph, {"f1": [told], "f2": [told]}


def test_hostile_names_run_nowhere(page: Any, tmp_path: Path) -> None:
    graph, evidence = hostile_graph()
    view.write_page(graph, positions(graph), evidence, tmp_path / "graph.html")
    page.goto((tmp_path / "graph.html").as_uri())
    page.keyboard.press("/")
    page.keyboard.type("script")
    page.keyboard.press("Enter")
    assert "</script>" in page.inner_text("#panel h2")
    for summary in page.locator("#panel summary").all():
        summary.click()
    assert page.locator("#panel blockquote").count() >= 1
    assert page.evaluate("window.hit") is None
    assert page.locator("img").count() == 0
    assert page.locator("a").count() == 0
    assert page.seen == []


def test_data_cannot_end_its_element() -> None:
    text = embedded({"a": "</script><!--\u2028\ud800"})
    assert "<" not in text
    assert "\u2028" not in text
    text.encode("utf-8")


def test_only_addresses_of_the_web_are_links(page: Any, tmp_path: Path) -> None:
    graph, _ = hostile_graph()
    paths = ("https://example.org/a.html", "javascript:window.hit=1", "data:text/html,x", " https://example.org")
    told = [store.Evidence("f1", f"a{n}", f"句{n}", None, None, "", "", "", path, 1.0, "", "", "") for n, path in enumerate(paths)]
    view.write_page(graph, positions(graph), {"f1": told}, tmp_path / "graph.html")
    page.goto(f"{(tmp_path / 'graph.html').as_uri()}#e=f1")
    assert page.locator("#panel blockquote").count() == len(paths)
    assert [link.get_attribute("href") for link in page.locator("a").all()] == [paths[0]]
    assert page.locator("a").get_attribute("rel") == "noopener noreferrer"


@pytest.mark.parametrize(("people", "told"), [("public", "仅具名有职务、荣誉或署名者"), ("all", "全部具名"), ("none", "全部略去")])
def test_the_page_says_which_people_are_named(page: Any, tmp_path: Path, people: str, told: str) -> None:
    graph, evidence = hostile_graph()
    graph.graph["people"] = people
    view.write_page(graph, positions(graph), evidence, tmp_path / "graph.html")
    page.goto((tmp_path / "graph.html").as_uri())
    assert told in page.inner_text("#legend")
