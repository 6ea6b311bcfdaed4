"""`graphkit train`: one command per model, each step's output the next one's input."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

DATA = click.option(
    "--data", required=True, type=click.Path(path_type=Path, exists=True, file_okay=False), help="Folder of the public corpora."
)
LIMIT = click.option("--limit", default=0, type=click.IntRange(0), help="Use so many items of the corpora alone (0: all).")
SEGMENTER = click.option(
    "--segmenter", required=True, type=click.Path(path_type=Path, exists=True), help="Folder of the trained segmenter."
)


def output(kind: str) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """The option that says where a model goes."""
    return click.option("-o", "--output", required=True, type=click.Path(path_type=Path), help=f"{kind} to write.")


@click.group()
def train() -> None:
    """Train a model from the public corpora and our own articles.

    Which data, and in which order, says models/README.md:
    graphkit train segmenter --data ../shared/data -o training/segmenter
    """


@train.command()
@DATA
@LIMIT
@click.option("--iterations", default=6, show_default=True, type=click.IntRange(1))
@click.option("--min-weight", default=0.1, show_default=True, type=float, help="Leave out features that weigh less.")
@output("Folder")
def segmenter(data: Path, limit: int, iterations: int, min_weight: float, output: Path) -> None:
    """The pkuseg word segmenter, scored on held-out days.

    graphkit train segmenter --data ../shared/data -o training/segmenter
    """
    from graphkit.train import segmenter as trainer

    scores = trainer.train(data, output, iterations=iterations, min_weight=min_weight, limit=limit)
    click.echo(", ".join(f"{name} {value:.3f}" for name, value in scores._asdict().items()))


@train.command()
@DATA
@LIMIT
@SEGMENTER
@output("Folder")
def vectors(data: Path, limit: int, segmenter: Path, output: Path) -> None:
    """The floret vectors of words, over the raw corpora.

    graphkit train vectors --data ../shared/data --segmenter training/segmenter -o training/vectors
    """
    from graphkit.train import vectors as trainer

    trainer.make(data, segmenter, output, limit=limit)
    click.echo(output)


@train.command()
@DATA
@LIMIT
@SEGMENTER
@click.option("--vectors", required=True, type=click.Path(path_type=Path, exists=True), help="Folder of the trained vectors.")
@click.option("--articles", required=True, type=click.Path(path_type=Path, exists=True), help="Our own annotated articles.")
@click.option("--copies", default=10, show_default=True, type=click.IntRange(1), help="How often our own articles are repeated.")
@click.option("--steps", default=10000, show_default=True, type=click.IntRange(1), help="Batches to train on.")
@output("Folder")
def ner(data: Path, limit: int, segmenter: Path, vectors: Path, articles: Path, copies: int, steps: int, output: Path) -> None:
    """The tagger and the recogniser; writes the whole pipeline.

    graphkit train ner --data ../shared/data --articles models/training/articles --segmenter training/segmenter
    --vectors training/vectors -o models/zh_union_news
    """
    from tempfile import TemporaryDirectory

    from graphkit.train import ner as trainer

    with TemporaryDirectory() as folder:
        trainer.prepare(data, articles, segmenter, Path(folder), copies=copies, limit=limit)
        trainer.train(Path(folder), vectors, segmenter, output, steps=steps)
    click.echo(output)


@train.command()
@DATA
@output("File")
def junctions(data: Path, output: Path) -> None:
    """The counts that tell where a cut line goes on.

    graphkit train junctions --data ../shared/data -o models/zh_junctions/counts.msgpack.gz
    """
    from graphkit.train import junctions as trainer

    click.echo(f"{trainer.train(data, output)} counts")


@train.command()
@click.option("--articles", required=True, type=click.Path(path_type=Path, exists=True), help="Our own annotated articles.")
@output("Folder")
def relations(articles: Path, output: Path) -> None:
    """The classifier of relations, scored by cross-validation.

    graphkit train relations --articles models/training/articles -o models/zh_relations
    """
    from graphkit.train import relations as trainer

    for relation, score in trainer.train(articles, output).items():
        click.echo(f"{relation:10} from {score.threshold:.2f}  P {score.precision:.3f}  R {score.recall:.3f}  F {score.f1:.3f}")


@train.command()
@click.option("--articles", required=True, type=click.Path(path_type=Path, exists=True), help="Our own annotated articles.")
@click.option("--unseen", required=True, help="First letters of the articles that the recogniser was not trained on.")
@output("Folder")
def confidence(articles: Path, unseen: str, output: Path) -> None:
    """How sure facts are, names and all; scored by cross-validation.

    graphkit train confidence --articles models/training/articles --unseen efghij -o models/zh_confidence
    """
    from graphkit.train import confidence as trainer

    score = trainer.train(articles, unseen, output)
    click.echo(f"{score.facts} facts, {score.precision:.3f} of them right; Brier score {score.brier:.4f}")
