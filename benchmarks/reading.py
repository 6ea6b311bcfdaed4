"""How fast documents are read and segmented, on one core: python benchmarks/reading.py [CORPUS_DIR]

The articles of models/evaluation are written as files of each format, read from disk and segmented: text; web pages and Word
documents, plain ones and such as users have (some 100 KB of menus, scripts and lists round the article; thousands of
characters in styled runs, with boxes and a table); pages of newspapers in five dense columns as PDF. Generated pages, whose
short lines cost the most, follow, and the files of CORPUS_DIR. The best of three runs counts; nothing that was worked out
for a text is kept from one run to the next.
"""

import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from inspect import signature
from itertools import cycle, islice
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from graphkit.read import documents
from graphkit.records import SourceText
from graphkit.segment import segment
from tests.docs import styled
from tests.newspaper import known_articles, pages
from tests.pdfs import columns
from tests.read.sites import heavy

ROOT = Path(__file__).parents[1]
PAGE = "<html><head><title>{0}</title></head><body><nav><a href='/'>首页</a></nav><article><h1>{0}</h1>{1}</article></body></html>"
FULL = {"width": 20, "rows": 85, "count": 5, "apart": True}  # a page of 7,000 characters
BOXES = ("中国梦 劳动美", "劳动最光荣")
ROWS = (("项目", "金额（万元）", "人数"), *((f"第{number}项", str(number * 5), str(number * 100)) for number in range(1, 20)))

Lines = Sequence[str]


def web_page(lines: Lines) -> bytes:
    """A page that holds little but the article."""
    return PAGE.format(lines[0], "".join(f"<p>{line}</p>" for line in lines[1:])).encode()


WRITERS: dict[str, tuple[str, Callable[[Lines], bytes]]] = {
    "text": ("txt", lambda lines: "\n".join(lines).encode()),
    "web page": ("html", web_page),
    "union's site": ("html", lambda lines: heavy(lines[0], lines[1:]).encode()),
    "Word": ("docx", lambda lines: styled(lines[0], lines[1:], run=10**6)),
    "Word, a report": ("docx", lambda lines: styled(lines[0], lines[1:], boxes=BOXES, rows=ROWS)),
    "PDF, a page": ("pdf", lambda lines: columns(lines, **FULL)),
}
LENGTHS = {"Word, a report": 4000, "PDF, a page": 7000}  # characters that articles are put together to


def texts(articles: Sequence[list[str]], length: int) -> Iterator[list[str]]:
    """As many texts as there are articles, each of so many characters or one article long."""
    for number in range(len(articles)):
        lines: list[str] = []
        for article in islice(cycle(articles), number, None):
            lines += article
            if sum(map(len, lines)) >= length:
                break
        while len(lines) > 2 and length and sum(map(len, lines[:-1])) > length:
            lines.pop()
        yield lines


def forget() -> None:
    """Empty what the segmenter keeps of the texts that it has seen; its tables, which take no argument, stay."""
    modules = [module for name, module in sys.modules.items() if name.startswith("graphkit.segment.")]
    for value in (value for module in modules for value in vars(module).values()):
        if hasattr(value, "cache_clear") and signature(value).parameters:
            value.cache_clear()


def read_all(folder: Path) -> tuple[int, int, float]:
    """Documents, characters and seconds of one run."""
    forget()
    start = time.process_time()
    found = [document for document in documents([folder]) if isinstance(document, SourceText)]
    for source in found:
        segment(source)
    return len(found), sum(len(source.text) for source in found), time.process_time() - start


def report(name: str, folder: Path) -> None:
    """Print a line of the table."""
    read_all(folder)
    count, characters, seconds = min((read_all(folder) for _ in range(3)), key=lambda run: run[2])
    size = characters // count
    print(f"{name:16}{count:10}{size:12,}{count / seconds:14,.0f}{characters / seconds:16,.0f}{seconds / count:14.4f}", flush=True)


def main() -> None:
    """Print the table."""
    print(f"{'':16}{'documents':>10}{'characters':>12}{'documents/s':>14}{'characters/s':>16}{'s/document':>14}")
    articles = [
        [line for line in path.read_text(encoding="utf-8").split("\n") if line.strip()]
        for path in sorted((ROOT / "models/evaluation").rglob("*.txt"))
    ]
    with tempfile.TemporaryDirectory() as folder:
        for kind, (ending, write) in WRITERS.items():
            target = Path(folder, kind)
            target.mkdir()
            for number, lines in enumerate(islice(texts(articles, LENGTHS.get(kind, 0)), 20 if ending == "pdf" else None)):
                (target / f"{number:03}.{ending}").write_bytes(write(lines))
            report(kind, target)
        target = Path(folder, "pages")
        target.mkdir()
        for number, page in enumerate(pages(10, known_articles())):
            (target / f"{number:03}.txt").write_text(page.text, encoding="utf-8")
        report("generated pages", target)
    if len(sys.argv) > 1:
        report("CORPUS_DIR", Path(sys.argv[1]))


if __name__ == "__main__":
    main()
