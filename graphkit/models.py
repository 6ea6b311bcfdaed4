"""Where the trained models lie, and whether they are what was trained."""

import hashlib
import json
from importlib.resources import files
from pathlib import Path

from graphkit.errors import ModelError


def find(name: str) -> Path:
    """The folder of a trained model: inside the installed package, or in `models/` of a checkout."""
    package = Path(str(files("graphkit")))
    for place in (package / "models" / name, package.parent / "models" / name):
        if place.is_dir():
            return place
    raise ModelError(f"the model {name} is missing; install graphkit again, or train it (models/README.md)")


def checksums(folder: Path) -> dict[str, str]:
    """The SHA-256 of each file of a model but its meta.json, by its path in the folder."""
    paths = sorted(path for path in folder.rglob("*") if path.is_file() and path != folder / "meta.json")
    return {path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in paths}


def seal(folder: Path) -> None:
    """Write the checksums of a model into its meta.json."""
    path = folder / "meta.json"
    meta = json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}
    path.write_text(json.dumps(meta | {"checksums": checksums(folder)}, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def verify(folder: Path) -> None:
    """Raise ModelError where a file of a model is missing, added or changed since it was sealed."""
    try:
        sealed = json.loads((folder / "meta.json").read_text(encoding="utf-8"))["checksums"]
    except (OSError, ValueError, KeyError):
        raise ModelError(f"{folder}: no checksums; install graphkit again") from None
    found = checksums(folder)
    wrong = sorted(name for name in sealed.keys() | found.keys() if sealed.get(name) != found.get(name))
    if wrong:
        raise ModelError(f"{folder}: {', '.join(wrong[:3])} changed since the model was trained; install graphkit again")
