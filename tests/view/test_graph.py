"""The graph on the page, by real clicks and keys: search, focus, paths, filters, map, saving, address, languages, phones."""

import re
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import expect

from tests.view.pages import at_rest, chips, count, find, where

NAMED = "天水市总工会"


@pytest.fixture
def opened(page: Any, built: Path) -> Any:
    """The sample's page."""
    page.goto((built / "graph.html").as_uri())
    return page


def test_initials_find_a_union(opened: Any) -> None:
    opened.keyboard.press("/")
    opened.keyboard.type("gsszgh")
    assert opened.get_by_role("option").first.inner_text().startswith("甘肃省总工会")
    opened.keyboard.press("ArrowDown")
    opened.keyboard.press("ArrowUp")
    opened.keyboard.press("Enter")
    assert opened.inner_text("#panel h2") == "甘肃省总工会"
    assert opened.locator("#results").is_hidden()


def test_nothing_found_is_said(opened: Any) -> None:
    opened.get_by_role("combobox", name="搜索").fill("没有这个名字")
    assert opened.inner_text("#results") == "没有找到"
    assert opened.inner_text("#live") == "没有找到"


def test_a_click_opens_what_is_under_it(opened: Any) -> None:
    find(opened, "麻建军")
    opened.keyboard.press("1")  # where nothing but its neighbours stands between the two
    head, tail = where(opened, "麻建军"), where(opened, NAMED)
    opened.mouse.click(*tail)
    expect(opened.locator("#panel h2")).to_have_text(NAMED)
    opened.mouse.click((head[0] + tail[0]) / 2, (head[1] + tail[1]) / 2)
    expect(opened.locator("#panel h2 button")).to_have_text(["麻建军", NAMED])
    assert opened.locator("#panel blockquote mark").count() >= 2
    x, y = where(opened, NAMED)
    opened.mouse.move(x, y)
    expect(opened.locator("#tip")).to_contain_text(NAMED)


def test_the_panel_tells_facts_in_the_words_of_the_field(opened: Any) -> None:
    find(opened, NAMED)
    panel = opened.get_by_role("complementary", name="详情")
    headings = panel.get_by_role("heading", level=3).all_inner_texts()
    assert {"任职人员", "项目", "文件", "合作", "所在地"} <= {heading.split()[0] for heading in headings}
    assert "甘肃省 › 天水市" in panel.inner_text()
    fact = panel.locator("details").first
    fact.locator("summary").click()
    notes = fact.locator("blockquote .note").all_inner_texts()
    assert any(f"→ {NAMED}" in note for note in notes)  # a short form, completed
    assert fact.locator("blockquote footer").first.inner_text()


def test_focus_by_key_and_by_chip(opened: Any) -> None:
    whole = count(opened)
    find(opened, NAMED)
    opened.keyboard.press("1")
    near = count(opened)
    assert chips(opened) == [f"聚焦：{NAMED}"]
    opened.locator("#chips").get_by_role("button", name="2 步").click()
    assert near < count(opened) < whole
    opened.locator("#chips").get_by_role("button", name="顺向").click()
    along = count(opened)
    opened.locator("#chips").get_by_role("button", name="逆向").click()
    assert count(opened) != along
    opened.keyboard.press("Escape")  # the selection
    opened.keyboard.press("Escape")  # the focus
    assert chips(opened) == []
    assert count(opened) == whole


def test_hide_expand_and_pin(opened: Any) -> None:
    find(opened, NAMED)
    opened.get_by_role("button", name="展开").click()
    expanded = count(opened)
    opened.get_by_role("button", name="隐藏").click()
    assert count(opened) == expanded - 1
    assert any(chip.startswith("已隐藏 1") for chip in chips(opened))
    opened.get_by_role("button", name="退出 已隐藏 1 个节点").click()
    find(opened, NAMED)
    opened.keyboard.press("p")
    assert "已固定 1 个节点" in chips(opened)
    opened.get_by_role("button", name="取消固定").click()
    assert chips(opened) == []


