"""Stage five: one SQLite file with documents, articles, mentions, entities, relations and their evidence."""

from graphkit.store.read import (
    Entity,
    Evidence,
    Relation,
    Text,
    connect,
    entities,
    evidence,
    evidence_by_relation,
    meta,
    relations,
    signed,
    texts,
)
from graphkit.store.write import Writer

__all__ = [
    "Entity",
    "Evidence",
    "Relation",
    "Text",
    "Writer",
    "connect",
    "entities",
    "evidence",
    "evidence_by_relation",
    "meta",
    "relations",
    "signed",
    "texts",
]
