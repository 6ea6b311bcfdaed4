"""FollowTheMoney, one entity a line, for Aleph and the tools of OpenSanctions.

A post is a Position at its body and an Occupancy of the person; a program is a Project with its participants. What the model
has no schema for becomes an UnknownLink with its Chinese name as the role. Regions are Addresses, honours Events, and the
articles that say something are its `proof`. Days on which articles tell a thing are its `date`; start and end are told only
where the text tells a period. FollowTheMoney's own package checks the lines in the tests; writing needs none.
"""

import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from graphkit import identity, lexicon, names
from graphkit.export.table import Table
from graphkit.export.values import Row, Value, items, text
from graphkit.files import replacing

_ID = re.compile(r"[0-9A-Za-z](?:[0-9A-Za-z.-]*[0-9A-Za-z])?")
_SCHEMATA = {"UNION": "Organization", "PERSON": "Person", "REGION": "Address", "PROGRAM": "Project", "HONOR": "Event", "DOC": "Document"}
_BODIES = {"UNION", "ORG"}
# The schemata of relations, each with the properties of its head and its tail
_LINKS = {"RUNS": ("ProjectParticipant", "participant", "project"), "ISSUED": ("Documentation", "entity", "document")}
_MEMBERSHIP, _UNKNOWN = ("Membership", "member", "organization"), ("UnknownLink", "subject", "object")
Entity = dict[str, Any]


def write(table: Table, path: Path) -> None:
    """Write a table as lines of entities."""
    with replacing(path) as beside, beside.open("w", encoding="utf-8", newline="\n") as file:
        file.writelines(json.dumps(item, ensure_ascii=False) + "\n" for item in entities(table))


def entities(table: Table) -> Iterator[Entity]:
    """What is known of the build as a Note, then the articles, the nodes, and the edges with the posts that they need."""
    yield _about(table)
    proofs: dict[Value, dict[str, None]] = {}
    articles: dict[str, Entity] = {}
    for row in table.evidence:
        article = _article(row)
        articles.setdefault(article["id"], article)
        proofs.setdefault(row["relation"], {})[article["id"]] = None
    yield from articles.values()
    nodes = {row["id"]: row for row in table.nodes}
    places: dict[Value, dict[str, None]] = {}
    for row in table.edges:
        if row["relation"] == "LOCATED_IN":
            places.setdefault(row["source"], {})[_id(row["target"])] = None
    for row in table.nodes:
        yield _node(row, list(places.get(row["id"], ())))
    posts: set[str] = set()
    for row in table.edges:
        for item in _edge(row, nodes, list(proofs.get(row["id"], ()))):
            if item["schema"] != "Position" or item["id"] not in posts:
                posts.add(item["id"])
                yield item


def _id(value: Value) -> str:
    """An id as the model allows it; one with other characters than its own becomes a hash."""
    return str(value) if _ID.fullmatch(str(value)) else "x" + identity.digest(value)


def _entity(identifier: str, schema: str, **properties: object) -> Entity:
    """An entity with those of the properties that have a value."""
    told = {name: value if isinstance(value, list) else [text(value)] for name, value in properties.items() if value}
    return {"id": identifier, "schema": schema, "properties": told}


def _about(table: Table) -> Entity:
    lines = "\n".join(f"{name}: {value}" for name, value in table.meta.items())
    title = table.meta.get("title") or "graphkit"
    return _entity("graphkit-" + identity.digest(lines), "Note", name=title, description=lines)


def _article(row: Row) -> Entity:
    told = {"title": row.get("title"), "publishedAt": row.get("date"), "publisher": row.get("paper"), "fileName": row.get("path")}
    return _entity("article-" + identity.digest(row["article"]), "Article", **told)


def _node(row: Row, places: list[str]) -> Entity:
    name, kind = str(row.get("label", row["id"])), str(row["type"])
    others = items(row.get("names"))
    told: dict[str, object] = {"name": name}
    told |= {
        "alias": [other for other in others if len(other) >= len(name)],
        "weakAlias": [other for other in others if len(other) < len(name)],
    }
    told |= {"country": "cn" if row.get("region_code") else "", "keywords": row.get("family", "")}
    schema = _SCHEMATA.get(kind, "Note")
    if kind in _BODIES:
        schema = "PublicBody" if kind == "ORG" and _public(name) else "Organization"
        told |= {"classification": row.get("type_zh", ""), "addressEntity": places}
    elif kind == "REGION":
        told |= {"full": name, "latitude": row.get("lat"), "longitude": row.get("lon")}
    elif kind == "DOC":
        told |= {"title": name, "fileName": name}
    return _entity(_id(row["id"]), schema, **told)


def _public(name: str) -> bool:
    """Whether a name is that of an organ of party or state at a place."""
    parsed = names.parse(name)
    return bool(parsed.regions or parsed.pointer) and parsed.rest in lexicon.organs().values()


def _edge(row: Row, nodes: Mapping[Value, Row], proofs: list[str]) -> Iterator[Entity]:
    head, tail = nodes[row["source"]], nodes[row["target"]]
    told: dict[str, object] = {"role": row.get("title") or row["label"], "proof": proofs, "description": row.get("evidence")}
    told |= {"date": sorted({str(row[name]) for name in ("first_seen", "last_seen") if name in row})}
    first, _, last = str(row.get("period", "")).partition("/")
    if row.get("precision") not in {"about", "until"}:
        told |= {"startDate": first, "endDate": last}
    if row["relation"] == "FIGURE":
        told |= {"summary": _figure(row)}
    if row["relation"] == "HOLDS" and "title" in row:
        post = _post(row, tail)
        yield post
        del told["role"]
        yield _entity(_id(row["id"]), "Occupancy", holder=_id(head["id"]), post=post["id"], summary=row.get("status", ""), **told)
        return
    schema, source, target = _LINKS.get(str(row["relation"]), _UNKNOWN)
    if row["relation"] in {"PART_OF", "HOLDS"} and tail["type"] in _BODIES and head["type"] in {"PERSON", *_BODIES}:
        schema, source, target = _MEMBERSHIP
    yield _entity(_id(row["id"]), schema, **{source: _id(head["id"]), target: _id(tail["id"])}, **told)


def _post(row: Row, tail: Row) -> Entity:
    """The post that a fact tells: one for all who hold it."""
    title, place = str(row["title"]), str(tail.get("label", tail["id"]))
    told = {"organization": _id(tail["id"])} if tail["type"] in _BODIES else {"subnationalArea": place}
    country = "cn" if tail.get("region_code") else ""
    return _entity("post-" + identity.digest(tail["id"], title), "Position", name=place + title, country=country, **told)


def _figure(row: Row) -> str:
    """A figure in words: 1000–2000 person helped."""
    amount = "–".join(f"{row[name]:.15g}" for name in ("value", "to") if name in row)
    return " ".join([amount, *(str(row[name]) for name in ("unit", "fact_kind") if name in row)])
