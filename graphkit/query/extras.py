"""Packages that only some answers need."""

from importlib import import_module
from typing import Any

from graphkit.errors import QueryError


def require(module: str, extra: str) -> Any:
    """A module of an optional package. Raises QueryError with the command that installs it."""
    try:
        return import_module(module)
    except ImportError:
        raise QueryError(f"{module.partition('.')[0]} is missing; install it with: pip install 'graphkit-zh[{extra}]'") from None
