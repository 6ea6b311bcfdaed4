"""Versions, and the model card in short."""

import json
import platform
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, version

from graphkit import __version__, annotate, models

PACKAGES = ("spacy", "spacy-pkuseg", "networkx", "pyvis", "igraph")


def lines() -> Iterator[str]:
    """What `graphkit info` prints."""
    yield f"graphkit {__version__}, Python {platform.python_version()}, {platform.system()}"
    yield ", ".join(f"{name} {_version(name)}" for name in PACKAGES)
    path = models.find(annotate.MODEL)
    meta = json.loads((path / "meta.json").read_text(encoding="utf-8"))
    size = sum(file.stat().st_size for file in path.rglob("*") if file.is_file()) / 1e6
    yield f"model {annotate.model_version()}: {size:.1f} MB, trained parts {', '.join(meta['pipeline'])}"
    yield meta.get("description", "")
    scores = meta.get("performance", {})
    yield ", ".join(
        f"{name} {scores[name]:.3f}" for name in ("ents_p", "ents_r", "ents_f", "tag_acc") if isinstance(scores.get(name), float)
    )
    yield f"licence {meta.get('license', '')}; data and terms: models/README.md"


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return "missing"
