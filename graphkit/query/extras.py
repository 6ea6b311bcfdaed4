"""Packages that only some answers need."""

from importlib import import_module
from typing import Any

from graphkit.errors import QueryError


def require(module: str, package: str) -> Any:
    """A module of an optional package. Raises QueryError with the command that installs the package."""
    try:
        return import_module(module)
    except ImportError:
        raise QueryError(f"{package} is missing; install it with: pip install {package}") from None
