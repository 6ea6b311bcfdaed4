"""What tests of the page share: a page in a real browser, which records all that it should not do."""

from collections.abc import Iterator
from typing import Any

import pytest

from graphkit import view
from graphkit.layout import positions
from tests import synthetic


def watched(opened: Any) -> Any:
    """A page that records in `seen` every request beyond the file itself, every message, error, dialog and window of its own."""

    def dialog(box: Any) -> None:
        opened.seen.append(f"dialog: {box.message}")
        box.dismiss()

    opened.seen = []
    opened.on("request", lambda request: opened.seen.append(request.url) if not request.url.startswith(("file:", "blob:")) else None)
    opened.on("console", lambda message: opened.seen.append(message.text))
    opened.on("pageerror", lambda error: opened.seen.append(error.stack or str(error)))
    opened.on("popup", lambda popup: opened.seen.append(f"window: {popup.url}"))
    opened.on("dialog", dialog)
    return opened


@pytest.fixture
def page(browser: Any) -> Iterator[Any]:
    """A new page that must not do anything of what it is watched for."""
    opened = watched(browser.new_page(viewport={"width": 1280, "height": 800}))
    yield opened
    assert opened.seen == []
    opened.close()


@pytest.fixture(scope="session")
def large(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The address of a page of 10,000 nodes and 30,000 edges."""
    graph, evidence = synthetic.graph(10_000, 30_000)
    path = tmp_path_factory.mktemp("large") / "graph.html"
    view.write_page(graph, positions(graph), evidence, path)
    return path.as_uri()
