"""Tables on the page: sorted, searched, copied, saved, printed; figures by program and year, officials by post."""

import csv
from pathlib import Path
from typing import Any

import pytest

from graphkit import view
from tests import synthetic
from tests.view.pages import HOSTILE, written


@pytest.fixture
def address(tmp_path: Path) -> str:
    return written(tmp_path)


def column(page: Any, name: str) -> list[str]:
    return [text.strip() for text in page.locator(f"#table tbody .col-{name}").all_inner_texts()]


def saved_rows(page: Any, path: Path) -> list[list[str]]:
    with page.expect_download() as download:
        page.get_by_role("button", name="存为 CSV").click()
    download.value.save_as(path)
    assert path.read_bytes().startswith(b"\xef\xbb\xbf")
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.reader(file))


def test_nodes_are_sorted_by_pinyin_and_by_number(page: Any, address: str) -> None:
    page.goto(address)
    page.get_by_role("button", name="表格", exact=True).click()
    assert column(page, "degree") == sorted(column(page, "degree"), key=int, reverse=True)
    heading = page.get_by_role("columnheader", name="名称")
    heading.get_by_role("button").click()
    assert heading.get_attribute("aria-sort") == "ascending"
    names = ["=1+1公司", "甲市总工会", "金秋助学", "钱秀英", "送温暖", "孙海燕", "乙市总工会", "赵建国"]
    assert column(page, "name") == names
    page.keyboard.press("Enter")
    assert heading.get_attribute("aria-sort") == "descending"
    assert column(page, "name") == names[::-1]


def test_a_row_leads_to_its_node_and_is_marked(page: Any, address: str) -> None:
    page.goto(f"{address}#m=table")
    row = page.locator("#table tbody tr", has_text="金秋助学")
    row.locator(".col-type").click()
    assert page.inner_text("#panel h2") == "金秋助学"
    assert row.get_attribute("aria-current") == "true"
    page.locator("#table tbody").get_by_role("button", name="送温暖").press("Enter")
    assert page.inner_text("#panel h2") == "送温暖"
    assert row.get_attribute("aria-current") is None


def test_arrows_lead_from_tab_to_tab_and_from_row_to_row(page: Any, address: str) -> None:
    page.goto(f"{address}#m=table")
    page.get_by_role("tab", name="节点").focus()
    page.keyboard.press("ArrowRight")
    assert page.get_by_role("tab", name="关系").get_attribute("aria-selected") == "true"
    assert page.evaluate("document.activeElement.id") == "tab-edges"
    first = page.locator("#table tbody tr").nth(0).locator(".col-head button")
    first.focus()
    page.keyboard.press("ArrowDown")
    assert page.evaluate("document.activeElement.closest('tr').rowIndex") == 2


def test_rows_are_found_and_what_is_found_is_saved(page: Any, address: str, tmp_path: Path) -> None:
    page.goto(f"{address}#m=table&b=edges")
    page.get_by_label("在表中查找").fill("主席")
    assert "符合 3 / 10 行" in page.inner_text("#table .status")
    rows = saved_rows(page, tmp_path / "found.csv")
    assert rows[0][:4] == ["起点", "关系", "终点", "内容"]
    assert sorted(row[3] for row in rows[1:]) == ["主席", "主席", "副主席"]
    page.get_by_label("在表中查找").fill("没有这个")
    assert "没有符合的行" in page.inner_text("#table")


def test_nothing_that_is_saved_runs_in_a_spreadsheet(page: Any, address: str, tmp_path: Path) -> None:
    page.goto(f"{address}#m=table")
    rows = saved_rows(page, tmp_path / "nodes.csv")
    assert "'=1+1公司" in [row[0] for row in rows]
    assert len(rows) == 9


@pytest.mark.parametrize("has_clipboard", [True, False])
def test_a_table_is_copied(browser: Any, address: str, has_clipboard: bool) -> None:
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    if not has_clipboard:
        context.add_init_script("Object.defineProperty(navigator, 'clipboard', {value: undefined})")
    page = context.new_page()
    page.goto(f"{address}#m=table&b=posts")
    page.get_by_role("button", name="复制", exact=True).click()
    page.get_by_text("已复制 3 行").wait_for()
    page.fill("#search", "")
    page.focus("#search")
    page.keyboard.press("Control+V")
    pasted = page.input_value("#search")  # a line break in an input is a blank
    assert pasted.startswith("人物\t职务\t最早见于")
    assert "钱秀英\t主席" in pasted
    context.close()


