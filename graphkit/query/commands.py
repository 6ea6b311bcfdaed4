"""The questions on the command line: graphkit query …"""

import sys
from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from graphkit.options import DATABASE

if TYPE_CHECKING:
    from graphkit.query import KnowledgeGraph, Result

FORMATS = ("table", "csv", "json")
Question = Callable[..., "Result"]


@click.group()
def query() -> None:
    """Ask the graph: officials, programs, figures, paths, Cypher, SQL. Names are looked up, never guessed.

    \b
    graphkit query officials 陕西省总工会 --at 2014
    graphkit query path 陕西省总工会 白河县总工会 --evidence
    graphkit query figures 送温暖 --by year --format csv -o 送温暖.csv
    """


def asking(question: Question) -> click.Command:
    """A command that asks a question of the database and prints the answer; its name is the question's."""

    @wraps(question)
    def command(db: Path, form: str, output: str, limit: int, evidence: bool, **told: Any) -> None:
        import graphkit

        answer = question(graphkit.open(db), limit=limit or None, **told)
        _print(answer.evidence(limit=limit or None) if evidence else answer, form, output, limit)

    shared: tuple[Callable[[Any], Any], ...] = (
        DATABASE,
        click.option("--evidence", is_flag=True, help="Print the sentences that say the answer instead."),
        click.option("--limit", default=1000, show_default=True, type=click.IntRange(0), help="Rows at most, 0 for all."),
        click.option("-o", "--output", default="-", type=click.Path(dir_okay=False, allow_dash=True), help="File to write, - for stdout."),
        click.option("--format", "form", default="table", show_default=True, type=click.Choice(FORMATS), help="CSV is for Excel."),
    )
    for option in shared:
        option(command)
    made = query.command(question.__name__)(command)
    made.params = made.params[len(shared) :] + made.params[: len(shared)]  # help tells the question's own options first
    return made


def _print(answer: "Result", form: str, output: str, limit: int) -> None:
    from graphkit.files import replacing
    from graphkit.query.tables import text

    told = text(answer, form)
    if output == "-":
        click.echo(told.removeprefix("\ufeff") if form == "csv" else told, nl=False)
    else:
        with replacing(Path(output)) as beside:
            beside.write_text(told, encoding="utf-8", newline="")
    click.echo(f"{answer.title}: {answer.size}" + (f", cut to --limit {limit}" if answer.limit is not None else ""), err=True)


def _typed(_: click.Context, __: click.Parameter, text: str) -> str:
    """A query as it was typed, or - for what comes from stdin."""
    return sys.stdin.read() if text == "-" else text


NAME = click.argument("name")
TEXT = click.argument("text", callback=_typed)
AT = click.option("--at", default="", metavar="DATE", help="2014, 2014-07 or a day.")
RELATION = click.option("--relation", multiple=True, metavar="RELATION", help="Along these alone: 任职 or HOLDS; several if told again.")
TYPE = click.option("--type", "of_type", default="", metavar="TYPE", help="Of this type alone: 工会 or UNION.")


@asking
@NAME
@TYPE
def find(graph: "KnowledgeGraph", name: str, of_type: str, limit: int | None) -> "Result":
    """The entities that a name can mean.

    \b
    graphkit query find 省总
    """
    return graph.find(name, of_type, limit=limit)


@asking
@NAME
@AT
def officials(graph: "KnowledgeGraph", name: str, at: str, limit: int | None) -> "Result":
    """Who held which post at a body, or at a region and its bodies.

    \b
    graphkit query officials 陕西省总工会 --at 2014
    """
    return graph.officials(name, at, limit=limit)


@asking
@NAME
def posts(graph: "KnowledgeGraph", name: str, limit: int | None) -> "Result":
    """A person's posts in order of time.

    \b
    graphkit query posts 黄明 --evidence
    """
    return graph.posts(name, limit=limit)


@asking
@NAME
@AT
def programs(graph: "KnowledgeGraph", name: str, at: str, limit: int | None) -> "Result":
    """What a body, or the bodies of a region, run.

    \b
    graphkit query programs 陕西省
    """
    return graph.programs(name, at, limit=limit)


@asking
@click.argument("program", default="")
@click.option("--by", default="program", show_default=True, type=click.Choice(["program", "year", "union"]), help="How to group them.")
def figures(graph: "KnowledgeGraph", program: str, by: str, limit: int | None) -> "Result":
    """The figures of a program (of a family, of its parts too), or all.

    \b
    graphkit query figures 送温暖 --by year --format csv -o 送温暖.csv
    """
    return graph.figures(program, by, limit=limit)


@asking
@NAME
def honours(graph: "KnowledgeGraph", name: str, limit: int | None) -> "Result":
    """The honours of a person, body or region; who received an honour.

    \b
    graphkit query honours 全国五一劳动奖章
    """
    return graph.honours(name, limit=limit)


@asking
@NAME
def documents(graph: "KnowledgeGraph", name: str, limit: int | None) -> "Result":
    """What a body or region issued; who issued a document.

    \b
    graphkit query documents 陕西省总工会
    """
    return graph.documents(name, limit=limit)


