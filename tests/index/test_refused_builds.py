"""Builds that may not run or are broken off change nothing, and say why."""

from __future__ import annotations

from pathlib import Path

import pytest
from filelock import FileLock

from corpus.errors import (
    IndexBusy,
    IndexDamaged,
    IndexForeign,
    IndexMissing,
    IndexReadOnly,
    NothingToIndex,
)
from index.build import Phase, build_index, remove_reports
from index.snapshot import current_id
from tests.embedders import HashEmbeddings
from tests.index.small_reports import (
    MODEL,
    SHIQIAO,
    build,
    open_index,
    write_reports,
)


@pytest.fixture
def reports(tmp_path: Path) -> Path:
    return write_reports(tmp_path / "reports")


@pytest.fixture
def index(tmp_path: Path) -> Path:
    return tmp_path / "index"


def _held(index: Path) -> list[str]:
    with open_index(index) as snapshot:
        return [card.file for card in snapshot.cards]


def test_nothing_readable_is_an_error_and_changes_nothing(reports: Path, index: Path) -> None:
    first = build(reports, folder=index)
    bad = reports.parent / "空.txt"
    bad.touch()
    with pytest.raises(NothingToIndex) as caught:
        build(bad, folder=index)
    failures = caught.value.details["failures"]
    assert isinstance(failures, tuple)
    assert [one.file for one in failures] == ["空.txt"]
    assert current_id(index) == first.snapshot


def test_removing_from_no_index(tmp_path: Path) -> None:
    with pytest.raises(IndexMissing):
        remove_reports(tmp_path / "nowhere", ["x"])
    assert not (tmp_path / "nowhere").exists()


def test_a_second_build_is_turned_away(reports: Path, index: Path) -> None:
    first = build(reports, folder=index)
    with FileLock(index / "build.lock"), pytest.raises(IndexBusy):
        build(reports / "云溪.txt", folder=index)
    assert current_id(index) == first.snapshot


def test_a_build_inside_a_build_is_turned_away(reports: Path, index: Path) -> None:
    def progress(_phase: Phase, _done: int, _total: int, /) -> None:
        with pytest.raises(IndexBusy):
            build(reports, folder=index)

    build_index(
        [reports], folder=index, embeddings=HashEmbeddings(), model=MODEL, progress=progress
    )
    assert len(_held(index)) == 3


def test_a_folder_that_is_not_ours_is_left_alone(reports: Path, tmp_path: Path) -> None:
    foreign = tmp_path / "照片"
    foreign.mkdir()
    (foreign / "合影.jpg").write_bytes(b"jpg")
    with pytest.raises(IndexForeign):
        build(reports, folder=foreign)
    assert [path.name for path in foreign.iterdir()] == ["合影.jpg"]


def test_a_file_in_the_place_of_the_folder(reports: Path, tmp_path: Path) -> None:
    (tmp_path / "index").write_text("mine", encoding="utf-8")
    with pytest.raises(IndexForeign):
        build(reports, folder=tmp_path / "index")
    assert (tmp_path / "index").read_text(encoding="utf-8") == "mine"


def test_a_folder_that_may_not_be_written(
    reports: Path, index: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def forbidden(self: Path, *_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied", str(self))

    monkeypatch.setattr(Path, "mkdir", forbidden)
    with pytest.raises(IndexReadOnly):
        build(reports, folder=index)


def test_replace_mends_a_damaged_index_and_add_refuses_it(reports: Path, index: Path) -> None:
    snapshot = build(reports, folder=index).snapshot
    (index / "snapshots" / snapshot / "library.db").write_bytes(b"")
    with pytest.raises(IndexDamaged):
        build(reports, folder=index, mode="add")
    assert len(build(reports, folder=index).added) == 3
    assert len(_held(index)) == 3


def test_a_build_stopped_by_its_progress_leaves_no_trace(reports: Path, index: Path) -> None:
    build(reports, folder=index)
    write_reports(reports, 石桥=SHIQIAO.replace("77件", "78件"))
    left = sorted(index.rglob("*"))

    class StoppedError(Exception):
        pass

    def stop(phase: Phase, _done: int, _total: int, /) -> None:
        if phase is Phase.EMBED:
            raise StoppedError

    with pytest.raises(StoppedError):
        build_index(
            [reports], folder=index, embeddings=HashEmbeddings(), model=MODEL, progress=stop
        )
    assert sorted(index.rglob("*")) == left


def test_only_the_last_two_snapshots_stay(reports: Path, index: Path) -> None:
    kept = []
    for count in (71, 72, 73, 74):
        write_reports(reports, 石桥=SHIQIAO.replace("77件", f"{count}件"))
        kept.append(build(reports, folder=index).snapshot)
    assert sorted(path.name for path in (index / "snapshots").iterdir()) == sorted(kept[-2:])
