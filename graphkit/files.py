"""Writing files so that what stood there before is lost only once the new one is whole."""

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from graphkit.errors import GraphkitError


@contextmanager
def replacing(path: Path) -> Iterator[Path]:
    """A path beside `path` to write to; it takes the place of `path` when the block ends without an error.

    A link stays a link; a device or a pipe (/dev/stdout, /dev/null) is written to as it is, since nothing may take its place.
    """
    path = path.resolve() if path.is_symlink() else path
    special = path.exists() and not path.is_file()
    beside = path if special else path.with_name(f".{path.name}.{os.getpid()}.new")
    try:
        yield beside
        if not special:
            beside.replace(path)
    except OSError as error:
        raise GraphkitError(f"{path}: cannot be written: {error.strerror or error}") from None
    finally:
        if not special:
            with suppress(OSError):  # a path below a file: what it is about was told above
                beside.unlink(missing_ok=True)


@contextmanager
def replacing_in(folder: Path) -> Iterator[Path]:
    """An empty folder whose files take their places in `folder` when the block ends without an error."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        beside = Path(tempfile.mkdtemp(prefix=".graphkit-", dir=folder))
    except OSError as error:
        raise GraphkitError(f"{folder}: cannot be written: {error.strerror or error}") from None
    try:
        yield beside
        for path in sorted(beside.iterdir()):
            path.replace(folder / path.name)
    except OSError as error:
        raise GraphkitError(f"{folder}: cannot be written: {error.strerror or error}") from None
    finally:
        shutil.rmtree(beside, ignore_errors=True)
