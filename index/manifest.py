"""What a snapshot consists of (快照清单): its making, its counts, its files and their checksums."""

from __future__ import annotations

import hashlib
import json
import os
from dataclasses import asdict, dataclass
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import TYPE_CHECKING

from pydantic import TypeAdapter, ValidationError

import corpus
from corpus.errors import IndexDamaged, IndexOutdated
from index.layout import sync_folder

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["FORMAT", "FileSeal", "Manifest", "check_files", "program_version", "read_manifest"]
__all__ += ["reading_version", "seal_files", "write_manifest"]

FORMAT = 4
"""Raised when the files of a snapshot change their shape."""
_NAME = "manifest.json"


@dataclass(frozen=True, slots=True, kw_only=True)
class FileSeal:
    """Size and SHA-256 of one file."""

    size: int
    sha256: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifest:
    """The manifest of one snapshot."""

    format: int
    program: str
    """Version of the program that built it."""
    reading: str
    """Fingerprint of the code and word lists that read the reports."""
    model: str
    """Identity of the embedding model."""
    dimension: int | None
    """None where there is no passage."""
    reports: int
    passages: int
    grouping: str
    """The user's rules for groups of indicators, as `GroupRules.as_json` has them."""
    previous: str | None
    """The snapshot it replaced, kept for readers that are still in it."""
    files: dict[str, FileSeal]
    """By path inside the snapshot, with / between the parts."""


@cache
def program_version() -> str:
    """The version of the program, as its package says it."""
    try:
        return version("fazhi-assistant")
    except PackageNotFoundError:
        return "source"


@cache
def reading_version() -> str:
    """A fingerprint of everything that decides what a report says and how it is cut.

    Reports read by other code or with other word lists are read again. Counting versions by hand
    would be forgotten once, and then an index would mix two readings.
    """
    digest = hashlib.sha256()
    for room in (Path(corpus.__file__).parent, Path(__file__).parent):
        for path in sorted(room.rglob("*")):
            inside = path.relative_to(room)
            if path.is_file() and (path.suffix == ".py" or inside.parts[0] == "data"):
                digest.update(inside.as_posix().encode())
                digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()[:16]


def seal_files(folder: Path) -> dict[str, FileSeal]:
    """Bring every file of a folder to the disk and note what it holds."""
    sealed = {}
    for path in sorted(folder.rglob("*")):
        if path.is_dir():
            sync_folder(path)
            continue
        with path.open("rb+") as held:
            os.fsync(held.fileno())
            sealed[path.relative_to(folder).as_posix()] = _seal(path)
    return sealed


def write_manifest(folder: Path, manifest: Manifest) -> str:
    """Write the manifest of a sealed folder and return its checksum."""
    said = json.dumps(asdict(manifest), ensure_ascii=False, indent=1).encode()
    with (folder / _NAME).open("wb") as out:
        out.write(said)
        out.flush()
        os.fsync(out.fileno())
    sync_folder(folder)
    return hashlib.sha256(said).hexdigest()


def read_manifest(folder: Path, sha256: str, *, index: Path) -> Manifest:
    """The manifest of a snapshot; raises `IndexDamaged` or `IndexOutdated` for `index`."""
    try:
        said = (folder / _NAME).read_bytes()
        if hashlib.sha256(said).hexdigest() != sha256:
            raise IndexDamaged(folder=index)
        # The format is looked at first: another format may have another manifest.
        if json.loads(said)["format"] != FORMAT:
            raise IndexOutdated(folder=index)
        return TypeAdapter(Manifest).validate_json(said)
    except (OSError, KeyError, TypeError, ValueError, ValidationError) as error:
        raise IndexDamaged(folder=index) from error


def check_files(folder: Path, manifest: Manifest) -> Iterator[str]:
    """The files of a snapshot that are missing or differ from what was written."""
    for name, seal in manifest.files.items():
        path = folder / name
        try:
            if path.stat().st_size != seal.size or _seal(path) != seal:
                yield name
        except OSError:
            yield name


def _seal(path: Path) -> FileSeal:
    with path.open("rb") as held:
        digest = hashlib.file_digest(held, "sha256")
        return FileSeal(size=held.tell(), sha256=digest.hexdigest())
