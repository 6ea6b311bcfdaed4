"""Zip archives: their files, opened one after the other, nothing written to disk."""

import lzma
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import IO

from graphkit.errors import ReadError

DAMAGED = (zipfile.BadZipFile, zlib.error, lzma.LZMAError, EOFError, OSError)  # what opening or reading a damaged member raises
MOST = 1 << 30  # bytes that the files of an archive may unpack to, together
RATIO = 200  # times its packed size that a file may unpack to
SMALL = 1 << 20  # bytes below which the ratio does not matter


@dataclass(frozen=True)
class Member:
    """A file of an archive."""

    name: str
    archive: zipfile.ZipFile
    info: zipfile.ZipInfo

    def open(self) -> IO[bytes]:
        """The file's bytes. Raises ReadError for what is encrypted or damaged."""
        try:
            return self.archive.open(self.info)
        except (RuntimeError, NotImplementedError):
            raise ReadError("protected by a password, or packed in a way that cannot be unpacked") from None
        except (*DAMAGED, ValueError):
            raise ReadError("damaged") from None


def checked(file: IO[bytes], damaged: str = "a damaged archive") -> zipfile.ZipFile:
    """An archive that is no bomb. Raises ReadError for one that is, and, in the words of `damaged`, for what is no archive."""
    try:
        archive = zipfile.ZipFile(file)
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError):
        raise ReadError(damaged) from None
    sizes = [(info.file_size, info.compress_size) for info in archive.infolist()]
    if sum(size for size, _ in sizes) > MOST or any(size > SMALL and size > RATIO * max(packed, 1) for size, packed in sizes):
        raise ReadError("a zip bomb: it unpacks to far more than it holds")
    return archive


def members(file: IO[bytes]) -> Iterator[Member]:
    """The files of an archive in the order of their names; hidden ones and macOS's doubles left out."""
    with checked(file) as archive:
        for info in sorted(archive.infolist(), key=_name):
            parts = [part for part in _name(info).split("/") if part not in {"", ".", ".."}]
            if parts and not info.is_dir() and not any(part.startswith((".", "__MACOSX")) for part in parts):
                yield Member("/".join(parts), archive, info)


def _name(info: zipfile.ZipInfo) -> str:
    """A file's name; Chinese Windows writes it in GBK and does not say so."""
    if info.flag_bits & 0x800:
        return info.filename.replace("\\", "/")
    try:
        return info.filename.encode("cp437").decode("gb18030").replace("\\", "/")
    except UnicodeError:
        return info.filename.replace("\\", "/")
