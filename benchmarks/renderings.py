"""Does the layout cost anything? python benchmarks/renderings.py [GOLD_DIR CORPUS_DIR]

The evaluation articles are read as they were written, in full-width and in half-width punctuation, and set as newspaper pages whose
columns cut them anywhere; F1 of each rendering against the same gold. Then three articles at a time are set on one page, with captions,
slogan boxes, heads, repeats at a break and columns of short items between them, against the same articles read one by one. With a
folder of gold files and one of pages, those too.
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
from tests.crowded import Crowded
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
ON_A_PAGE = 3
KINDS = ("plain", "columns", "captions", "half-width", "repeats", "wrapped", "crowded")
OF_PAGES = ("as written", "full width", "half width")


def report(gold: list[dict], paths: list[Path], renderings: Iterator[str]) -> None:
    find = finder()
    print(f"{len(paths)} files".ljust(20) + "".join(f"{level:>12}" for level in LEVELS))
    for name in renderings:
        sources = (SourceText(path.stem, path.name, RENDERINGS[name](path)) for path in paths)
        result = evaluate(gold, (extract.document(source, find(segment(source))) for source in sources))
        print(f"{name:20}" + "".join(f"{result[level]['micro'].f1:12.3f}" for level in LEVELS))


def merged(name: str, documents: list[dict]) -> dict:
    """Several documents as one: what bears one name is one entity."""
    entities: dict[tuple[str, str], dict] = {}
    relations = []
    for document in documents:
        own = {}
        for entity in document["entities"]:
            key = entity["type"], entity["name"]
            known = entities.setdefault(key, {**entity, "id": f"m{len(entities)}", "mentions": []})
            known["mentions"] = sorted({*known["mentions"], *entity.get("mentions", ())})
            for mark in ("optional", "implied"):
                known[mark] = bool(known.get(mark)) and bool(entity.get(mark))
            own[entity["id"]] = known["id"]
        relations += [{**relation, "head": own[relation["head"]], "tail": own[relation["tail"]]} for relation in document["relations"]]
    return {"id": name, "entities": list(entities.values()), "relations": relations}


def report_pages(gold: list[dict], paths: list[Path]) -> None:
    """Several articles on one page, in every kind of noise."""
    find = finder()
    known = {document["id"]: document for document in gold}
    pages = [paths[first : first + ON_A_PAGE] for first in range(0, len(paths), ON_A_PAGE)]
    wanted = [merged(f"page{number}", [known[path.stem] for path in page]) for number, page in enumerate(pages)]
    print(f"{len(pages)} pages".ljust(20) + "".join(f"{level:>12}" for level in LEVELS))

    def told(name: str, found: Iterator[dict]) -> None:
        result = evaluate(wanted, found)
        print(f"{name:20}" + "".join(f"{result[level]['micro'].f1:12.3f}" for level in LEVELS))

    def read(text: str, name: str) -> dict:
        source = SourceText(name, f"{name}.txt", text)
        return extract.document(source, find(segment(source)))

    told(
        "one by one",
        (merged(f"page{n}", [read(path.read_text(encoding="utf-8"), path.stem) for path in page]) for n, page in enumerate(pages)),
    )
    for kind in KINDS:
        told(kind, (on_a_page(read, kind, page, number) for number, page in enumerate(pages)))


def on_a_page(read: Callable[[str, str], dict], kind: str, paths: list[Path], number: int) -> dict:
    """What is found on a page, less the names that only the captions and boxes hold which the page was given: no gold speaks of them."""
    articles = [article for path in paths if (article := known_article(path))]
    text, given = set_page(kind, articles, number)
    document = read(text, f"page{number}")
    inside = {
        entity["id"]
        for entity in document["entities"]
        if entity["spans"] and all(any(start <= span["start"] < end for start, end in given) for span in entity["spans"])
    }
    document["entities"] = [entity for entity in document["entities"] if entity["id"] not in inside]
    document["relations"] = [fact for fact in document["relations"] if not inside & {fact["head"], fact["tail"]}]
    return document


def set_page(kind: str, articles: list, number: int) -> tuple[str, list[tuple[int, int]]]:
    """The text of a page with all of the articles, and where what was put between them stands."""
    chance = random.Random(f"{kind} {number}")
    setter = (Crowded if kind == "crowded" else Setter)(kind, chance)
    for article in articles:
        setter.article(article)
    text = setter.page.text.translate(NARROW) if kind == "half-width" else setter.page.text
    own = {part for article in articles for _, part in article.parts}
    return text, [(start, end) for start, end in setter.page.captions if setter.page.text[start:end] not in own]


def main() -> None:
    """Print one table a set."""
    paths = [path for path in sorted((ROOT / "models/evaluation").rglob("*.txt")) if known_article(path) is not None]
    names = {path.stem for path in paths}
    gold = [document for half in ("look", "scored") for document in read_gold(ROOT / "models/evaluation" / half) if document["id"] in names]
    report(gold, paths, iter(RENDERINGS))
    report_pages(gold, paths)
    if len(sys.argv) > 2:
        report(read_gold(Path(sys.argv[1])), sorted(Path(sys.argv[2]).glob("*.txt")), iter(OF_PAGES))


if __name__ == "__main__":
    main()
