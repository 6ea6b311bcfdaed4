"""What tests of the page share: a page in a real browser, which records all that it should not do."""

from collections.abc import Iterator
from typing import Any

import pytest


@pytest.fixture
def page(browser: Any) -> Iterator[Any]:
    """A new page that records in `seen` every request beyond the file itself, every console message and every error."""
    opened = browser.new_page(viewport={"width": 1280, "height": 800})
    opened.seen = []
    opened.on("request", lambda request: opened.seen.append(request.url) if not request.url.startswith(("file:", "blob:")) else None)
    opened.on("console", lambda message: opened.seen.append(message.text))
    opened.on("pageerror", lambda error: opened.seen.append(str(error)))
    yield opened
    assert opened.seen == []
    opened.close()
