"""Ids: hashes of identity, never counters, so that two builds of one input agree."""

import hashlib
from collections.abc import Mapping

_LETTERS = {"UNION": "u", "ORG": "o", "PERSON": "p", "REGION": "r", "PROGRAM": "g", "HONOR": "h", "DOC": "d", "ARTICLE": "a"}


def digest(*parts: object) -> str:
    """Twelve hexadecimal digits of the SHA-1 of the parts."""
    return hashlib.sha1("\x1f".join(map(str, parts)).encode(), usedforsecurity=False).hexdigest()[:12]


def entity_id(kind: str, key: str) -> str:
    """The id of an entity of a type and an identity."""
    return _LETTERS.get(kind, "x") + digest(kind, key)


def relation_id(kind: str, head: str, tail: str, attributes: Mapping[str, str | float]) -> str:
    """The id of a relation: its type, its ends and the attributes that make it another fact (title; value and unit)."""
    return "f" + digest(kind, head, tail, *(f"{key}={attributes[key]}" for key in sorted(attributes)))