def test_what_is_opened_beyond_the_limit_stays_in_the_picture(opened: Any) -> None:
    before = count(opened)
    find(opened, "金花互助金")
    other = opened.inner_text("#panel h2")
    opened.keyboard.press("Escape")
    assert count(opened) == before + 1
    assert where(opened, other)
    opened.get_by_role("button", name="退出 已固定 1 个节点").click()
    assert count(opened) == before


def test_double_click_expands(opened: Any) -> None:
    before = count(opened)
    find(opened, "送温暖")
    opened.mouse.dblclick(*where(opened, "送温暖"))
    assert count(opened) >= before
    assert any(chip.startswith("已固定") for chip in chips(opened))


def test_all_shortest_paths_with_the_evidence_of_each_step(opened: Any) -> None:
    opened.get_by_role("button", name="路径", exact=True).click()
    opened.get_by_role("combobox", name="起点").fill("麻建军")
    opened.keyboard.press("Enter")
    opened.get_by_role("combobox", name="终点").fill("佛山市总工会")
    opened.keyboard.press("Enter")
    panel = opened.get_by_role("complementary", name="详情")
    told = re.search(r"(\d+) 条最短路径，各 (\d+) 步", panel.inner_text())
    assert told
    assert panel.get_by_role("heading", name="路径").count() == int(told[1])
    steps = panel.locator("ol").first.locator("> li")
    assert steps.count() == int(told[2]) + 1
    steps.first.locator("summary").first.click()
    assert steps.first.locator("blockquote mark").count() >= 1
    panel.get_by_role("button", name="互换").click()
    assert panel.locator("ol").first.locator("> li").first.inner_text().startswith("佛山市总工会")
    opened.keyboard.press("Escape")
    assert panel.is_hidden()


def test_the_ends_of_a_path_are_picked_in_the_graph(opened: Any) -> None:
    find(opened, NAMED)
    opened.keyboard.press("r")
    opened.mouse.click(*where(opened, "送温暖"))
    assert chips(opened) == [f"路径：{NAMED} — 送温暖"]
    assert opened.get_by_role("heading", name="路径 1").is_visible()


def test_a_path_to_itself_and_to_what_cannot_be_reached(opened: Any) -> None:
    find(opened, NAMED)
    opened.keyboard.press("r")
    opened.get_by_role("combobox", name="终点").fill(NAMED)
    opened.keyboard.press("Enter")
    assert "起点与终点相同" in opened.inner_text("#panel")
    opened.get_by_role("button", name="清除 终点").click()
    opened.get_by_role("combobox", name="终点").fill("姊妹园")
    opened.keyboard.press("Enter")
    assert "没有路径" in opened.inner_text("#panel")


def test_relations_only_and_reset(opened: Any) -> None:
    legend = opened.get_by_role("navigation", name="图例与筛选")
    whole = count(opened)
    legend.get_by_role("button", name="仅看任职").focus()
    opened.keyboard.press("Enter")
    assert count(opened) < whole
    assert not legend.get_by_role("checkbox", name="开展").is_checked()
    legend.get_by_role("button", name="重置").click()
    assert count(opened) == whole


def test_regions_as_a_tree(opened: Any) -> None:
    legend = opened.get_by_role("navigation", name="图例与筛选")
    whole = count(opened)
    legend.get_by_role("button", name="甘肃省").click()
    province = count(opened)
    find(opened, NAMED)
    opened.get_by_role("complementary", name="详情").get_by_role("button", name="天水市", exact=True).first.click()
    assert count(opened) < province < whole
    assert chips(opened) == ["甘肃省 › 天水市"]
    legend.get_by_role("button", name="全部地区").click()
    assert chips(opened) == []


