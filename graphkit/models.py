"""Where the trained models lie."""

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
