"""A small training run of every model, over the public corpora and our own articles; `--data` outside the checkout."""

import shutil
from pathlib import Path

import pytest
import spacy
from click.testing import CliRunner

from graphkit.cli import main
from graphkit.train import junctions

ROOT = Path(__file__).parents[2]


def train(*arguments: object) -> str:
    result = CliRunner().invoke(main, ["train", *map(str, arguments)], catch_exceptions=False)
    assert result.exit_code == 0, result.output
    return result.output


@pytest.mark.slow
def test_each_model_trains_on_a_little_and_the_pipeline_finds_names(shared: Path, tmp_path: Path) -> None:
    data = ("--data", shared / "data")
    segmenter, vectors, model = (tmp_path / name for name in ("segmenter", "vectors", "model"))
    scores = train("segmenter", *data, "--limit", 800, "--iterations", 2, "-o", segmenter)
    assert float(scores.split("f1 ")[1].split(",")[0]) > 0.75
    train("vectors", *data, "--limit", 4000, "--segmenter", segmenter, "-o", vectors)
    articles = tmp_path / "articles"
    articles.mkdir()
    for path in sorted((ROOT / "models/training/articles").glob("a00?.*")):
        shutil.copy(path, articles)
    options = ("--articles", articles, "--segmenter", segmenter, "--vectors", vectors, "--limit", 200, "--copies", 4, "--steps", 300)
    train("ner", *data, *options, "-o", model)
    nlp = spacy.load(model)
    assert nlp.pipe_names == ["tok2vec", "tagger", "ner"]
    assert nlp("甘肃省总工会主席王力到兰州看望职工。").ents


def test_junctions_are_counts_of_what_is_frequent() -> None:
    texts = ["省总工会开展送温暖活动。"] * 3 + ["省总工会召开会议。"] * 2
    assert junctions.count(texts, least=5) == {
        "grams": dict.fromkeys(("总", "总工", "总工会", "省", "省总", "省总工", "工", "工会", "。"), 5) | {"会": 7, "开": 5},
        "starts": {"省": 5, "省总": 5},
    }
