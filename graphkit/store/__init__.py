"""Stage five: one SQLite file with documents, articles, mentions, entities, relations and their evidence."""

from graphkit.store.read import Entity, Evidence, Relation, connect, entities, evidence, evidence_by_relation, meta, relations
from graphkit.store.write import Writer

__all__ = [
    "Entity",
    "Evidence",
    "Relation",
    "Writer",
    "connect",
    "entities",
    "evidence",
    "evidence_by_relation",
    "meta",
    "relations",
]
