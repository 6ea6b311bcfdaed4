"""The documents name what there is."""

from pathlib import Path

import pytest

from graphkit.cli import main

ROOT = Path(__file__).parents[1]


@pytest.mark.parametrize("name", ["README.md", "README.zh.md"])
def test_every_command_is_in_the_readme(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    missing = [command for command in main.commands if f"graphkit {command}" not in text and f"make {command}" not in text]
    assert missing == []


@pytest.mark.parametrize("name", ["README.md", "README.zh.md"])
def test_every_document_is_found_from_the_readme(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    assert [path.name for path in sorted((ROOT / "docs").glob("*.md")) if f"](docs/{path.name})" not in text] == []


def test_lock_files_hold_hashes_and_no_address() -> None:
    for name in ("requirements.lock", "requirements-dev.lock", "requirements-ftm.lock"):
        text = (ROOT / name).read_text(encoding="utf-8")
        assert "--hash=sha256:" in text
        assert "://" not in text
    assert '"resolved"' not in (ROOT / "package-lock.json").read_text(encoding="utf-8")
