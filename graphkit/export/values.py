"""The border of every export: any value made one that all formats can hold, any name one that no program takes for its own.

Characters that XML cannot hold are dropped, lines end in a line feed; missing values, empty texts and numbers that are none
are left out.
"""

import json
import math
import re
from collections.abc import Iterable, Mapping
from typing import Any

Value = str | int | float | bool | list[str]
Row = dict[str, Value]
_ILLEGAL = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
# What Gephi, igraph, networkx and the exports themselves take for a field of their own
_RESERVED = {"id", "key", "for", "source", "target", "pid", "start", "end", "kind", "label", "type", "weight", "size", "x", "y", "z"}
_RESERVED |= {"r", "g", "b", "color", "interval", "timeset", "timestamp", "rank", "networkx_key"}


def clean(value: Any) -> Value | None:
    """A value that every format can hold: a text, a number, a truth value or a list of texts; None for a missing one."""
    if isinstance(value, str):
        return text(value) or None
    if value is None or isinstance(value, bool):
        return value
    if isinstance(value, int):
        return value if -(2**63) <= value < 2**63 else float(value)
    if isinstance(value, float):
        return float(value) if math.isfinite(value) else None
    if isinstance(value, (list, tuple, set, frozenset)):
        items = sorted(map(str, value)) if isinstance(value, (set, frozenset)) else value
        return [item for item in (text(item) for item in items) if item] or None
    return text(value) or None


def text(value: Any) -> str:
    """A value as a text that XML can hold, empty for a missing one; tables are written as JSON."""
    if isinstance(value, str):
        if value.isprintable():  # almost every text, and faster than the pattern tells it
            return value
        return _ILLEGAL.sub("", value).replace("\r\n", "\n").replace("\r", "\n")
    if value is None or isinstance(value, bool):
        return "" if value is None else str(value).lower()
    if isinstance(value, Mapping):
        value = json.dumps(value, ensure_ascii=False, sort_keys=True, default=str)
    return text(str(value))


def column_name(name: str, taken: Iterable[str]) -> str:
    """The name of a column for what a fact or an entity tells: letters, digits and _ alone; `fact_` in front of a taken one."""
    plain = re.sub(r"\W", "_", text(name)) or "_"
    return f"fact_{plain}" if plain.lower() in _RESERVED | {other.lower() for other in taken} else plain


def items(value: Value | None) -> list[str]:
    """The texts of a list, of a single value its text, of a missing one nothing."""
    return value if isinstance(value, list) else [] if value is None else [text(value)]


KINDS: dict[type, str] = {str: "string", list: "strings", bool: "boolean", int: "long", float: "double"}


def common(types: set[type]) -> str:
    """The kind of column that holds values of all of these types."""
    kinds = {KINDS[found] for found in types}
    if len(kinds) == 1:
        return next(iter(kinds))
    return "double" if kinds == {"long", "double"} else "strings" if "strings" in kinds else "string"


def convert(value: Value, to: str) -> Value:
    """A value in the type of its column."""
    if KINDS[type(value)] == to:
        return value
    if to == "strings":
        return [text(value)]
    if to == "double" and not isinstance(value, list):
        return float(value)
    if to == "long" and isinstance(value, (int, float)):
        return int(value)
    return "；".join(value) if isinstance(value, list) else text(value)
