"""A short run of every fuzzing target with atheris; the long ones are run by hand (tests/fuzz/run.py)."""

import importlib.util
import subprocess
import sys

import pytest

from tests.conftest import ROOT, missing
from tests.fuzz.targets import TARGETS


@pytest.mark.slow
@pytest.mark.parametrize("name", TARGETS)
def test_nothing_but_read_errors_come_out(name: str) -> None:
    if importlib.util.find_spec("atheris") is None:
        missing("atheris (pip install '.[fuzz]'; Linux alone)")
    command = [sys.executable, "-m", "tests.fuzz.run", name, "-runs=1500", "-seed=7", "-max_total_time=20"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, errors="replace", check=False)
    assert done.returncode == 0, done.stdout[-2000:] + done.stderr[-2000:]
    assert "DONE" in done.stderr