def test_years_confidence_and_articles(opened: Any) -> None:
    legend = opened.get_by_role("navigation", name="图例与筛选")
    whole = count(opened)
    legend.get_by_role("slider", name="起始年份").press("ArrowRight")
    legend.get_by_role("slider", name="终止年份").press("ArrowLeft")
    assert chips(opened) == ["2017 — 2023 年"]
    for _ in range(10):
        legend.get_by_role("slider", name="可信度不低于").press("ArrowRight")
    legend.get_by_role("slider", name="报道不少于").press("ArrowRight")
    assert chips(opened)[1:] == ["可信度 ≥ 0.50", "≥ 2 篇"]
    assert 0 < count(opened) < whole
    legend.get_by_role("slider", name="可信度不低于").press("End")
    assert opened.inner_text("#shown") == "没有符合筛选条件的节点"
    for _ in range(3):
        opened.locator("#chips").get_by_role("button").first.click()
    assert count(opened) == whole


def test_isolated_nodes_on_demand(opened: Any) -> None:
    opened.get_by_role("button", name="全部显示").click()
    everything = count(opened)
    opened.get_by_role("checkbox", name="孤立节点").uncheck()
    assert count(opened) < everything


def test_the_map_shows_unions_and_on_demand_all_that_has_a_place(opened: Any) -> None:
    opened.keyboard.press("m")
    unions = count(opened)
    north, south = where(opened, "齐齐哈尔市总工会"), where(opened, "南宁市总工会")
    assert north[0] > south[0]
    assert north[1] < south[1]
    opened.get_by_role("checkbox", name="显示所有有地点的节点").check()
    assert count(opened) > unions
    assert opened.locator("#map-note").is_visible()


def test_pictures_are_saved_with_title_and_legend(opened: Any, tmp_path: Path) -> None:
    find(opened, NAMED)
    for name, path in (("存为 PNG 图片", tmp_path / "a.png"), ("存为 SVG 矢量图", tmp_path / "a.svg")):
        opened.get_by_role("button", name="保存").click()
        with opened.expect_download() as download:
            opened.get_by_role("menuitem", name=name).click()
        download.value.save_as(path)
    assert (tmp_path / "a.png").read_bytes().startswith(b"\x89PNG")
    drawing = (tmp_path / "a.svg").read_text(encoding="utf-8")
    assert "<title>示例</title>" in drawing
    assert all(f">{word}</text>" in drawing for word in ("工会", "任职", NAMED))


def test_an_address_brings_the_same_view_back(opened: Any, browser: Any) -> None:
    find(opened, NAMED)
    opened.keyboard.press("2")
    opened.get_by_role("checkbox", name="文件").uncheck()
    opened.get_by_role("button", name="放大").click()
    opened.get_by_role("button", name="English").click()
    at_rest(opened)
    other = browser.new_page(viewport={"width": 1280, "height": 800})
    other.goto(opened.evaluate("location.href"))
    for selector in ("#shown", "#panel h2", "#chips", "#bar"):
        assert other.inner_text(selector) == opened.inner_text(selector)
    assert where(other, NAMED) == pytest.approx(where(opened, NAMED), abs=1)
    assert not other.get_by_role("checkbox", name="Document").is_checked()
    other.close()


def test_back_and_forward_by_button_and_by_the_browser(opened: Any) -> None:
    find(opened, NAMED)
    find(opened, "甘肃省总工会")
    opened.get_by_role("button", name="后退").click()
    expect(opened.locator("#panel h2")).to_have_text(NAMED)
    opened.go_back()
    expect(opened.locator("#panel")).to_be_hidden()
    opened.keyboard.press("]")
    expect(opened.locator("#panel h2")).to_have_text(NAMED)


def test_a_changed_address_changes_the_view(opened: Any) -> None:
    find(opened, NAMED)
    address = opened.evaluate("location.hash")
    opened.keyboard.press("Escape")
    opened.evaluate("hash => { location.hash = hash; }", address)
    expect(opened.locator("#panel")).to_be_visible()
    assert opened.inner_text("#panel h2") == NAMED


def test_arrows_lead_from_node_to_node_and_enter_into_the_panel(opened: Any) -> None:
    opened.locator("#canvas").focus()
    opened.keyboard.press("ArrowRight")
    first = opened.inner_text("#panel h2")
    opened.keyboard.press("ArrowRight")
    second = opened.inner_text("#panel h2")
    assert first != second
    assert second in opened.inner_text("#live")
    opened.keyboard.press("Enter")
    assert opened.evaluate("document.querySelector('#panel').contains(document.activeElement)")


