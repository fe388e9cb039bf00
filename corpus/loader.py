"""From a file or a folder to the canonical text (原文) of each report."""

from __future__ import annotations

import os
from pathlib import Path, PurePath
from typing import TYPE_CHECKING

from corpus.errors import CorpusError, FileEmpty, FileMissing, FileTooLarge, FormatUnknown
from corpus.formats import SUFFIXES, Format, open_parser

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

__all__ = ["discover", "load_text", "parse_bytes", "read_bytes"]

_MEGABYTE = 1 << 20


def load_text(path: Path) -> str:
    """Read the text of one file, in any known format, without reading more than its limit.

    Raises a `CorpusError` that carries the file's name.
    """
    data, size = _read(path)
    return _parse(path.name, data, size=size)


def read_bytes(path: Path) -> bytes:
    """The content of one file, cut behind its format's limit, for `parse_bytes` to judge."""
    return _read(path)[0]


def _read(path: Path) -> tuple[bytes, int]:
    form = _format(path.name)
    if not path.is_file():
        raise FileMissing(file=path.name)
    try:
        with path.open("rb") as file:
            data = file.read(form.limit_mb * _MEGABYTE + 1)
        return data, max(len(data), path.stat().st_size)
    except OSError as error:
        raise CorpusError(file=path.name) from error


def parse_bytes(name: str, data: bytes) -> str:
    """Read the text of a file given by its name and content, such as an upload."""
    return _parse(PurePath(name).name, data, size=len(data))


def discover(paths: Iterable[Path]) -> list[Path]:
    """List the report files among `paths` and in the folders named there, each once and sorted.

    A file named outright is listed whatever its suffix, so that loading it says what is wrong
    with it. In folders, unknown suffixes, hidden files, Office's lock files (~$) and links that
    lead outside are passed over. Raises `FileMissing` for a path that is not there.
    """
    found: dict[Path, Path] = {}
    for path in paths:
        if not path.exists():
            raise FileMissing(file=str(path))
        for file in _reports_below(path) if path.is_dir() else [path]:
            found.setdefault(file.resolve(), file)
    return sorted(found.values())


def _reports_below(folder: Path) -> Iterator[Path]:
    root = folder.resolve()
    for at, folders, files in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".")]
        for name in files:
            file = Path(at, name)
            known = file.suffix.lower() in SUFFIXES and not name.startswith((".", "~$"))
            if known and file.is_file() and file.resolve().is_relative_to(root):
                yield file


def _format(name: str) -> Format:
    known = SUFFIXES.get(PurePath(name).suffix.lower())
    if known is None:
        raise FormatUnknown(file=name, known=" ".join(SUFFIXES))
    return known


def _parse(name: str, data: bytes, *, size: int) -> str:
    limit = _format(name).limit_mb
    if size > limit * _MEGABYTE:
        # Rounded up: a file just above the limit must not be said to be of the limit's size.
        raise FileTooLarge(file=name, size_mb=-(-size // _MEGABYTE), limit_mb=limit)
    text = open_parser(PurePath(name).suffix.lower()).read(data, name) if data.strip() else ""
    if not text.strip(" \t\n\r\f\v\u3000\xa0\ufeff"):
        raise FileEmpty(file=name)
    return text
