"""The graph as a person asks it: by names, in the field's words."""

from collections.abc import Collection, Iterable, Mapping
from pathlib import Path
from typing import Any

from graphkit import store
from graphkit.graph import Graph, counts
from graphkit.query import match, measures, orders, questions, tables, walks
from graphkit.query.match import Condition
from graphkit.query.measures import Simple
from graphkit.query.result import LIMIT, Result, answer
from graphkit.query.source import Source, Who
from graphkit.query.terms import node_type


class KnowledgeGraph:
    """A graph that answers questions.

    Entities are named by their canonical name, another name that articles use, or their id; 王力@陕西省总工会 is the 王力 who has a
    relation with that union. An entity or a row of an answer will do too. Every question raises NotFoundError with the nearest
    names for a name that nothing carries, and AmbiguousError with the candidates for one that several carry. Answers are `Result`s
    of at most `limit` rows (None: all).
    """

    def __init__(self, path: Path):
        self._source = Source(path)

    def __repr__(self) -> str:
        graph = self.nx
        kinds = len(counts(graph)[0])
        title = graph.graph.get("title", "")
        return f"<KnowledgeGraph {title}: {graph.number_of_nodes()} nodes, {graph.number_of_edges()} edges, {kinds} types>"

    def _repr_html_(self) -> str:
        from graphkit.query.html import graph_html

        return graph_html(self.summary(), self.nx)

    def __len__(self) -> int:
        return len(self._source.entities)

    def __contains__(self, name: object) -> bool:
        return isinstance(name, str) and self._source.names.known(name)

    def __getitem__(self, name: str) -> store.Entity:
        """The one entity of a name."""
        return self._source.one(name)

    @property
    def nx(self) -> Graph:
        """The whole graph as a networkx MultiDiGraph; see `graphkit.graph.build` for its attributes."""
        return self._source.graph

    @property
    def nodes_df(self) -> Any:
        """All entities as a pandas DataFrame, by id."""
        return tables.nodes_frame(self._source)

    @property
    def edges_df(self) -> Any:
        """All relations as a pandas DataFrame, by id, with the ids and names of their ends."""
        return tables.edges_frame(self._source)

    @property
    def evidence_df(self) -> Any:
        """All sentences as a pandas DataFrame, by the id of the relation that they say."""
        return tables.evidence_frame(self._source)

    def simple(self) -> Simple:
        """An undirected networkx Graph with one edge for each pair, for algorithms that refuse multigraphs.

        Edges carry `weight` (how many relations), `articles` (how often they are told) and `relations` (their types).
        """
        return measures.simple(self._source)

    def summary(self) -> Result:
        """How many entities and relations of each type there are, and the years that they are told of."""
        return orders.summary(self._source)

    def find(self, name: str, type: str = "", *, limit: int | None = LIMIT) -> Result:  # noqa: A002
        """The entities that a name can mean, those of most articles first; of one type where it is told."""
        found = self._source.names.find(name, (node_type(type).name,) if type else ())
        return answer(self._source, f"名为{name}的实体", orders.ENTITY, (orders.entity_row(one) for one in found), limit)

    def officials(self, who: Who, at: str | int = "", *, limit: int | None = LIMIT) -> Result:
        """Who held which post at a body, or at a region and its bodies, in the order of posts; at a year, month or day if told.

        A post is held from the first to the last day on which articles tell of it; `status` is what the last of them (by then)
        calls it: 原, 时任 and the like. With a time, the title says how many posts have no date and so are not in the answer.
        """
        return questions.officials(self._source, who, at=at, limit=limit)

    def posts(self, person: Who, *, limit: int | None = LIMIT) -> Result:
        """A person's posts in order of time."""
        return questions.posts(self._source, person, limit=limit)

    def programs(self, who: Who, at: str | int = "", *, limit: int | None = LIMIT) -> Result:
        """The programs that a body, or the bodies of a region and below it, run."""
        return questions.programs(self._source, who, at=at, limit=limit)

    def figures(self, program: Who = "", by: str = "program", *, limit: int | None = LIMIT) -> Result:
        """The figures of a program (of a family, of its parts too) or all, grouped by program, year or union."""
        return questions.figures_of(self._source, program, by=by, limit=limit)

    def honours(self, who: Who, *, limit: int | None = LIMIT) -> Result:
        """The honours of a person, body, program or region's bodies; of an honour, who received it."""
        return questions.honours(self._source, who, limit=limit)

    def documents(self, who: Who, *, limit: int | None = LIMIT) -> Result:
        """The documents that a body or the bodies of a region issued; of a document, who issued it."""
        return questions.documents(self._source, who, limit=limit)

    def partners(self, who: Who, *, limit: int | None = LIMIT) -> Result:
        """With whom a body or the bodies of a region acted jointly, the most told first."""
        return questions.partners(self._source, who, limit=limit)

    def hierarchy(self, region: Who, *, limit: int | None = LIMIT) -> Result:
        """The unions of a region as a tree; `basis` tells whether an article or only name and division put one under another."""
        return orders.hierarchy(self._source, region, limit=limit)

    def timeline(self, who: Who, *, limit: int | None = LIMIT) -> Result:
        """What is told of an entity, by day; a figure stands at the beginning of its period."""
        return orders.timeline(self._source, who, limit=limit)

    def compare(self, a: Who, b: Who, *, limit: int | None = LIMIT) -> Result:
        """Two entities side by side: by relation how many each has, what they share, what only one has."""
        return questions.compare(self._source, a, b, limit=limit)

    def neighbors(
        self,
        who: Who,
        relation: str | list[str] = "",
        direction: str = "both",
        hops: int = 1,
        type: str = "",  # noqa: A002
        *,
        limit: int | None = LIMIT,
    ) -> Result:
        """What lies within some hops of an entity: along some relations (任职 or HOLDS), out, in or both ways, of one type."""
        return walks.neighbors(self._source, who, relation=relation, direction=direction, hops=hops, of_type=type, limit=limit)

    def path(self, a: Who, b: Who, relation: str | list[str] = "", *, limit: int | None = LIMIT) -> Result:
        """All shortest ways between two entities, whichever way the relations lead, step by step; no rows where there is none."""
        return walks.path(self._source, a, b, relation=relation, limit=limit)

    def match(
        self,
        *triples: tuple[str, str, str],
        where: Mapping[str, Condition] | None = None,
        undirected: bool | Collection[str] = False,
        limit: int | None = LIMIT,
    ) -> Result:
        """All places where joined triples hold: g.match(("人物", "任职", "工会"), ("工会", "开展", "项目活动")).

        An end is a type in Chinese or English, which stands for one entity throughout; `a:UNION`, `b:UNION` tell two of a type
        apart, `a:` and `*` stand for any type, and the relation `*` for any relation. `where` gives a variable or a relation a
        name (or a list of names), attributes ({"title": ["主席", "副主席"]}) or a function of its attributes. Symmetric relations,
        and those in `undirected` (True: all), count either way. Each triple matches another relation; two variables may be one
        entity. Raises QueryError for ends that a relation cannot have and for attributes that nothing has.
        """
        return match.match(self._source, triples, where=where, undirected=undirected, limit=limit)

    def top(self, by: str = "degree", type: str = "", *, limit: int | None = 10) -> Result:  # noqa: A002
        """The entities (of one type) that stand in the middle: by degree, strength, pagerank, betweenness, closeness, eigenvector, core.

        Measured on the undirected graph with one edge for each pair. Closeness is harmonic.
        """
        return measures.top(self._source, by=by, of_type=type, limit=limit)

    def communities(self, *, resolution: float = 1.0, seed: int = 1, limit: int | None = LIMIT) -> Result:
        """Who belongs together: communities by modularity (Leiden), the largest first; the same seed gives the same ones.

        Who has no relations belongs to none. `to_networkx()` of the answer has the number of each node's community in its
        attribute `community`.
        """
        return measures.communities(self._source, resolution=resolution, seed=seed, limit=limit)

    def cypher(self, query: str, *, limit: int | None = LIMIT) -> Result:
        """The answer to a Cypher query; types and relations in Chinese or English: MATCH (p:人物)-[r:任职]->(u:工会) RETURN p.label.

        Needs the package grand-cypher. What it would answer wrongly is refused with the reason; see docs/query.md.
        """
        from graphkit.query.cypher import cypher

        return cypher(self._source, query, limit)

    def sql(self, query: str, parameters: Iterable[Any] | Mapping[str, Any] = (), *, limit: int | None = LIMIT) -> Result:
        """The answer to one SELECT over the store's tables (docs/query.md), read only; raises QueryError for anything else.

        `parameters` are the values of its ? in order, or of its :names.
        """
        from graphkit.query.sql import sql

        return sql(self._source, query, parameters, limit)

    def show(self, *, height: int = 600, people: str = "public") -> Any:
        """The whole graph as the explorable page, inside the notebook."""
        from graphkit.query.frame import frame

        return frame(self._source, None, height=height, people=people, title=self.nx.graph.get("title", ""))
