"""The shipped models are what was trained, load fast, and say so when they are damaged."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from graphkit import models
from graphkit.errors import ModelError

ROOT = Path(__file__).parents[1]
NAMES = ["zh_union_news", "zh_junctions", "zh_relations", "zh_confidence"]


@pytest.mark.parametrize("name", NAMES)
def test_checksums_match(name: str) -> None:
    models.verify(models.find(name))
    assert models.checksums(models.find(name))


@pytest.mark.parametrize("name", NAMES)
def test_a_changed_file_is_named(name: str, tmp_path: Path) -> None:
    copy = tmp_path / name
    shutil.copytree(models.find(name), copy)
    victim = next(path for path in sorted(copy.rglob("*")) if path.is_file() and path.name != "meta.json")
    victim.write_bytes(victim.read_bytes()[:-1])
    with pytest.raises(ModelError, match=victim.name):
        models.verify(copy)


def test_a_model_without_checksums_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="no checksums"):
        models.verify(tmp_path)


def test_the_models_are_small() -> None:
    files = [path for name in NAMES for path in models.find(name).rglob("*") if path.is_file()]
    assert sum(path.stat().st_size for path in files) < 80e6


def test_the_pipeline_loads_in_three_seconds() -> None:
    code = "import spacy, time; from graphkit import annotate; start = time.perf_counter(); annotate.load(); print(time.perf_counter() - start)"
    times = [float(subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True).stdout) for _ in range(2)]
    assert min(times) < 3
