"""The page by keyboard alone: no test here touches the mouse, nor puts the focus anywhere by script."""

from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import expect

from tests.view.pages import article, at_rest, chips, count, written

NAMED = "天水市总工会"
MOST = 120


def tab_to(page: Any, role: str, name: str) -> None:
    """Press Tab until the focus is on what has a role and a name."""
    wanted = page.get_by_role(role, name=name)
    for _ in range(MOST):
        page.keyboard.press("Tab")
        if wanted.evaluate_all("them => them.includes(document.activeElement)"):
            return
    raise AssertionError(f"Tab does not lead to the {role} {name}")


def search(page: Any, name: str) -> None:
    page.keyboard.press("/")
    page.keyboard.type(name)
    page.keyboard.press("Enter")
    at_rest(page)


@pytest.fixture
def opened(page: Any, built: Path) -> Any:
    page.goto((built / "graph.html").as_uri())
    return page


def test_what_has_the_focus_is_ringed(opened: Any) -> None:
    look = """() => { const { outlineStyle, outlineWidth } = getComputedStyle(document.activeElement);
        return document.activeElement.matches("#canvas, input[type=range]") || (outlineStyle !== "none" && parseFloat(outlineWidth) >= 1.5) }"""
    seen = set()
    for _ in range(MOST):
        opened.keyboard.press("Tab")
        if opened.evaluate("document.activeElement === document.body"):
            continue
        assert opened.evaluate(look), opened.evaluate("document.activeElement.outerHTML.slice(0, 200)")
        seen.add(opened.evaluate("document.activeElement.id || document.activeElement.closest('[id]').id"))
    assert {"legend-toggle", "search", "modes", "tools", "legend", "canvas", "more", "all", "zoom"} <= seen


def test_from_search_to_the_evidence(opened: Any) -> None:
    search(opened, NAMED)
    opened.keyboard.press("Enter")  # into the panel
    assert opened.evaluate("document.querySelector('#panel').contains(document.activeElement)")
    facts = opened.locator("#panel details.fact")
    while not opened.evaluate("document.activeElement.matches('#panel summary')"):
        opened.keyboard.press("Tab")
    opened.keyboard.press("Enter")
    expect(facts.first.locator("blockquote").first).to_be_visible()
    tab_to(opened, "button", "在图中看这条关系")
    opened.keyboard.press("Enter")
    expect(opened.locator("#panel h2.ends")).to_contain_text(NAMED)
    opened.keyboard.press("Escape")
    expect(opened.locator("#panel")).to_be_hidden()


def test_filters(opened: Any) -> None:
    whole = count(opened)
    opened.keyboard.press("l")
    expect(opened.locator("#legend")).to_be_hidden()
    opened.keyboard.press("l")
    assert opened.evaluate("document.activeElement.closest('#legend') !== null")
    opened.keyboard.press("Space")
    assert count(opened) < whole
    tab_to(opened, "button", "仅看文件")
    opened.keyboard.press("Enter")
    documents = count(opened)
    tab_to(opened, "slider", "起始年份")
    opened.keyboard.press("ArrowRight")
    tab_to(opened, "slider", "报道不少于")
    opened.keyboard.press("ArrowRight")
    assert len(chips(opened)) == 2
    tab_to(opened, "button", "重置")
    opened.keyboard.press("Enter")
    assert documents < whole == count(opened)


def test_focus_path_and_the_way_back(opened: Any) -> None:
    search(opened, NAMED)
    opened.keyboard.press("2")
    assert chips(opened) == [f"聚焦：{NAMED}"]
    opened.keyboard.press("[")
    expect(opened.locator("#chips > .chip")).to_have_count(0)
    opened.keyboard.press("]")
    expect(opened.locator("#chips > .chip")).to_have_count(1)
    opened.keyboard.press("r")
    opened.keyboard.type("佛山市总工会")
    opened.keyboard.press("Enter")
    expect(opened.get_by_role("heading", name="路径 1")).to_be_visible()
    tab_to(opened, "button", "互换")
    opened.keyboard.press("Enter")
    expect(opened.locator("#panel ol > li").first).to_contain_text("佛山市总工会")
    opened.keyboard.press("Escape")
    expect(opened.locator("#panel")).to_be_hidden()


