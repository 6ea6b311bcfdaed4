"""Stage five: one SQLite file with documents, articles, mentions, entities, relations and their evidence."""

from graphkit.store.read import (
    Entity,
    Evidence,
    Relation,
    Text,
    connect,
    counts,
    entities,
    evidence,
    evidence_by_relation,
    meta,
    relations,
    signed,
    skipped,
    statuses,
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
    "counts",
    "entities",
    "evidence",
    "evidence_by_relation",
    "meta",
    "relations",
    "signed",
    "skipped",
    "statuses",
    "texts",
]
