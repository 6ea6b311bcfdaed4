"""Two builds of one input give the same content, whatever the order of inputs, the hash seed, the time zone and the locale."""

import hashlib
import os
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

FILES = ("graph.html", "graph.graphml", "graph.gexf", "graph.json")


def build(inputs: list[Path], output: Path, **environment: str) -> None:
    command = [sys.executable, "-m", "graphkit.cli", "build", *map(str, inputs), "-o", str(output), "--title", "t"]
    subprocess.run(command, check=True, capture_output=True, env={**os.environ, **environment})


def content(path: Path) -> str:
    with sqlite3.connect(path) as db:
        return hashlib.sha256("\n".join(db.iterdump()).encode()).hexdigest()


@pytest.mark.slow
def test_two_builds_are_the_same(sample: list[Path], tmp_path: Path) -> None:
    inputs = [path for path in sample if path.suffix in {".txt", ".jsonl"}][:8]
    build(inputs, tmp_path / "a", PYTHONHASHSEED="1", TZ="Asia/Shanghai", LC_ALL="C.UTF-8")
    build(inputs[::-1], tmp_path / "b", PYTHONHASHSEED="77", TZ="America/Lima", LC_ALL="C")
    assert content(tmp_path / "a" / "graph.db") == content(tmp_path / "b" / "graph.db")
    for name in FILES:
        assert (tmp_path / "a" / name).read_bytes() == (tmp_path / "b" / name).read_bytes(), name
