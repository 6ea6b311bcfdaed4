"""The page of 10,000 nodes and 30,000 edges: every feature by real clicks and keys. How fast it is, `benchmarks/page.py` tells."""

import csv
import json
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import expect

from tests import synthetic
from tests.view.pages import at_rest, chips, count, find, where

pytestmark = pytest.mark.slow
ALL = 10_000


@pytest.fixture(scope="module")
def names() -> dict[str, str]:
    """A well-connected node's name for each type, and one that the opening does not show."""
    graph, _ = synthetic.graph(ALL, 30_000)
    degrees = dict(graph.degree())
    found: dict[str, str] = {}
    labels = [fields["label"] for _, fields in graph.nodes(data=True)]
    for node in sorted(graph, key=lambda node: (-degrees[node], node)):
        if labels.count(graph.nodes[node]["label"]) == 1:
            found.setdefault(graph.nodes[node]["type"], graph.nodes[node]["label"])
    poor = min((node for node in graph if degrees[node] == 1 and graph.nodes[node]["type"] == "UNION"), key=str)
    return found | {"poor": graph.nodes[poor]["label"]}


@pytest.fixture
def opened(page: Any, large: str) -> Any:
    page.goto(large)
    return page


def test_it_opens_on_a_readable_part_and_shows_all_on_demand(opened: Any) -> None:
    few = count(opened)
    assert 100 < few <= 400
    assert opened.inner_text("#shown").endswith("/ 10,000")
    opened.get_by_role("button", name="显示更多").click()
    assert few < count(opened) < 1000
    opened.get_by_role("button", name="全部显示").click()
    assert count(opened) == ALL
    at_rest(opened)
    expect(opened.locator("#all")).to_be_hidden()


def test_search_panel_and_evidence(opened: Any, names: dict[str, str]) -> None:
    few = count(opened)
    find(opened, names["poor"])
    expect(opened.locator("#panel h2")).to_have_text(names["poor"])
    assert count(opened) == few + 1
    x, y = where(opened, names["poor"])
    assert 248 < x < 880
    assert 56 < y < 800
    fact = opened.locator("#panel details.fact").first
    fact.locator("summary").click()
    assert fact.locator("blockquote mark").count() == 2


def test_clicks_focus_and_paths(opened: Any, names: dict[str, str]) -> None:
    find(opened, names["UNION"])
    opened.keyboard.press("1")
    assert chips(opened) == [f"聚焦：{names['UNION']}"]
    near = count(opened)
    opened.locator("#chips").get_by_role("button", name="顺向").click()
    assert 1 < count(opened) < near
    opened.keyboard.press("Escape")
    opened.keyboard.press("Escape")
    find(opened, names["UNION"])
    opened.mouse.click(*where(opened, names["UNION"]))
    expect(opened.locator("#panel h2")).to_have_text(names["UNION"])
    opened.keyboard.press("r")
    opened.keyboard.type(names["HONOR"])
    opened.keyboard.press("Enter")
    expect(opened.get_by_role("heading", name="路径 1")).to_be_visible()
    steps = opened.locator("#panel ol").first.locator("> li")
    steps.first.locator("summary").first.click()
    assert steps.first.locator("blockquote").count() == 1


def test_legend_region_years_and_weights(opened: Any) -> None:
    opened.get_by_role("button", name="全部显示").click()
    legend = opened.get_by_role("navigation", name="图例与筛选")
    legend.get_by_role("checkbox", name="人物").uncheck()
    without = count(opened)
    assert without < ALL
    legend.get_by_role("slider", name="起始年份").press("ArrowRight")
    legend.get_by_role("slider", name="可信度不低于").press("ArrowRight")
    legend.get_by_role("slider", name="报道不少于").press("ArrowRight")
    legend.locator(".region").nth(1).click()
    assert len(chips(opened)) == 4
    assert 0 < count(opened) < without
    legend.get_by_role("button", name="重置").click()
    assert chips(opened) == []


def test_hide_pin_and_expand(opened: Any, names: dict[str, str]) -> None:
    find(opened, names["UNION"])
    before = count(opened)
    opened.keyboard.press("e")
    assert count(opened) > before
    expanded = count(opened)
    opened.keyboard.press("h")
    assert count(opened) == expanded - 1


def test_tables_and_charts(opened: Any, names: dict[str, str], tmp_path: Path) -> None:
    find(opened, names["PROGRAM"])
    opened.keyboard.press("t")
    opened.get_by_label("在表中查找").fill(names["PROGRAM"])
    with opened.expect_download() as download:
        opened.get_by_role("button", name="存为 CSV").click()
    download.value.save_as(tmp_path / "nodes.csv")
    with (tmp_path / "nodes.csv").open(encoding="utf-8-sig", newline="") as file:
        assert names["PROGRAM"] in [row[0] for row in csv.reader(file)]
    opened.locator("#panel .looks").get_by_role("button", name="图表").first.click()
    bars = opened.locator("#chart .bar")
    assert bars.count() > 0
    bars.first.focus()
    opened.keyboard.press("Enter")
    expect(opened.locator("#panel blockquote")).to_have_count(1)


def test_the_map(opened: Any) -> None:
    opened.keyboard.press("m")
    unions = count(opened)
    assert unions > 1000
    opened.get_by_role("checkbox", name="显示所有有地点的节点").check()
    assert count(opened) > unions
    at_rest(opened)


def test_what_is_shown_is_saved(opened: Any, tmp_path: Path) -> None:
    for name, file in (("存为 PNG 图片", "a.png"), ("存为 JSON（networkx）", "a.json")):
        opened.get_by_role("button", name="保存").click()
        with opened.expect_download() as download:
            opened.get_by_role("menuitem", name=name).click()
        download.value.save_as(tmp_path / file)
    assert (tmp_path / "a.png").read_bytes().startswith(b"\x89PNG")
    assert len(json.loads((tmp_path / "a.json").read_text(encoding="utf-8"))["nodes"]) == count(opened)


def test_a_copied_address_brings_the_view_back(opened: Any, browser: Any, names: dict[str, str]) -> None:
    find(opened, names["UNION"])
    opened.keyboard.press("2")
    opened.get_by_role("button", name="放大").click()
    at_rest(opened)
    other = browser.new_page(viewport={"width": 1280, "height": 800})
    other.goto(opened.evaluate("location.href"))
    assert other.inner_text("#shown") == opened.inner_text("#shown")
    assert where(other, names["UNION"]) == pytest.approx(where(opened, names["UNION"]), abs=1)
    other.close()


def test_by_keyboard_alone(opened: Any, names: dict[str, str]) -> None:
    find(opened, names["UNION"])
    opened.keyboard.press("ArrowRight")
    expect(opened.locator("#panel h2")).not_to_have_text(names["UNION"])
    opened.keyboard.press("Enter")
    assert opened.evaluate("document.querySelector('#panel').contains(document.activeElement)")
    opened.keyboard.press("Escape")
    few = count(opened)
    opened.keyboard.press("s")
    assert count(opened) > few
    for key in "mctg":
        opened.keyboard.press(key)
    at_rest(opened)
    opened.keyboard.press("0")
    at_rest(opened)