def test_every_mode_by_key_and_the_help(opened: Any) -> None:
    for key, name in (("m", "地图"), ("t", "表格"), ("c", "图表"), ("g", "关系图")):
        opened.keyboard.press(key)
        assert opened.locator("#modes").get_by_role("button", name=name).get_attribute("aria-pressed") == "true"
    opened.keyboard.press("?")
    assert opened.get_by_role("dialog", name="帮助").is_visible()
    opened.keyboard.press("Escape")
    assert opened.get_by_role("dialog", name="帮助").is_hidden()


def test_languages_and_looks(opened: Any) -> None:
    opened.get_by_role("button", name="English").click()
    assert opened.locator("html").get_attribute("lang") == "en"
    assert opened.get_by_role("checkbox", name="Union").is_visible()
    opened.get_by_role("button", name="Theme").click()
    assert opened.get_by_role("menuitemradio", name="As the system", checked=True).is_visible()
    opened.get_by_role("menuitemradio", name="Dark").click()
    ground = opened.evaluate("getComputedStyle(document.body).backgroundColor")
    assert ground == "rgb(20, 22, 26)"
    opened.get_by_role("button", name="Theme").click()
    assert opened.get_by_role("menuitemradio", checked=True).all_inner_texts() == ["Dark"]
    opened.keyboard.press("Escape")
    find(opened, NAMED)
    assert "Officials" in opened.inner_text("#panel")
    opened.get_by_role("button", name="中文").click()
    assert "任职人员" in opened.inner_text("#panel")


def test_on_a_phone_the_panel_is_a_sheet_and_the_legend_behind_a_button(opened: Any) -> None:
    opened.set_viewport_size({"width": 390, "height": 844})
    opened.reload()
    legend = opened.get_by_role("navigation", name="图例与筛选")
    assert legend.is_hidden()
    opened.get_by_role("button", name="图例与筛选").click()
    assert legend.is_visible()
    opened.get_by_role("button", name="图例与筛选").click()
    opened.get_by_role("combobox", name="搜索").fill(NAMED)
    opened.keyboard.press("Enter")
    sheet = opened.locator("#panel").bounding_box()
    assert sheet["x"] == 0
    assert sheet["width"] == 390
    assert sheet["y"] > 300
    assert opened.evaluate("document.documentElement.scrollWidth") <= 390


def test_it_works_in_a_frame_of_a_notebook(page: Any, built: Path, tmp_path: Path) -> None:
    (tmp_path / "frame.html").write_text("<!doctype html><meta charset=utf-8><iframe width=1000 height=700></iframe>", encoding="utf-8")
    page.goto((tmp_path / "frame.html").as_uri())
    page.evaluate("html => { document.querySelector('iframe').srcdoc = html; }", (built / "graph.html").read_text(encoding="utf-8"))
    frame = page.frame_locator("iframe")
    frame.get_by_role("combobox", name="搜索").fill(NAMED)
    frame.get_by_role("combobox", name="搜索").press("Enter")
    assert frame.locator("#panel h2").inner_text() == NAMED
    frame.get_by_role("button", name="后退").click()
    frame.locator("#panel").wait_for(state="hidden")


@pytest.mark.parametrize("mode", ["graph", "map"])
def test_where_nothing_passes_a_reset_is_at_hand(opened: Any, mode: str) -> None:
    opened.get_by_role("button", name={"graph": "关系图", "map": "地图"}[mode], exact=True).click()
    shown = count(opened)
    for box in opened.locator("#legend section").first.get_by_role("checkbox").all():
        box.uncheck()
    assert opened.inner_text("#shown") == "没有符合筛选条件的节点"
    opened.locator("#status").get_by_role("button", name="重置").click()
    assert count(opened) == shown
    expect(opened.locator("#status").get_by_role("button", name="重置")).to_have_count(0)