@asking
@NAME
def partners(graph: "KnowledgeGraph", name: str, limit: int | None) -> "Result":
    """With whom a body, or the bodies of a region, acted jointly.

    \b
    graphkit query partners 陕西省总工会
    """
    return graph.partners(name, limit=limit)


@asking
@click.argument("region")
def hierarchy(graph: "KnowledgeGraph", region: str, limit: int | None) -> "Result":
    """The unions of a region as a tree, and what put each in its place.

    \b
    graphkit query hierarchy 陕西省
    """
    return graph.hierarchy(region, limit=limit)


@asking
@NAME
def timeline(graph: "KnowledgeGraph", name: str, limit: int | None) -> "Result":
    """What is told of an entity, by day.

    \b
    graphkit query timeline 陕西省总工会
    """
    return graph.timeline(name, limit=limit)


@asking
@click.argument("one")
@click.argument("two")
def compare(graph: "KnowledgeGraph", one: str, two: str, limit: int | None) -> "Result":
    """Two entities side by side.

    \b
    graphkit query compare 陕西省总工会 甘肃省总工会
    """
    return graph.compare(one, two, limit=limit)


@asking
@NAME
@RELATION
@TYPE
@click.option("--direction", default="both", show_default=True, type=click.Choice(["both", "out", "in"]), help="Which way they lead.")
@click.option("--hops", default=1, show_default=True, type=click.IntRange(1), help="How far.")
def neighbors(
    graph: "KnowledgeGraph", name: str, relation: tuple[str, ...], of_type: str, direction: str, hops: int, limit: int | None
) -> "Result":
    """What an entity has relations with.

    \b
    graphkit query neighbors 陕西省总工会 --relation 合作 --hops 2
    """
    return graph.neighbors(name, list(relation), direction, hops, of_type, limit=limit)


@asking
@click.argument("one")
@click.argument("two")
@RELATION
def path(graph: "KnowledgeGraph", one: str, two: str, relation: tuple[str, ...], limit: int | None) -> "Result":
    """All shortest ways between two entities, step by step.

    \b
    graphkit query path 陕西省总工会 白河县总工会 --evidence
    """
    return graph.path(one, two, list(relation), limit=limit)


@asking
@click.argument("triples", nargs=-1, required=True, metavar="HEAD,RELATION,TAIL...")
@click.option("--where", multiple=True, metavar="VARIABLE=NAME", help="What a variable stands for; may be given several times.")
@click.option("--undirected", is_flag=True, help="Count every relation either way.")
def match(graph: "KnowledgeGraph", triples: tuple[str, ...], where: tuple[str, ...], undirected: bool, limit: int | None) -> "Result":
    """All places where joined triples hold; a:UNION and b:UNION are two unions, * is anything.

    \b
    graphkit query match 人物,任职,工会 工会,开展,项目活动
    graphkit query match a:工会,合作,b:工会 --where a=陕西省总工会
    """
    pattern = [tuple(part.strip() for part in triple.replace("，", ",").split(",")) for triple in triples]
    conditions = dict(part.split("=", 1) for part in where if "=" in part)
    if len(conditions) < len(where):
        raise click.UsageError("--where takes VARIABLE=NAME, each variable once")
    return graph.match(*pattern, where=conditions, undirected=undirected, limit=limit)  # type: ignore[arg-type]


@asking
@click.option("--by", default="degree", show_default=True, metavar="MEASURE", help="degree, strength, pagerank, betweenness, closeness …")
@TYPE
@click.option("--n", default=10, show_default=True, type=click.IntRange(1), help="How many.")
def top(graph: "KnowledgeGraph", by: str, of_type: str, n: int, limit: int | None) -> "Result":
    """Who stands in the middle of the graph.

    \b
    graphkit query top --by pagerank --type 工会
    """
    return graph.top(by, of_type, limit=n if limit is None else min(n, limit))


@asking
@click.option("--resolution", default=1.0, show_default=True, type=click.FloatRange(0, min_open=True), help="Higher: more, smaller ones.")
@click.option("--seed", default=1, show_default=True, help="The same number gives the same communities.")
def communities(graph: "KnowledgeGraph", resolution: float, seed: int, limit: int | None) -> "Result":
    """Who belongs together.

    \b
    graphkit query communities --resolution 0.5
    """
    return graph.communities(resolution=resolution, seed=seed, limit=limit)


@asking
@TEXT
def cypher(graph: "KnowledgeGraph", text: str, limit: int | None) -> "Result":
    """The answer to a Cypher query, - for one from stdin; needs the package grand-cypher.

    \b
    graphkit query cypher "MATCH (p:人物)-[r:任职]->(u:工会) RETURN p.name, r.title, u.name"
    """
    return graph.cypher(text, limit=limit)


@asking
@TEXT
def sql(graph: "KnowledgeGraph", text: str, limit: int | None) -> "Result":
    """The answer to one SELECT over the database, read only; - for one from stdin.

    \b
    graphkit query sql "SELECT type, count(*) FROM entity GROUP BY type"
    """
    return graph.sql(text, limit=limit)
