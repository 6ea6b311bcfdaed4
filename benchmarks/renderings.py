"""Does the layout cost anything? python benchmarks/renderings.py [GOLD_DIR CORPUS_DIR]

The evaluation articles are read as they were written, in full-width and in half-width punctuation, and set as newspaper pages whose
columns cut them anywhere; F1 of each rendering against the same gold. With a folder of gold files and one of pages, those too.
"""

import random
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from graphkit import extract
from graphkit.evaluate import LEVELS, evaluate, read_gold
from graphkit.pipeline import finder
from graphkit.records import SourceText
from graphkit.segment import segment
from tests.newspaper import NARROW, known_article
from tests.typesetting import Setter

ROOT = Path(__file__).parents[1]
WIDE = str.maketrans({narrow: chr(wide) for wide, narrow in NARROW.items() if wide > 127})


def cut(kind: str) -> Callable[[Path], str]:
    def render(path: Path) -> str:
        known = known_article(path)
        setter = Setter(kind, random.Random(f"{kind} {path.stem}"))
        if known is not None:
            setter.article(known)
        return setter.page.text.translate(NARROW) if kind == "half-width" else setter.page.text

    return render


RENDERINGS: dict[str, Callable[[Path], str]] = {
    "as written": lambda path: path.read_text(encoding="utf-8"),
    "full width": lambda path: path.read_text(encoding="utf-8").translate(WIDE),
    "half width": lambda path: path.read_text(encoding="utf-8").translate(NARROW),
    "cut by columns": cut("columns"),
    "wrapped": cut("wrapped"),
}
OF_PAGES = ("as written", "full width", "half width")


def report(gold: list[dict], paths: list[Path], renderings: Iterator[str]) -> None:
    find = finder()
    print(f"{len(paths)} files".ljust(20) + "".join(f"{level:>12}" for level in LEVELS))
    for name in renderings:
        sources = (SourceText(path.stem, path.name, RENDERINGS[name](path)) for path in paths)
        result = evaluate(gold, (extract.document(source, find(segment(source))) for source in sources))
        print(f"{name:20}" + "".join(f"{result[level]['micro'].f1:12.3f}" for level in LEVELS))


def main() -> None:
    """Print one table a set."""
    paths = [path for path in sorted((ROOT / "models/evaluation").rglob("*.txt")) if known_article(path) is not None]
    names = {path.stem for path in paths}
    gold = [document for half in ("look", "scored") for document in read_gold(ROOT / "models/evaluation" / half) if document["id"] in names]
    report(gold, paths, iter(RENDERINGS))
    if len(sys.argv) > 2:
        report(read_gold(Path(sys.argv[1])), sorted(Path(sys.argv[2]).glob("*.txt")), iter(OF_PAGES))


if __name__ == "__main__":
    main()
