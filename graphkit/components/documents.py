"""Documents: titles in 《》, where they are no song, film, column or newspaper."""

import re
from collections.abc import Iterator

from graphkit import lexicon
from graphkit.components.found import Found

_TITLE = re.compile("《([^《》\n]{2,80})》")


def find_documents(text: str) -> Iterator[Found]:
    """The titles of documents and publications, title marks left out."""
    table = lexicon.read_yaml("documents.yml")
    before, after = (
        re.compile(f"(?:{'|'.join(table['not_after'])})[^，。；！？]{{0,8}}$"),
        re.compile("|".join(table["not_before"])),
    )
    own = re.compile(f"(?:{'|'.join(table['not_itself'])})$")
    run = False
    last = -1
    for match in _TITLE.finditer(text):
        if last == match.start() or text[last : match.start()] in {"、", "和", "及", "与"}:
            works = run
        else:
            works = bool(before.search(text, max(match.start() - 16, 0), match.start())) or bool(after.match(text, match.end()))
        run, last = works, match.end()
        if not works and not own.search(match[1]):
            yield Found(*match.span(1), "DOC", "title marks")
