"""A full disk stops a build in words, and takes nothing away."""

from __future__ import annotations

import errno
import os
import resource
import subprocess
from contextlib import contextmanager
from pathlib import Path
from typing import IO, TYPE_CHECKING, NoReturn

import pytest

from corpus.errors import DiskFull
from index import draft as drafts
from index.faiss_store import FaissStore
from index.words import WordIndex
from tests.index.small_reports import (
    YUNXI,
    YUNXI_EDITED,
    build,
    by_words,
    open_index,
    write_reports,
)

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture
def index(tmp_path: Path) -> Path:
    """An index whose next build would update a report."""
    reports = write_reports(tmp_path / "reports")
    build(reports, folder=tmp_path / "index")
    write_reports(reports, 云溪=YUNXI_EDITED)
    return tmp_path / "index"


def _still_old(index: Path) -> None:
    with open_index(index) as snapshot:
        assert by_words(snapshot, "行政复议案件")[0] == "全年受理行政复议案件31件,办结28件。"
    assert len(list((index / "snapshots").iterdir())) == 1


def _no_space(*_: object, **__: object) -> NoReturn:
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


@pytest.mark.parametrize(
    ("owner", "name"),
    [
        (drafts, "seal_files"),
        (drafts, "write_manifest"),
        (FaissStore, "save"),
        (WordIndex, "save"),
        (Path, "mkdir"),
        (Path, "replace"),
        (os, "fsync"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_no_space_at_any_part(
    index: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, owner: object, name: str
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(owner, name, _no_space)
        with pytest.raises(DiskFull) as caught:
            build(tmp_path / "reports", folder=index)
    assert caught.value.details == {"folder": index}
    _still_old(index)
    assert build(tmp_path / "reports", folder=index).changed


@contextmanager
def _small_files() -> Iterator[None]:
    """No file of this process may grow beyond 2 KB: writing fails as on a full disk.

    Only around the build, for the file into which a test run is written down falls under it, too.
    """
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (2048, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


def test_files_that_cannot_grow(index: Path, tmp_path: Path) -> None:
    with _small_files(), pytest.raises(DiskFull):
        build(tmp_path / "reports", folder=index)
    _still_old(index)


@pytest.fixture
def tiny_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 1000 KB of its own."""
    disk = tmp_path / "disk"
    disk.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=1000k", "none", str(disk)],
        capture_output=True,
        check=False,
    )
    if mounted.returncode != 0:
        pytest.skip("a disk of its own can only be mounted by root")
    yield disk
    # Lazily: vectors of a snapshot stay mapped until their last reader is collected.
    subprocess.run(["umount", "--lazy", str(disk)], check=True)


def _fill(disk: Path, *, leave: int) -> IO[bytes]:
    stat = os.statvfs(disk)
    filler = (disk / "filler").open("wb")
    filler.write(b"\0" * max(0, stat.f_bavail * stat.f_frsize - leave))
    filler.flush()
    return filler


def test_a_disk_that_is_really_full(tiny_disk: Path, tmp_path: Path) -> None:
    reports = write_reports(tmp_path / "reports")
    index = tiny_disk / "index"
    build(reports, folder=index)
    write_reports(reports, 云溪=YUNXI_EDITED)
    for left in range(0, 320_000, 16_384):
        with _fill(tiny_disk, leave=left) as filler:
            try:
                changed = build(reports, folder=index).changed
            except DiskFull:
                changed = False
                _still_old(index)
        Path(filler.name).unlink()
        if changed:
            break
    assert left > 16_384
    assert changed


def test_a_first_build_on_a_full_disk(tiny_disk: Path, tmp_path: Path) -> None:
    reports = write_reports(tmp_path / "reports", 云溪=YUNXI)
    with _fill(tiny_disk, leave=20_000), pytest.raises(DiskFull):
        build(reports, folder=tiny_disk / "index")
    (tiny_disk / "filler").unlink()
    assert build(reports, folder=tiny_disk / "index").changed