def test_figures_stand_by_program_and_year_and_open_their_evidence(page: Any, address: str) -> None:
    page.goto(f"{address}#n=u1")
    page.locator("#panel .looks").get_by_role("button", name="表格").first.click()
    page.get_by_role("tab", name="项目数据").click()
    page.locator("#subject").select_option(label="甲市总工会（4）")
    headings = page.locator("#table thead th").all_inner_texts()
    assert headings == ["项目", "2018", "2019", "2020"]
    cells = page.locator("#table tbody tr", has_text="送温暖").locator("td").all_inner_texts()
    assert [cell.split() for cell in cells] == [["筹集1100万元", "筹集1200万元"], [], ["惠及超1.2万人次"]]
    page.get_by_role("button", name="筹集1200万元").click()
    assert "1100万元" in page.inner_text("#panel blockquote")


def test_officials_stand_in_the_order_of_their_posts(page: Any, address: str) -> None:
    page.goto(f"{address}#m=table&b=posts&s=u1")
    assert column(page, "person") == ["孙海燕", "钱秀英", "赵建国"]
    assert column(page, "first") == ["2016-05-06", "2019-03-04", "2017-01-02"]


def test_the_address_brings_a_table_back(page: Any, address: str) -> None:
    page.goto(f"{address}#m=table")
    page.get_by_role("tab", name="项目数据").click()
    page.locator("#subject").select_option(label="乙市总工会（2）")
    page.goto("about:blank")
    page.go_back()
    assert page.locator("#subject").locator("option:checked").inner_text() == "乙市总工会（2）"
    page.reload()
    assert page.locator("#subject").locator("option:checked").inner_text() == "乙市总工会（2）"
    assert page.get_by_role("tab", name="项目数据").get_attribute("aria-selected") == "true"


def test_tables_speak_english(page: Any, address: str) -> None:
    page.goto(f"{address}#m=table&b=figures&s=u2&lang=en")
    assert "raised 5,000,000–6,000,000 yuan" in page.inner_text("#table")
    assert page.get_by_role("tab", name="Officials").is_visible()


def test_hostile_names_are_text_in_tables(page: Any, tmp_path: Path) -> None:
    page.goto(written(tmp_path, {"u1": HOSTILE, "g1": HOSTILE, "p1": HOSTILE}) + "#m=table")
    for tab in ("节点", "关系", "项目数据", "任职名单"):
        page.get_by_role("tab", name=tab).click()
        assert "</script>" in page.inner_text("#table")
    assert page.evaluate("window.hit") is None
    assert page.locator("#table img, #table a").count() == 0


def test_all_nodes_can_be_listed(page: Any, built: Path) -> None:
    page.goto((built / "graph.html").as_uri() + "#m=table&l=60")
    assert page.inner_text("#table .status") == "60 行"
    page.get_by_role("button", name="全部显示").click()
    assert page.locator("#all-rows").count() == 0
    assert int(page.get_by_role("table").get_attribute("aria-rowcount")) > 400


@pytest.mark.slow
def test_thousands_of_rows_come_as_they_are_scrolled_to(page: Any, tmp_path: Path) -> None:
    graph, evidence = synthetic.graph(10_000, 30_000)
    places = {name: (number % 100 * 50.0, number // 100 * 50.0) for number, name in enumerate(sorted(graph))}
    view.write_page(graph, places, evidence, tmp_path / "graph.html")
    page.goto((tmp_path / "graph.html").as_uri() + "#m=table&b=edges&l=10000&i=1")
    rows = page.locator("#table tbody tr")
    assert page.get_by_role("table").get_attribute("aria-rowcount") == "30001"
    assert rows.count() == 100
    page.locator("#table .table-scroller").evaluate("box => box.scrollTo(0, 1e9)")
    rows.nth(499).wait_for(state="attached")
    took = page.evaluate(
        "() => { const start = performance.now(); document.querySelector('.col-head button').click(); return performance.now() - start }"
    )
    assert took < 1000
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert rows.count() == 5000
    assert "5,000" in page.locator("#table .print-note").text_content()
