"""How an index lies on disk, and the few functions that change it (索引文件夹).

    FAZHI-INDEX            the marker that makes a folder ours
    build.lock             held by the one build that may run
    CURRENT                the id of the snapshot to read and the checksum of its manifest
    snapshots/<id>/        one snapshot, whole or abandoned

A snapshot counts only once CURRENT names it, and CURRENT is replaced in one step after everything
it stands for is on the disk. Whatever a broken build leaves is swept away by the next.
"""

from __future__ import annotations

import errno
import os
import re
import secrets
import shutil
import sqlite3
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from filelock import FileLock, Timeout

from corpus.errors import (
    DiskFull,
    IndexBusy,
    IndexDamaged,
    IndexForeign,
    IndexMissing,
    IndexReadOnly,
)

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

__all__ = ["Layout", "Pointer", "sole_build", "sync_folder"]

_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_FORBIDDEN = {errno.EACCES, errno.EPERM, errno.EROFS}
_ALMOST_NOTHING = 1 << 20
"""With less free space than this, a write that failed without a reason failed for lack of it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pointer:
    """What CURRENT says (当前快照)."""

    snapshot: str
    manifest_sha256: str


@dataclass(frozen=True, slots=True)
class Layout:
    """The paths of one index folder."""

    folder: Path

    @property
    def marker(self) -> Path:
        """Present in every folder that is ours."""
        return self.folder / "FAZHI-INDEX"

    @property
    def current(self) -> Path:
        """The pointer file."""
        return self.folder / "CURRENT"

    @property
    def snapshots(self) -> Path:
        """Where the snapshots lie."""
        return self.folder / "snapshots"

    def snapshot(self, id_: str) -> Path:
        """The folder of one snapshot."""
        return self.snapshots / id_

    def check_ours(self) -> None:
        """Raise `IndexMissing` for nothing there and `IndexForeign` for somebody else's folder."""
        if self.marker.is_file():
            return
        if not self.folder.exists() or (self.folder.is_dir() and not any(self.folder.iterdir())):
            raise IndexMissing(folder=self.folder)
        raise IndexForeign(folder=self.folder)

    def pointer(self) -> Pointer:
        """What CURRENT says now; raises `IndexMissing`, `IndexForeign` or `IndexDamaged`."""
        self.check_ours()
        try:
            said = self.current.read_bytes()
        except FileNotFoundError:
            # Snapshots without a pointer can be left by a first build that was killed.
            raise IndexMissing(folder=self.folder) from None
        found = re.fullmatch(rb"([0-9a-z-]{1,40}) ([0-9a-f]{64})\n", said)
        if found is None:
            raise IndexDamaged(folder=self.folder)
        return Pointer(snapshot=found[1].decode(), manifest_sha256=found[2].decode())

    def point_to(self, pointer: Pointer) -> None:
        """Swap the pointer in one step; from here on readers see the new snapshot."""
        sync_folder(self.snapshots)
        fresh = self.folder / "CURRENT.new"
        with fresh.open("wb") as out:
            out.write(f"{pointer.snapshot} {pointer.manifest_sha256}\n".encode())
            out.flush()
            os.fsync(out.fileno())
        fresh.replace(self.current)
        sync_folder(self.folder)

    def new_snapshot(self) -> str:
        """The id of a new, empty snapshot folder."""
        id_ = f"{datetime.now(UTC):%Y%m%d-%H%M%S}-{secrets.token_hex(4)}"
        self.snapshot(id_).mkdir(parents=True)
        return id_

    def sweep(self, *, keep: set[str]) -> None:
        """Delete every snapshot but these, whole or not.

        A file that is still open elsewhere may refuse to go; the next build tries again.
        """
        (self.folder / "CURRENT.new").unlink(missing_ok=True)
        if self.snapshots.is_dir():
            for left in self.snapshots.iterdir():
                if left.name not in keep:
                    shutil.rmtree(left, ignore_errors=True)


@contextmanager
def sole_build(folder: Path) -> Iterator[Layout]:
    """The folder, ours and locked, for the one build that may run in it.

    Raises `IndexForeign` before anything is touched, `IndexBusy` if another build runs, and turns
    a full disk or a forbidden write inside the block into `DiskFull` or `IndexReadOnly`.
    """
    layout = Layout(folder)
    with _disk_trouble(folder):
        try:
            layout.check_ours()
        except IndexMissing:
            folder.mkdir(parents=True, exist_ok=True)
            layout.marker.touch()
        try:
            with FileLock(folder / "build.lock", blocking=False):
                yield layout
        except Timeout:
            raise IndexBusy(folder=folder) from None


def sync_folder(folder: Path) -> None:
    """Make the names in a folder durable; Windows has no such call and needs none."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


@contextmanager
def _disk_trouble(folder: Path) -> Iterator[None]:
    try:
        yield
    except (OSError, RuntimeError, sqlite3.Error) as error:
        if _is_full(error, folder):
            raise DiskFull(folder=folder) from error
        ours = isinstance(error, OSError) and str(error.filename).startswith(str(folder))
        if ours and getattr(error, "errno", None) in _FORBIDDEN:
            raise IndexReadOnly(folder=folder) from error
        raise


def _is_full(error: Exception, folder: Path) -> bool:
    if isinstance(error, sqlite3.Error):
        code = getattr(error, "sqlite_errorcode", None)
        if code in {sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR_WRITE}:
            return True
    elif isinstance(error, OSError) and error.errno is not None:
        return error.errno in _FULL
    # FAISS and NumPy report a failed write without its number; at best the text has the reason.
    said = str(error)
    return any(os.strerror(number) in said for number in _FULL) or _no_space(folder)


def _no_space(folder: Path) -> bool:
    try:
        return shutil.disk_usage(folder).free < _ALMOST_NOTHING
    except OSError:
        return False
