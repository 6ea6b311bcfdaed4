"""A link to a view, copied as a reader does, brings the same view back: in every mode, with whatever bounds it."""

from pathlib import Path
from typing import Any

import pytest

from tests.view.pages import at_rest, find

NAMED = "天水市总工会"
KNOWN = (NAMED, "甘肃省总工会", "佛山市总工会", "送温暖", "齐齐哈尔市总工会")
TOLD = ("#title", "#modes", "#legend", "#chips", "#shown", "#panel", "#table", "#chart", "#map-note")


def told(page: Any) -> list[str | None]:
    """What the page tells, part by part; nothing for a part that is not shown."""
    at_rest(page)
    return [page.inner_text(part) if page.locator(part).is_visible() else None for part in TOLD]


def drawn(page: Any) -> dict[str, float]:
    """Where the page draws some well-known nodes, in pixels."""
    spots = {name: page.evaluate("name => window.graphkit.where(name)", name) for name in KNOWN}
    return {f"{name} {axis}": place for name, spot in spots.items() if spot for axis, place in spot.items()}


def focus(page: Any) -> None:
    find(page, NAMED)
    page.keyboard.press("2")
    page.locator("#chips").get_by_role("button", name="顺向").click()


def path(page: Any) -> None:
    find(page, NAMED)
    page.keyboard.press("r")
    page.keyboard.type("佛山市总工会")
    page.keyboard.press("Enter")


def relation(page: Any) -> None:
    find(page, NAMED)
    page.locator("#panel summary").first.click()
    page.get_by_role("button", name="在图中看这条关系").first.click()


def filters(page: Any) -> None:
    legend = page.locator("#legend")
    legend.get_by_role("checkbox", name="文件").uncheck()
    legend.get_by_role("checkbox", name="位于").uncheck()
    legend.get_by_role("slider", name="起始年份").press("ArrowRight")
    legend.get_by_role("slider", name="可信度不低于").press("ArrowRight")
    legend.get_by_role("button", name="甘肃省").first.click()


def moved(page: Any) -> None:
    page.mouse.move(700, 400)
    page.mouse.wheel(0, -300)
    at_rest(page)
    page.mouse.down()
    page.mouse.move(760, 450, steps=3)
    page.mouse.up()


def hidden_and_pinned(page: Any) -> None:
    find(page, "金花互助金")
    find(page, NAMED)
    page.keyboard.press("h")
    page.get_by_role("button", name="显示更多").click()


def on_the_map(page: Any) -> None:
    page.keyboard.press("m")
    page.get_by_role("checkbox", name="显示所有有地点的节点").check()


def table(page: Any) -> None:
    page.keyboard.press("t")
    page.get_by_role("tab", name="任职名单").click()


def chart(page: Any) -> None:
    page.keyboard.press("c")
    page.get_by_role("button", name="按单位").click()


def dark_english(page: Any) -> None:
    page.get_by_role("button", name="外观").click()
    page.get_by_role("menuitemradio", name="深色").click()
    page.get_by_role("button", name="English").click()


VIEWS = (focus, path, relation, filters, moved, hidden_and_pinned, on_the_map, table, chart)


@pytest.mark.parametrize("view", VIEWS)
def test_a_copied_link_brings_the_view_back(browser: Any, built: Path, view: Any) -> None:
    context = browser.new_context(viewport={"width": 1280, "height": 800}, permissions=["clipboard-read", "clipboard-write"])
    page, other = context.new_page(), context.new_page()
    page.goto((built / "graph.html").as_uri())
    page.bring_to_front()
    view(page)
    at_rest(page)
    page.mouse.move(2, 2)
    page.get_by_role("button", name="保存", exact=True).click()
    page.get_by_role("menuitem", name="复制此视图的链接").click()
    page.get_by_text("链接已复制").wait_for(state="attached")
    other.goto(page.evaluate("navigator.clipboard.readText()"))
    assert told(other) == told(page)
    assert drawn(page)
    assert drawn(other) == pytest.approx(drawn(page), abs=1)
    context.close()


def test_looks_and_language_are_in_the_link(page: Any, built: Path) -> None:
    page.goto((built / "graph.html").as_uri())
    dark_english(page)
    at_rest(page)
    page.reload()
    assert page.locator("html").get_attribute("lang") == "en"
    assert page.locator("html").get_attribute("data-theme") == "dark"
