"""What a build takes in, keeps, leaves out and says about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from corpus.errors import (
    FileEmpty,
    FileMissing,
    FormatUnknown,
)
from corpus.loader import load_text
from index import build as building
from index.build import BuildOutcome, build_index, remove_reports
from tests.embedders import HashEmbeddings
from tests.index.small_reports import (
    MODEL,
    QINGLAN,
    YUNXI,
    YUNXI_EDITED,
    build,
    by_vector,
    by_words,
    open_index,
    texts,
    write_reports,
)

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def reports(tmp_path: Path) -> Path:
    return write_reports(tmp_path / "reports")


@pytest.fixture
def index(tmp_path: Path) -> Path:
    return tmp_path / "index"


class CountingEmbeddings(HashEmbeddings):
    """Remembers every text it was asked to encode."""

    def __init__(self) -> None:
        super().__init__()
        self.encoded: list[str] = []

    def embed_documents(self, texts: list[str]) -> list[list[float]]:
        self.encoded += texts
        return super().embed_documents(texts)


def _files(outcome: BuildOutcome, part: str) -> list[str]:
    return [card.file for card in getattr(outcome, part)]


def _held(index: Path) -> list[str]:
    with open_index(index) as snapshot:
        return [card.file for card in snapshot.cards]


def test_a_first_build_finds_everything(reports: Path, index: Path) -> None:
    outcome = build(reports, folder=index)
    assert outcome.changed
    assert _files(outcome, "added") == ["云溪.txt", "石桥.txt", "青岚.txt"]
    assert outcome.embedded == len(texts(open_index(index))) - outcome.reused
    with open_index(index) as snapshot:
        assert by_words(snapshot, "行政复议案件")[0] == "全年受理行政复议案件31件,办结28件。"
        assert by_vector(snapshot, "全镇组建普法队伍")[0].startswith("全镇组建普法队伍9支")


def test_nothing_changed_writes_nothing(reports: Path, index: Path) -> None:
    first = build(reports, folder=index)
    before = {path: path.stat().st_mtime_ns for path in index.rglob("*") if path.is_file()}
    again = build(reports, folder=index)
    assert not again.changed
    assert again.snapshot == first.snapshot
    assert _files(again, "unchanged") == ["云溪.txt", "石桥.txt", "青岚.txt"]
    after = {path: path.stat().st_mtime_ns for path in index.rglob("*") if path.is_file()}
    assert {**after, index / "build.lock": 0} == {**before, index / "build.lock": 0}


def test_an_edited_sentence_is_the_only_one_encoded_again(reports: Path, index: Path) -> None:
    build(reports, folder=index)
    write_reports(reports, 云溪=YUNXI_EDITED)
    embeddings = CountingEmbeddings()
    outcome = build_index([reports], folder=index, embeddings=embeddings, model=MODEL)
    assert embeddings.encoded == ["全年受理行政复议案件35件,办结33件。"]
    assert outcome.embedded == 1
    assert _files(outcome, "updated") == ["云溪.txt"]
    assert _files(outcome, "unchanged") == ["石桥.txt", "青岚.txt"]
    assert outcome.removed == ()
    with open_index(index) as snapshot:
        assert by_words(snapshot, "行政复议案件")[0] == "全年受理行政复议案件35件,办结33件。"


def test_unchanged_files_are_not_read_again(
    reports: Path, index: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    build(reports, folder=index)
    write_reports(reports, 云溪=YUNXI_EDITED)
    read: list[str] = []

    def loading(path: Path) -> str:
        read.append(path.name)
        return load_text(path)

    monkeypatch.setattr("index.intake.load_text", loading)
    build(reports, folder=index)
    assert read == ["云溪.txt"]


def test_other_reading_code_reads_everything_again_but_encodes_nothing(
    reports: Path, index: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    build(reports / "云溪.txt", folder=index)
    (reports / "云溪.txt").unlink()
    monkeypatch.setattr(building, "reading_version", lambda: "other")
    embeddings = CountingEmbeddings()
    outcome = build_index(
        [reports / "石桥.txt"], folder=index, embeddings=embeddings, model=MODEL, mode="add"
    )
    assert outcome.changed
    assert _held(index) == ["云溪.txt", "石桥.txt"]
    assert "全年受理行政复议案件31件,办结28件。" not in embeddings.encoded


def test_a_changed_decimal_point_is_an_update(tmp_path: Path, index: Path) -> None:
    file = tmp_path / "云溪.txt"
    file.write_text(YUNXI.replace("31件", "3.1万件"), encoding="utf-8")
    build(file, folder=index)
    file.write_text(YUNXI.replace("31件", "31万件"), encoding="utf-8")
    outcome = build(file, folder=index)
    assert _files(outcome, "updated") == ["云溪.txt"]
    with open_index(index) as snapshot:
        assert by_words(snapshot, "行政复议案件")[0] == "全年受理行政复议案件31万件,办结28件。"


def test_replace_holds_exactly_what_is_given(reports: Path, index: Path) -> None:
    build(reports, folder=index)
    outcome = build(reports / "青岚.txt", folder=index)
    assert _files(outcome, "removed") == ["云溪.txt", "石桥.txt"]
    assert _held(index) == ["青岚.txt"]


def test_add_keeps_the_others(reports: Path, index: Path) -> None:
    build(reports / "青岚.txt", folder=index)
    outcome = build(reports / "云溪.txt", folder=index, mode="add")
    assert _files(outcome, "added") == ["云溪.txt"]
    assert _held(index) == ["云溪.txt", "青岚.txt"]


def test_add_replaces_an_earlier_version_from_elsewhere(
    reports: Path, index: Path, tmp_path: Path
) -> None:
    build(reports, folder=index)
    upload = write_reports(tmp_path / "upload", 云溪=YUNXI_EDITED) / "云溪.txt"
    outcome = build(upload, folder=index, mode="add")
    assert _files(outcome, "updated") == ["云溪.txt"]
    assert _held(index) == ["云溪.txt", "石桥.txt", "青岚.txt"]


def test_add_keeps_another_report_of_the_same_name(
    reports: Path, index: Path, tmp_path: Path
) -> None:
    build(reports / "云溪.txt", folder=index)
    upload = tmp_path / "upload" / "云溪.txt"
    upload.parent.mkdir()
    upload.write_text(QINGLAN, encoding="utf-8")
    outcome = build(upload, folder=index, mode="add")
    assert _files(outcome, "added") == ["云溪.txt"]
    assert _held(index) == ["云溪.txt", "云溪.txt"]


def test_a_report_in_two_files_is_kept_once_and_told(reports: Path, index: Path) -> None:
    (reports / "另存.txt").write_text(YUNXI.replace("\n", "\r\n"), encoding="gb18030")
    outcome = build(reports, folder=index)
    assert [(one.file, one.same_as) for one in outcome.duplicates] == [("另存.txt", "云溪.txt")]
    assert _held(index) == ["云溪.txt", "石桥.txt", "青岚.txt"]
    again = build(reports, folder=index)
    assert not again.changed
    assert [one.file for one in again.duplicates] == ["另存.txt"]


def test_a_duplicate_stays_when_its_twin_is_edited(reports: Path, index: Path) -> None:
    (reports / "另存.txt").write_text(YUNXI, encoding="utf-8")
    build(reports, folder=index)
    write_reports(reports, 云溪=YUNXI_EDITED)
    outcome = build(reports / "云溪.txt", folder=index, mode="add")
    assert outcome.removed == ()
    assert _held(index) == ["云溪.txt", "另存.txt", "石桥.txt", "青岚.txt"]
    with open_index(index) as snapshot:
        named = next(card for card in snapshot.cards if card.file == "另存.txt")
        assert snapshot.report(named.id).file == "另存.txt"


def test_the_same_upload_again_changes_nothing(reports: Path, index: Path, tmp_path: Path) -> None:
    build(reports, folder=index)
    upload = write_reports(tmp_path / "upload") / "云溪.txt"
    outcome = build(upload, folder=index, mode="add")
    assert not outcome.changed
    assert _files(outcome, "unchanged") == ["云溪.txt"]


def test_a_renamed_file_is_neither_read_nor_lost(reports: Path, index: Path) -> None:
    build(reports, folder=index)
    (reports / "云溪.txt").rename(reports / "云溪县.txt")
    outcome = build(reports, folder=index)
    assert outcome.embedded == 0
    assert (outcome.added, outcome.removed) == ((), ())
    with open_index(index) as snapshot:
        card = snapshot.cards[0]
        assert card.file == snapshot.report(card.id).file == "云溪县.txt"


def test_one_bad_file_never_stops_the_others(reports: Path, index: Path) -> None:
    (reports / "空.txt").touch()
    (reports / "表格.xyz").write_text("内容", encoding="utf-8")
    outcome = build(reports, reports / "表格.xyz", reports / "没有.txt", folder=index)
    assert {one.file: type(one.error) for one in outcome.failures} == {
        "空.txt": FileEmpty,
        "表格.xyz": FormatUnknown,
        "没有.txt": FileMissing,
    }
    assert len(outcome.added) == 3


def test_a_file_that_turned_bad_keeps_what_was_known(reports: Path, index: Path) -> None:
    build(reports, folder=index)
    (reports / "云溪.txt").write_bytes(b"")
    outcome = build(reports, folder=index)
    assert [one.file for one in outcome.failures] == ["云溪.txt"]
    assert outcome.removed == ()
    assert _held(index) == ["云溪.txt", "石桥.txt", "青岚.txt"]


def test_a_folder_out_of_reach_keeps_what_was_known(
    reports: Path, index: Path, tmp_path: Path
) -> None:
    other = write_reports(tmp_path / "other", 云溪=YUNXI_EDITED)
    for name in ("石桥.txt", "青岚.txt"):
        (other / name).unlink()
    build(reports, other, folder=index)
    (other / "云溪.txt").unlink()
    other.rmdir()
    outcome = build(reports, other, folder=index)
    assert [one.file for one in outcome.failures] == ["other"]
    assert _held(index) == ["云溪.txt", "云溪.txt", "石桥.txt", "青岚.txt"]


def test_another_model_encodes_everything_again(reports: Path, index: Path) -> None:
    build(reports, folder=index)
    outcome = build_index([reports], folder=index, embeddings=HashEmbeddings(32), model="hash-32")
    assert len(outcome.unchanged) == 3
    assert outcome.embedded > 20


def test_removing_needs_no_encoder(reports: Path, index: Path) -> None:
    cards = build(reports, folder=index).cards
    outcome = remove_reports(index, [cards[0].id, "unknown"])
    assert _files(outcome, "removed") == ["云溪.txt"]
    with open_index(index) as snapshot:
        assert [card.file for card in snapshot.cards] == ["石桥.txt", "青岚.txt"]
        assert by_vector(snapshot, "全镇组建普法队伍")[0].startswith("全镇组建普法队伍9支")


def test_removing_the_last_report_leaves_an_empty_index(reports: Path, index: Path) -> None:
    cards = build(reports / "云溪.txt", folder=index).cards
    remove_reports(index, [cards[0].id])
    with open_index(index) as snapshot:
        assert snapshot.cards == ()
        assert by_vector(snapshot, "复议") == by_words(snapshot, "复议") == []
    assert _files(build(reports, folder=index, mode="add"), "added") == [
        *("云溪.txt", "石桥.txt", "青岚.txt")
    ]


def test_progress_covers_reading_and_encoding(reports: Path, index: Path) -> None:
    told: list[tuple[str, int, int]] = []
    build_index(
        [reports],
        folder=index,
        embeddings=HashEmbeddings(),
        model=MODEL,
        progress=lambda phase, done, total: told.append((phase.value, done, total)),
    )
    assert told[:4] == [("read", 0, 3), ("read", 1, 3), ("read", 2, 3), ("read", 3, 3)]
    phase, done, total = told[-1]
    assert (phase, done) == ("embed", total)
