"""Coverage-guided fuzzing with atheris: python -m tests.fuzz.run TARGET [-runs=100000] (targets: see tests/fuzz/targets.py)."""

import sys
import tempfile
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["graphkit"]):
    from tests.fuzz.targets import TARGETS, seeds


def main() -> None:
    """Run one target; a crash ends it with a trace and a status other than 0."""
    name, *options = sys.argv[1:]
    with tempfile.TemporaryDirectory() as folder:
        for number, seed in enumerate(seeds(name)):
            Path(folder, f"seed{number}").write_bytes(seed)
        atheris.Setup([sys.argv[0], *options, "-timeout=60", "-rss_limit_mb=4096", f"-artifact_prefix={folder}/", folder], TARGETS[name])
        atheris.Fuzz()


if __name__ == "__main__":
    main()
