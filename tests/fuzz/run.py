"""Coverage-guided fuzzing with atheris: python -m tests.fuzz.run TARGET [-runs=100000] (targets: see tests/fuzz/targets.py).

At the end it is told how the runs ended: how many were read, and why the others were refused. With --bytes a file is changed
as bytes alone, its container not kept sound, for comparison.
"""

import sys
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path

import atheris

from tests.fuzz.mutators import INSIDE, mutator

with atheris.instrument_imports(include=["graphkit"]):
    from tests.fuzz.targets import OUTCOMES, TARGETS, Target, seeds


def mutate(data: bytes, most: int) -> bytes:
    """The fuzzer's own mutation; atheris puts the function in place only when it starts."""
    return bytes(atheris.Mutate(data, max(most, len(data))))


def telling(target: Target, runs: int) -> Target:
    """The target, telling at the last run how all have ended (the process ends without a word to Python)."""
    done = 0

    def run(data: bytes) -> None:
        nonlocal done
        target(data)
        done += 1
        if done == runs:
            sys.stderr.writelines(f"{count:8} {outcome}\n" for outcome, count in OUTCOMES.most_common(8))

    return run


def runs_asked(options: Sequence[str]) -> int:
    """The number after -runs=; 0 where there is none."""
    return next((int(option.removeprefix("-runs=")) for option in options if option.startswith("-runs=")), 0)


def main() -> None:
    """Run one target; a crash ends it with a trace and a status other than 0."""
    name, *options = sys.argv[1:]
    sound = name in INSIDE and "--bytes" not in options
    mutators: dict[str, Callable[[bytes, int, int], bytes]] = {"custom_mutator": mutator(INSIDE[name], mutate)} if sound else {}
    options = [option for option in options if option != "--bytes"]
    with tempfile.TemporaryDirectory() as folder:
        for number, seed in enumerate(seeds(name)):
            Path(folder, f"seed{number}").write_bytes(seed)
        own = ["-timeout=60", "-rss_limit_mb=4096", "-max_len=65536", f"-artifact_prefix={folder}/"]
        atheris.Setup([sys.argv[0], *own, *options, folder], telling(TARGETS[name], runs_asked(options)), **mutators)
        atheris.Fuzz()


if __name__ == "__main__":
    main()
