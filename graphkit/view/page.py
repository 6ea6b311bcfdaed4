"""Writing the page: data, style and scripts in one file that asks nothing of any host."""

import base64
import hashlib
import json
from collections.abc import Mapping, Sequence
from importlib.resources import files
from pathlib import Path
from typing import Any

from jinja2 import Environment

from graphkit import store
from graphkit.files import replacing
from graphkit.graph import Graph
from graphkit.layout import Positions
from graphkit.view.data import page_data

LAZY = ("evidence", "texts")  # what the page reads only when it is asked for: in elements of their own


def write_page(
    graph: Graph,
    positions: Positions,
    evidence: Mapping[str, Sequence[store.Evidence]],
    path: Path,
    texts: Mapping[str, store.Text] | None = None,
) -> None:
    """Write the page of a graph, with the whole articles where `texts` gives them."""
    html = render(page_data(graph, positions, evidence, texts))
    with replacing(path) as beside:
        beside.write_text(html, encoding="utf-8", newline="\n")


def render(data: Mapping[str, Any]) -> str:
    """The page as text; nothing in the data can end the data's element or run."""
    folder = files("graphkit") / "view"
    style, more, script = ((folder / name).read_text(encoding="utf-8") for name in ("page.css", "parts.css", "page.js"))
    style += more
    environment = Environment(autoescape=True, keep_trailing_newline=True)
    template = environment.from_string((folder / "page.html").read_text(encoding="utf-8"))
    hashes = {"style_hash": _hash(style), "script_hash": _hash(script)}
    parts = {"data": embedded({name: part for name, part in data.items() if name not in LAZY})}
    parts |= {name: embedded(data[name]) for name in LAZY}
    return template.render(title=data["title"], style=style, script=script, **parts, **hashes)


def embedded(data: Any) -> str:
    """JSON that can stand inside a script element: no <, no line separators that JavaScript would stumble over."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    text = text.encode("utf-8", "replace").decode("utf-8")
    return text.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")


def _hash(text: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
