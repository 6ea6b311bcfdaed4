"""JSON lines: one record a line, each a document of its own, read as they come."""

import io
import json
from collections.abc import Iterator
from typing import IO, cast

from graphkit.encoding import MARKS, decode, wide
from graphkit.errors import ReadError
from graphkit.read.content import Content

SAMPLE = 1 << 20  # bytes from which the encoding is told
TEXT_FIELDS = ("text", "content", "body", "正文", "内容")
META_FIELDS = {
    "title": ("title", "headline", "标题"),
    "date": ("date", "published", "time", "日期", "时间"),
    "paper": ("paper", "source", "来源", "报纸"),
    "url": ("url", "link", "链接"),
}


def read_jsonl(file: IO[bytes]) -> Iterator[Content | ReadError]:
    """The records of a .jsonl file; a line that holds none yields the error that says so, and the rest goes on."""
    sample = file.read(SAMPLE)
    whole = sample if len(sample) < SAMPLE else sample.rpartition(b"\n")[0] or sample
    encoding = wide(sample) or decode(whole).encoding
    mark = next((mark for mark, name in MARKS if sample.startswith(mark) and name == encoding), b"")
    file.seek(len(mark))
    for number, line in enumerate(io.TextIOWrapper(cast("io.BufferedReader", file), encoding=encoding, errors="replace"), 1):
        if line.strip():
            yield _record(line, number, encoding)


def _record(line: str, number: int, encoding: str) -> Content | ReadError:
    try:
        record = json.loads(line)
    except (ValueError, RecursionError):
        return ReadError(f"line {number} is not JSON")
    body = _first(record, TEXT_FIELDS) if isinstance(record, dict) else ""
    if not body.strip():
        return ReadError(f"line {number} has no text (looked for {', '.join(TEXT_FIELDS)})")
    meta = {key: value for key, names in META_FIELDS.items() if (value := _first(record, names).strip())}
    title = meta.get("title", "")
    whole = f"{title}\n\n{body}" if title and not body.lstrip().startswith(title) else body
    return Content(whole, encoding=encoding, damaged=line.count("\ufffd"), meta=meta)


def _first(record: dict[str, object], names: tuple[str, ...]) -> str:
    return next((text for name in names if (text := _text(record.get(name)))), "")


def _text(value: object) -> str:
    """A field's value as text: a string, a number (20230704), a list of paragraphs; nothing for the rest."""
    if isinstance(value, list):
        return "\n".join(part for part in value if isinstance(part, str))
    return str(value) if isinstance(value, str | int | float) and not isinstance(value, bool) else ""
