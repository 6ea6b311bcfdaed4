"""The page where its room changes: in a frame, as notebooks show it, and behind tables."""

from html import escape
from pathlib import Path
from typing import Any

import pytest

NAMES = ("甘肃省总工会", "宁波市总工会")


def across(frame: Any) -> float:
    """How far apart two nodes of the sample stand on the screen, in pixels."""
    frame.evaluate("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")
    one, two = (frame.evaluate("(name) => graphkit.where(name)", name) for name in NAMES)
    return float(abs(one["x"] - two["x"]) + abs(one["y"] - two["y"]))


@pytest.mark.parametrize("before", ["display:none", "width:300px;height:150px"])
def test_a_frame_that_gets_its_room_late_shows_the_whole_graph(built: Path, browser: Any, tmp_path: Path, before: str) -> None:
    page = browser.new_page(viewport={"width": 1200, "height": 800})
    source = escape((built / "graph.html").read_text(encoding="utf-8"))
    frame = f'<iframe sandbox="allow-scripts" style="{before}" srcdoc="{source}"></iframe>'
    outside = tmp_path / "outside.html"
    outside.write_text(f'<!doctype html><meta charset="utf-8">{frame}', encoding="utf-8")
    page.goto(outside.as_uri())
    page.evaluate("document.querySelector('iframe').style = 'width:1100px;height:700px'")
    inside = page.frames[1]
    inside.wait_for_selector("#canvas", state="visible")
    inside.wait_for_selector("#shown:not(:empty)")
    assert across(inside) > 100
    page.close()


def test_the_graph_has_its_room_back_when_tables_are_closed(built: Path, browser: Any) -> None:
    page = browser.new_page(viewport={"width": 1200, "height": 800})
    page.goto((built / "graph.html").as_uri())
    page.get_by_role("button", name="表格", exact=True).click()
    page.get_by_role("button", name="关系图", exact=True).click()
    page.wait_for_selector("#canvas", state="visible")
    assert across(page) > 100
    page.close()
