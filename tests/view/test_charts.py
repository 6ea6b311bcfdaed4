"""Charts on the page: one kind and unit at a time, nothing added up, every bar opens its evidence, and a table tells the same."""

from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from tests.view.pages import HOSTILE, written


@pytest.fixture
def address(tmp_path: Path) -> str:
    return written(tmp_path)


def told(page: Any) -> list[str]:
    return [str(text) for text in page.locator("#chart .told").all_text_contents()]


def test_a_program_is_drawn_by_year_and_by_union(page: Any, address: str) -> None:
    page.goto(f"{address}#n=g1")
    page.locator("#panel .looks").get_by_role("button", name="图表").click()
    assert page.inner_text("#chart h2") == "送温暖：筹集（元）"
    assert told(page) == ["1100万元", "1200万元", "500万元至600万元"]
    assert page.locator("#chart svg .heading").all_text_contents() == ["2018", "2019"]
    page.get_by_role("button", name="按单位").click()
    assert page.locator("#chart svg .heading").all_text_contents() == ["甲市总工会", "乙市总工会"]
    assert told(page) == ["1100万元", "1200万元", "500万元至600万元"]


def test_sums_and_other_units_stand_in_charts_of_their_own(page: Any, address: str) -> None:
    page.goto(f"{address}#m=chart&s=g1")
    assert [text.split("（")[0] for text in page.locator("#series option").all_inner_texts()] == ["筹集", "惠及", "累计筹集"]
    page.locator("#series").select_option(label="累计筹集（元）（1）")
    assert told(page) == ["9000万元"]
    assert page.locator("#chart svg.cumulative").count() == 1
    page.locator("#series").select_option(label="惠及（人次）（1）")
    assert told(page) == ["超1.2万人次"]
    assert "尖头：超过" in page.inner_text(".chart-key")


def test_bars_are_as_long_as_their_values(page: Any, address: str) -> None:
    page.goto(f"{address}#m=chart&s=g1")
    widths = [box["width"] for box in (bar.bounding_box() for bar in page.locator("#chart .solid").all())]
    assert widths[0] / widths[1] == pytest.approx(11 / 12, rel=0.01)
    striped = page.locator("#chart .range").bounding_box()["width"]
    assert striped / widths[2] == pytest.approx(1 / 5, rel=0.05)


def test_a_bar_opens_its_evidence_by_click_and_by_key(page: Any, address: str) -> None:
    page.goto(f"{address}#m=chart&s=g1")
    page.locator("#chart .bar").first.click()
    assert "1100万元" in page.inner_text("#panel dl")
    assert page.locator("#panel blockquote").count() == 1
    page.locator("#chart .bar").nth(2).focus()
    page.keyboard.press("Enter")
    assert "500万元至600万元" in page.inner_text("#panel dl")


def test_the_table_tells_what_the_chart_draws(page: Any, address: str) -> None:
    page.goto(f"{address}#m=chart&s=g1")
    assert page.locator("#chart tbody .col-figure").all_inner_texts() == told(page)
    assert page.locator("#chart tbody .col-period").all_inner_texts() == ["2018年", "2018年", "2019年"]


def test_the_address_brings_a_chart_back(page: Any, address: str) -> None:
    page.goto(f"{address}#m=chart&s=g1")
    page.locator("#series").select_option(label="累计筹集（元）（1）")
    page.get_by_role("button", name="按单位").click()
    page.reload()
    assert told(page) == ["9000万元"]
    assert page.get_by_role("button", name="按单位").get_attribute("aria-pressed") == "true"


def test_filters_hold_for_charts(page: Any, address: str) -> None:
    page.goto(f"{address}#m=chart&s=g1&c=0.95")
    assert "没有项目数据" in page.inner_text("#chart")


@pytest.mark.parametrize("width", [360, 760, 1280])
def test_nothing_sticks_out_of_the_drawing(page: Any, address: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(f"{address}#m=chart&s=g1")
    page.locator("#chart svg").wait_for()
    outside = """() => { const box = document.querySelector('#chart svg').getBoundingClientRect();
        return [...document.querySelectorAll('#chart svg text')].map(text => text.getBoundingClientRect())
            .filter(text => text.left < box.left - 1 || text.right > box.right + 1 || text.bottom > box.bottom + 1).length }"""
    assert page.evaluate(outside) == 0
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_a_chart_is_saved_as_it_looks(page: Any, tmp_path: Path) -> None:
    page.goto(written(tmp_path, {"u1": HOSTILE}) + "#m=chart&s=g1")
    for ending, name in (("svg", "存为 SVG 矢量图"), ("png", "存为 PNG 图片")):
        with page.expect_download() as download:
            page.locator("#chart").get_by_role("button", name=name).click()
        assert download.value.suggested_filename == f"送温暖：筹集（元）.{ending}"
        download.value.save_as(tmp_path / f"chart.{ending}")
    root = etree.parse(str(tmp_path / "chart.svg")).getroot()
    assert "</script>" in str(root.xpath("string()"))
    assert {etree.QName(element).localname for element in root.iter()} <= {"svg", "g", "rect", "path", "line", "text", "defs", "pattern"}
    solid = root.find(".//{*}path[@class='solid']")
    assert solid is not None
    assert solid.get("fill") == "rgb(0, 114, 178)"
    assert (tmp_path / "chart.png").read_bytes().startswith(b"\x89PNG")
    assert page.evaluate("window.hit") is None
