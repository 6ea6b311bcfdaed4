"""Reading an article: opened at the evidence's sentence, mentions marked and leading to nodes, whatever stands in the text."""

from pathlib import Path
from typing import Any

import pytest

from tests.view.pages import HOSTILE, SENTENCE, TITLE, article, written


def opened(page: Any, address: str) -> Any:
    """The drawer, opened from the evidence of a figure."""
    page.goto(f"{address}#e=f0")
    page.get_by_role("button", name="阅读全文").click()
    return page.locator("#article")


def test_an_article_opens_at_the_sentence(page: Any, tmp_path: Path) -> None:
    drawer = opened(page, written(tmp_path, texts={"a#1": article()}))
    assert drawer.locator("h3").inner_text() == TITLE
    assert "示例日报" in drawer.inner_text()
    assert "记者 李晓东" in drawer.inner_text()
    assert "".join(drawer.locator("mark.sentence").all_inner_texts()) == SENTENCE
    box, mark = drawer.bounding_box(), drawer.locator("mark.sentence").first.bounding_box()
    assert box["y"] < mark["y"] < box["y"] + box["height"]
    drawer.locator("article").evaluate("box => box.scrollTo(0, 0)")
    drawer.get_by_role("button", name="回到依据句").click()
    assert drawer.locator("mark.sentence").first.bounding_box()["y"] < box["y"] + box["height"]


def test_mentions_are_marked_in_the_colours_of_their_types_and_lead_to_nodes(page: Any, tmp_path: Path) -> None:
    drawer = opened(page, written(tmp_path, texts={"a#1": article()}))
    mentions = drawer.locator("a.mention")
    assert mentions.all_inner_texts() == ["甲市总工会", "甲市总工会", "送温暖"]
    assert mentions.first.evaluate("mark => mark.style.getPropertyValue('--type')") == "#D55E00"
    mentions.nth(2).press("Enter")
    assert page.inner_text("#panel h2") == "送温暖"
    assert drawer.is_visible()


def test_escape_closes_the_drawer_and_gives_the_keyboard_back(page: Any, tmp_path: Path) -> None:
    drawer = opened(page, written(tmp_path, texts={"a#1": article()}))
    assert page.evaluate("document.activeElement.tagName") == "ARTICLE"
    page.keyboard.press("Escape")
    assert drawer.is_hidden()
    assert page.evaluate("document.activeElement.textContent") == "阅读全文"
    assert page.locator("#panel").is_visible()


def test_the_drawer_speaks_the_language_that_is_chosen(page: Any, tmp_path: Path) -> None:
    drawer = opened(page, written(tmp_path, texts={"a#1": article()}))
    page.get_by_role("button", name="English").click()
    assert "3 mentions" in drawer.inner_text()
    assert drawer.get_by_role("button", name="Back to the sentence").is_visible()


def test_without_texts_there_is_nothing_to_open(page: Any, tmp_path: Path) -> None:
    page.goto(written(tmp_path) + "#e=f0")
    assert page.locator("#panel blockquote").count() == 1
    assert page.get_by_role("button", name="阅读全文").count() == 0


MENTIONS = ((0, 5, "u1"), (2, 8, "u2"), (0, 500, "g1"), (7, 7, "u1"), (-3, 2, "u1"), (9, 12, "nobody"), (7, 9, "g1"))


@pytest.mark.parametrize("mentions", [MENTIONS, MENTIONS[::-1]])
def test_mentions_that_overlap_or_lie_outside_break_nothing(page: Any, tmp_path: Path, mentions: tuple[tuple[int, int, str], ...]) -> None:
    text = TITLE + "\n" + HOSTILE + "\n𬘓" + SENTENCE
    drawer = opened(page, written(tmp_path, texts={"a#1": article(text, mentions)}))
    assert drawer.locator("a.mention").all_inner_texts() == ["甲市总工会", "职工"]
    assert drawer.locator(".article-text").text_content() == HOSTILE + "𬘓" + SENTENCE
    assert "".join(drawer.locator("mark.sentence").all_inner_texts()) == SENTENCE
    assert page.evaluate("window.hit") is None
    assert drawer.locator("img").count() == 0


def test_a_sentence_that_the_text_lacks_is_told(page: Any, tmp_path: Path) -> None:
    drawer = opened(page, written(tmp_path, texts={"a#1": article("另一篇报道。", ((0, 2, "u1"),))}))
    assert "没有找到依据句" in drawer.inner_text()
    assert drawer.locator("h3").inner_text() == TITLE


def test_on_a_phone_the_article_fills_the_screen_and_makes_room(page: Any, tmp_path: Path) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    drawer = opened(page, written(tmp_path, texts={"a#1": article()}))
    assert drawer.bounding_box() == {"x": 0, "y": 0, "width": 390, "height": 844}
    drawer.locator("a.mention").last.click()
    assert drawer.is_hidden()
    assert page.inner_text("#panel h2") == "送温暖"
