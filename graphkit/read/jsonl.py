"""JSON lines: one record a line, each a document of its own."""

import io
import json
from collections.abc import Iterator

from graphkit.errors import ReadError
from graphkit.read.content import Content
from graphkit.read.encoding import decode

TEXT_FIELDS = ("text", "content", "body", "正文", "内容")
META_FIELDS = {
    "title": ("title", "headline", "标题"),
    "date": ("date", "published", "time", "日期", "时间"),
    "paper": ("paper", "source", "来源", "报纸"),
    "url": ("url", "link", "链接"),
}


def read_jsonl(data: bytes) -> Iterator[Content | ReadError]:
    """The records of a .jsonl file; a line that holds none yields the error that says so, and the rest goes on."""
    text, encoding, damaged = decode(data)
    for number, line in enumerate(io.StringIO(text), 1):
        if not line.strip():
            continue
        try:
            record = json.loads(line)
        except (ValueError, RecursionError):
            yield ReadError(f"line {number} is not JSON")
            continue
        body = _first(record, TEXT_FIELDS) if isinstance(record, dict) else ""
        if not body.strip():
            yield ReadError(f"line {number} has no text (looked for {', '.join(TEXT_FIELDS)})")
            continue
        meta = {key: value for key, names in META_FIELDS.items() if (value := _first(record, names).strip())}
        title = meta.get("title", "")
        whole = f"{title}\n\n{body}" if title and not body.lstrip().startswith(title) else body
        yield Content(whole, encoding=encoding, damaged=damaged, meta=meta)


def _first(record: dict[str, object], names: tuple[str, ...]) -> str:
    return next((str(record[name]) for name in names if record.get(name) is not None), "")
