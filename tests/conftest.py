"""Shared fixtures. What a machine lacks (a browser, the shared corpora) is a skip with its reason, and a failure in CI."""

import os
import shutil
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NoReturn

import pytest

ROOT = Path(__file__).parents[1]
SHARED = ROOT.parent / "shared"


def missing(what: str) -> NoReturn:
    """Skip a test for want of something, or fail where CI says that nothing may be missing."""
    if os.environ.get("GRAPHKIT_CI"):
        pytest.fail(f"missing in CI: {what}")
    pytest.skip(f"missing: {what}")


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder with the gold pages and the public corpora, beside the checkout."""
    if not (SHARED / "gold").is_dir():
        missing("the folder ../shared with gold pages and corpora")
    return SHARED


@pytest.fixture(scope="session")
def sample() -> list[Path]:
    """The files of the bundled sample."""
    folder = ROOT / "graphkit" / "data" / "sample"
    return sorted(path for path in folder.iterdir() if path.name != "README.md")


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory, sample: list[Path]) -> Path:
    """The folder of a build of the sample, made once for all workers."""
    from graphkit import pipeline

    base = tmp_path_factory.getbasetemp()
    folder = (base.parent if os.environ.get("PYTEST_XDIST_WORKER") else base) / "graphkit-sample"
    if _first(folder):
        pipeline.build(sample, folder, title="示例")
        (folder / "done").touch()
    while not (folder / "done").exists():
        time.sleep(0.1)
    return folder


def _first(folder: Path) -> bool:
    """Whether this worker is the one to make the folder."""
    try:
        folder.mkdir()
    except FileExistsError:
        return False
    return True


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    """Headless Chromium of the system, driven by playwright."""
    path = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if path is None:
        missing("a chromium browser on the PATH")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        flags = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"]
        chromium = playwright.chromium.launch(executable_path=path, args=flags)
        yield chromium
        chromium.close()
