"""Relations between the mentions of one article, one module per family of relations.

Every rule is a function of a `Context` that yields `Claim`s; `graphkit_relations` runs them all.
"""

from spacy.language import Language
from spacy.tokens import Doc

from graphkit.components.relations import awards, figures, issues, partners, parts, posts, runs, supports
from graphkit.components.relations.context import Claim, Context

RULES = (posts.find, runs.find, parts.find, awards.find, issues.find, partners.find, supports.find, figures.find)


def find(context: Context) -> list[Claim]:
    """All claims of all rules, each relation between two mentions once, the surest first."""
    best: dict[tuple[object, ...], Claim] = {}
    for rule in RULES:
        for claim in rule(context):
            key = claim.type, claim.head, claim.tail, tuple(sorted(claim.attributes.items()))
            if key not in best or claim.confidence > best[key].confidence:
                best[key] = claim
    return sorted(best.values(), key=lambda claim: (claim.start, claim.end, claim.type, claim.head, claim.tail))


@Language.component("graphkit_relations", requires=["doc.ents"])
def relations(doc: Doc) -> Doc:
    """Find the relations between the entities of a Doc; they are kept in `doc.user_data["graphkit"]` as a Context and Claims."""
    context = Context.of(doc)
    doc.user_data["graphkit"] = context, find(context)
    return doc