def test_hide_pin_and_expand(opened: Any) -> None:
    search(opened, NAMED)
    opened.keyboard.press("p")
    assert chips(opened) == ["已固定 1 个节点"]
    opened.keyboard.press("e")
    expect(opened.locator("#live")).to_contain_text("展开了")
    expanded = count(opened)
    opened.keyboard.press("h")
    assert count(opened) == expanded - 1


def test_the_view_moves_and_grows(opened: Any) -> None:
    search(opened, NAMED)
    before = opened.evaluate("name => window.graphkit.where(name)", NAMED)
    opened.keyboard.press("Shift+ArrowRight")
    at_rest(opened)
    after = opened.evaluate("name => window.graphkit.where(name)", NAMED)
    assert after["x"] < before["x"]
    assert after["y"] == pytest.approx(before["y"], abs=0.1)
    opened.keyboard.press("+")
    at_rest(opened)
    assert float(opened.evaluate("location.hash.split('v=')[1].split(',')[2]")) > 1
    opened.keyboard.press("0")
    at_rest(opened)
    opened.keyboard.press("s")
    expect(opened.locator("#more")).to_be_hidden()


def test_tables(opened: Any) -> None:
    opened.keyboard.press("t")
    tab_to(opened, "tab", "节点")
    for name in ("关系", "项目数据", "任职名单"):
        opened.keyboard.press("ArrowRight")
        assert opened.get_by_role("tab", name=name, selected=True).is_visible()
    assert opened.locator("#table tbody tr").count() > 3
    opened.keyboard.press("ArrowLeft")
    opened.keyboard.press("ArrowLeft")
    tab_to(opened, "button", "存为 CSV")
    with opened.expect_download() as download:
        opened.keyboard.press("Enter")
    assert download.value.suggested_filename.endswith(".csv")
    while not opened.evaluate("document.activeElement.matches('#table tbody .col-head button')"):
        opened.keyboard.press("Tab")
    name = opened.evaluate("document.activeElement.textContent")
    opened.keyboard.press("Enter")
    expect(opened.locator("#panel h2")).to_contain_text(name)


def test_charts(opened: Any) -> None:
    opened.keyboard.press("c")
    tab_to(opened, "button", "按单位")
    opened.keyboard.press("Space")
    assert opened.get_by_role("button", name="按单位").get_attribute("aria-pressed") == "true"
    while not opened.evaluate("document.activeElement.matches('#chart .bar')"):
        opened.keyboard.press("Tab")
    opened.keyboard.press("Enter")
    expect(opened.locator("#panel blockquote").first).to_be_visible()


def test_menus_saving_looks_and_language(opened: Any) -> None:
    tab_to(opened, "button", "保存")
    opened.keyboard.press("Enter")
    opened.keyboard.press("ArrowDown")
    with opened.expect_download() as download:
        opened.keyboard.press("Enter")
    assert download.value.suggested_filename.endswith(".svg")
    tab_to(opened, "button", "外观")
    opened.keyboard.press("Enter")
    opened.keyboard.press("ArrowUp")
    opened.keyboard.press("Enter")
    assert opened.locator("html").get_attribute("data-theme") == "dark"
    tab_to(opened, "button", "English")
    opened.keyboard.press("Enter")
    assert opened.locator("html").get_attribute("lang") == "en"


def test_an_article_and_back(page: Any, tmp_path: Path) -> None:
    page.goto(written(tmp_path, texts={"a#1": article()}) + "#e=f0")
    tab_to(page, "button", "阅读全文")
    page.keyboard.press("Enter")
    expect(page.locator("#article")).to_be_visible()
    tab_to(page, "link", "送温暖")
    page.keyboard.press("Enter")
    expect(page.locator("#panel h2")).to_have_text("送温暖")
    page.keyboard.press("Escape")
    expect(page.locator("#article")).to_be_hidden()
