"""Writing files so that what stood there before is lost only once the new one is whole."""

import os
import re
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path

from graphkit.errors import GraphkitError


@contextmanager
def replacing(path: Path) -> Iterator[Path]:
    """A path beside `path` to write to; it takes the place of `path` when the block ends without an error.

    Folders that are missing on the way are made. A link stays a link; a device or a pipe (/dev/stdout, /dev/null) is written to as
    it is, since nothing may take its place.
    """
    path = path.resolve() if path.is_symlink() else path
    special = path.exists() and not path.is_file()
    beside = path if special else path.with_name(f".{path.name}.{os.getpid()}.new")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
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
def replacing_in(folder: Path, own: re.Pattern[str] | None = None) -> Iterator[Path]:
    """An empty folder whose files take their places in `folder`, all or none, when the block ends without an error.

    What stood there under their names goes, and so does every file whose whole name matches `own`: that is one of the last time,
    which would tell what is no longer told. All other files stay as they are.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        beside = Path(tempfile.mkdtemp(prefix=".graphkit-", dir=folder))
    except OSError as error:
        raise GraphkitError(f"{folder}: cannot be written: {error.strerror or error}") from None
    try:
        yield beside
        _take_places(beside, folder, own)
    except OSError as error:
        raise GraphkitError(f"{folder}: cannot be written: {error.strerror or error}") from None
    finally:
        shutil.rmtree(beside, ignore_errors=True)


def _take_places(beside: Path, folder: Path, own: re.Pattern[str] | None) -> None:
    """Move the files of `beside` into `folder` in place of the old ones; where one cannot be moved, everything goes back."""
    new = sorted(path.name for path in beside.iterdir())
    files = sorted(path.name for path in folder.iterdir() if path.is_file())
    old = [name for name in files if name in new or (own and own.fullmatch(name))]
    aside = Path(tempfile.mkdtemp(prefix=".graphkit-", dir=folder))
    try:
        with ExitStack() as back:
            for name, start, end in [*((name, folder, aside) for name in old), *((name, beside, folder) for name in new)]:
                (start / name).replace(end / name)
                back.callback((end / name).replace, start / name)
            back.pop_all()
            shutil.rmtree(aside)
    finally:
        with suppress(OSError):  # gone, or still with what could not go back
            aside.rmdir()
