"""Screenshots of the main views, kept in `test-artefacts/` to be looked at; what a machine can tell of them is asserted here."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import expect

from tests.conftest import ROOT
from tests.view.pages import article, at_rest, find, written

ARTEFACTS = ROOT / "test-artefacts"
NAMED = "天水市总工会"
WIDE, PHONE = {"width": 1280, "height": 800}, {"width": 390, "height": 844}


def panel(page: Any) -> None:
    find(page, NAMED)
    page.locator("#panel summary").first.click()


def search(page: Any) -> None:
    page.get_by_role("combobox", name="搜索").fill("省总")


def focus(page: Any) -> None:
    find(page, NAMED)
    page.keyboard.press("1")


def path(page: Any) -> None:
    find(page, NAMED)
    page.keyboard.press("r")
    page.keyboard.type("佛山市总工会")
    page.keyboard.press("Enter")


def menu(page: Any) -> None:
    page.get_by_role("button", name="外观").click()


def legend(page: Any) -> None:
    page.get_by_role("button", name="图例与筛选").click()


def nothing(page: Any) -> None:
    """As it opens."""


VIEWS: dict[str, tuple[str, Callable[[Any], None]]] = {
    "opening": ("", nothing),
    "search": ("", search),
    "panel": ("", panel),
    "focus": ("", focus),
    "path": ("", path),
    "all": ("l=100000&i=1", nothing),
    "map": ("m=map", nothing),
    "nodes": ("m=table", nothing),
    "figures": ("m=table&b=figures", nothing),
    "chart": ("m=chart", nothing),
    "english": ("lang=en", panel),
    "theme": ("", menu),
    "nothing": ("t=UNION,ORG,PERSON,REGION,PROGRAM,HONOR,DOC", nothing),
    "nothing-on-the-map": ("m=map&t=UNION", nothing),
}
# What sticks out of the window, or is cut in its own box, though it should be read whole
CUT = """() => [...document.querySelectorAll('button, h1, h2, h3, label, summary, .chip, #status, #map-note')].filter(one => {
    const { left, right, width } = one.getBoundingClientRect();
    if (!width || one.closest('.table-scroller, .tabs, #title')) return false;
    return left < -1 || right > innerWidth + 1 || (one.tagName === 'BUTTON' && one.scrollWidth > one.clientWidth + 1);
}).map(one => one.outerHTML.slice(0, 160))"""


# Boxes that stand over the picture must not stand over one another
OVER = """() => { const boxes = [...document.querySelectorAll('#status, #zoom, #map-note, .chip')].map(one => one.getBoundingClientRect())
        .filter(({ width }) => width);
    return boxes.some((one, at) => boxes.slice(at + 1).some(two => one.left < two.right && two.left < one.right
        && one.top < two.bottom && two.top < one.bottom)) }"""


def shoot(page: Any, name: str, **how: Any) -> None:
    at_rest(page)
    ARTEFACTS.mkdir(exist_ok=True)
    page.screenshot(path=ARTEFACTS / f"{name}.png", **how)
    assert page.evaluate(CUT) == []
    assert not page.evaluate(OVER)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


@pytest.mark.parametrize("look", ["light", "dark"])
@pytest.mark.parametrize("name", list(VIEWS))
def test_a_view_at_a_desk(page: Any, built: Path, name: str, look: str) -> None:
    hash_, act = VIEWS[name]
    page.emulate_media(color_scheme=look)
    page.goto(f"{(built / 'graph.html').as_uri()}#{hash_}")
    act(page)
    shoot(page, f"{name}-{look}")


@pytest.mark.parametrize("name", ["opening", "panel", "path", "map", "nodes", "chart", "legend"])
def test_a_view_on_a_phone(page: Any, built: Path, name: str) -> None:
    hash_, act = VIEWS.get(name, ("", legend))
    page.set_viewport_size(PHONE)
    page.goto(f"{(built / 'graph.html').as_uri()}#{hash_}")
    act(page)
    shoot(page, f"{name}-phone")


@pytest.mark.parametrize(("size", "look"), [(WIDE, "light"), (WIDE, "dark"), (PHONE, "light")])
def test_an_article(page: Any, tmp_path: Path, size: dict[str, int], look: str) -> None:
    page.set_viewport_size(size)
    page.emulate_media(color_scheme=look)
    page.goto(written(tmp_path, texts={"a#1": article()}) + "#e=f0")
    page.get_by_role("button", name="阅读全文").click()
    expect(page.locator("mark.sentence").first).to_be_in_viewport()
    shoot(page, f"article-{look}-{size['width']}")


def test_print_holds_picture_and_panel_and_no_tools(page: Any, built: Path) -> None:
    page.goto((built / "graph.html").as_uri())
    panel(page)
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    expect(page.locator("#paper")).to_be_visible()
    expect(page.locator("#panel blockquote").first).to_be_visible()
    for part in ("#bar", "#legend", "#stage", "#panel .actions"):
        expect(page.locator(part)).to_be_hidden()
    shoot(page, "print", full_page=True)
    page.pdf(path=ARTEFACTS / "print.pdf", format="A4")
    assert (ARTEFACTS / "print.pdf").read_bytes().startswith(b"%PDF")


@pytest.mark.slow
@pytest.mark.parametrize("name", ["opening", "all", "map", "nodes", "chart"])
def test_a_view_of_10000_nodes(page: Any, large: str, name: str) -> None:
    page.goto(f"{large}#{VIEWS[name][0]}")
    shoot(page, f"{name}-10000")
