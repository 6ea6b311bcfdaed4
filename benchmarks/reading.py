"""How fast documents are read and segmented, on one core: python benchmarks/reading.py [CORPUS_DIR]

The articles of models/evaluation are written as plain text, HTML, Word and PDF files, read from disk and segmented; the files of
CORPUS_DIR (real newspaper pages, say) are read too, as are generated pages, whose short lines cost the most. The best of three runs counts.
"""

import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import docx

sys.path.insert(0, str(Path(__file__).parents[1]))

from graphkit.read import documents
from graphkit.records import SourceText
from graphkit.segment import segment
from tests.newspaper import known_articles, pages
from tests.pdfs import columns

ROOT = Path(__file__).parents[1]
PAGE = "<html><head><title>{0}</title></head><body><nav><a href='/'>首页</a></nav><article><h1>{0}</h1>{1}</article></body></html>"


def write_html(path: Path, lines: list[str]) -> None:
    path.with_suffix(".html").write_text(PAGE.format(lines[0], "".join(f"<p>{line}</p>" for line in lines[1:])), encoding="utf-8")


def write_docx(path: Path, lines: list[str]) -> None:
    document = docx.Document()
    for line in lines:
        document.add_paragraph(line)
    document.save(str(path.with_suffix(".docx")))


def write_txt(path: Path, lines: list[str]) -> None:
    path.with_suffix(".txt").write_text("\n".join(lines), encoding="utf-8")


def write_pdf(path: Path, lines: list[str]) -> None:
    path.with_suffix(".pdf").write_bytes(columns(lines))


WRITERS: dict[str, Callable[[Path, list[str]], None]] = {"txt": write_txt, "html": write_html, "docx": write_docx, "pdf": write_pdf}


def read_all(folder: Path) -> tuple[int, int, float]:
    """Documents, characters and seconds of one run."""
    start = time.perf_counter()
    texts = [document for document in documents([folder]) if isinstance(document, SourceText)]
    for text in texts:
        segment(text)
    return len(texts), sum(len(text.text) for text in texts), time.perf_counter() - start


def report(name: str, folder: Path) -> None:
    read_all(folder)
    count, characters, seconds = min((read_all(folder) for _ in range(3)), key=lambda run: run[2])
    print(f"{name:16}{count:10}{characters:12,}{count / seconds:14,.0f}{characters / seconds:16,.0f}{seconds / count:14.4f}")


def main() -> None:
    """Print the table."""
    print(f"{'':16}{'documents':>10}{'characters':>12}{'documents/s':>14}{'characters/s':>16}{'s/document':>14}")
    articles = [path.read_text(encoding="utf-8").split("\n") for path in sorted((ROOT / "models/evaluation").rglob("*.txt"))]
    with tempfile.TemporaryDirectory() as folder:
        for kind, write in WRITERS.items():
            target = Path(folder, kind)
            target.mkdir()
            for number, lines in enumerate(articles if kind != "pdf" else articles[:10]):
                write(target / f"{number:03}", [line for line in lines if line.strip()])
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
