"""The ledger follows the reports: whatever a build keeps, it is what a new one would hold."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from index.build import build_index, remove_reports
from index.groups_rules import GroupRules
from index.library_db import Library, LibraryDraft
from tests.embedders import HashEmbeddings
from tests.index.small_reports import (
    MODEL,
    SHIQIAO,
    YUNXI_EDITED,
    build,
    open_index,
    write_reports,
)

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from index.ledger import Ledger

TWIN = """望舒县2022年法治政府建设情况报告
一、主要工作
全年新收行政复议案件12件,审结10件。行政复议案件受理数为12件。
"""


def contents(ledger: Ledger) -> tuple[object, ...]:
    names = [
        name for word in ("一", "复议", "普", "案件", "率") for name in ledger.names_with([word])
    ]
    return ledger.entries(), ledger.groups(), names


def same_as_new(index: Path, reports: Path, fresh: Path) -> None:
    build(reports, folder=fresh)
    with open_index(index) as kept, open_index(fresh) as new:
        assert contents(kept.ledger) == contents(new.ledger)


def test_what_is_kept_equals_what_is_built_anew(tmp_path: Path) -> None:
    reports, index = write_reports(tmp_path / "reports"), tmp_path / "index"
    build(reports, folder=index)
    write_reports(reports, 云溪=YUNXI_EDITED)
    (reports / "望舒.txt").write_text(TWIN, encoding="utf-8")
    build(reports, folder=index)
    same_as_new(index, reports, tmp_path / "fresh")
    with open_index(index) as snapshot:
        written = [entry.as_written for entry in snapshot.ledger.entries()]
    assert "35件" in written
    assert "31件" not in written


def test_a_removed_report_leaves_nothing(tmp_path: Path) -> None:
    reports, index = write_reports(tmp_path / "reports"), tmp_path / "index"
    build(reports, folder=index)
    with open_index(index) as before:
        gone = next(card for card in before.cards if card.file == "石桥.txt")
        assert before.ledger.names_with(["普法队伍"])
    remove_reports(index, [gone.id])
    (reports / "石桥.txt").unlink()
    same_as_new(index, reports, tmp_path / "fresh")
    with open_index(index) as after:
        assert after.ledger.names_with(["普法队伍"]) == []
        assert "石桥镇" not in after.ledger.places()


def test_a_moved_report_is_told_by_its_new_file(tmp_path: Path) -> None:
    reports, index = write_reports(tmp_path / "reports"), tmp_path / "index"
    build(reports, folder=index)
    (reports / "石桥.txt").rename(reports / "石桥镇报告.txt")
    build(reports, folder=index)
    with open_index(index) as snapshot:
        entries, _ = snapshot.ledger.search(place="石桥镇")
    assert {entry.file for entry in entries} == {"石桥镇报告.txt"}


def test_a_build_that_dies_leaves_the_ledger_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    reports, index = write_reports(tmp_path / "reports"), tmp_path / "index"
    build(reports, folder=index)
    with open_index(index) as before:
        held = contents(before.ledger)
    write_reports(reports, 云溪=YUNXI_EDITED)
    with monkeypatch.context() as broken:
        broken.setattr("index.ledger_draft.group_names", _die)
        with pytest.raises(KeyboardInterrupt):
            build(reports, folder=index)
    with open_index(index) as after:
        assert contents(after.ledger) == held


def _die(*_: object, **__: object) -> None:
    raise KeyboardInterrupt


def _groups(index: Path) -> list[tuple[str, ...]]:
    with open_index(index) as snapshot:
        return sorted(
            tuple(sorted(group.members))
            for group in snapshot.ledger.groups()
            if any("复议" in member for member in group.members)
        )


def _build(reports: Path, index: Path, **rules: Sequence[tuple[str, ...]]) -> None:
    build_index(
        [reports], folder=index, embeddings=HashEmbeddings(), model=MODEL,
        rules=GroupRules(**{name: tuple(rows) for name, rows in rules.items()}),
    )  # fmt: skip


def test_the_users_file_takes_groups_apart_and_puts_them_together(tmp_path: Path) -> None:
    reports, index = write_reports(tmp_path / "reports"), tmp_path / "index"
    (reports / "望舒.txt").write_text(TWIN, encoding="utf-8")
    _build(reports, index)
    one = ("受理行政复议案件", "新收行政复议案件", "行政复议案件受理数")
    assert _groups(index) == [one]
    _build(reports, index, apart=[("受理行政复议案件", "新收行政复议案件")])
    assert _groups(index) == [("受理行政复议案件", "行政复议案件受理数"), ("新收行政复议案件",)]
    # Apart wins over together, and what one removes keeps the rules.
    both = {"apart": [one[:2]], "together": [one[:2], ("受理行政复议案件", "办结行政复议案件")]}
    _build(reports, index, **both)
    together = ("受理行政复议案件", "审结", "行政复议案件受理数")
    assert ("新收行政复议案件",) in _groups(index)
    with open_index(index) as snapshot:
        gone = [card.id for card in snapshot.cards if card.place == "石桥镇"]
    remove_reports(index, gone)
    assert ("新收行政复议案件",) in _groups(index)
    assert any(set(together) <= {*group} for group in _groups(index))
    _build(reports, index)
    assert _groups(index) == [one]


def test_the_group_of_a_name_shows_what_is_merged(tmp_path: Path) -> None:
    reports, index = write_reports(tmp_path / "reports"), tmp_path / "index"
    (reports / "望舒.txt").write_text(TWIN, encoding="utf-8")
    _build(reports, index)
    with open_index(index) as snapshot:
        (name,) = [one for one in snapshot.ledger.names_with(["新收"]) if not one.subject]
        group = snapshot.ledger.group_of(name.id)
        assert group.name == "受理行政复议案件"
        assert (group.figures, group.reports) == (3, 2)
        entries = snapshot.ledger.entries(groups=[group.id])
        assert [entry.as_written for entry in entries] == ["31件", "12件", "12件"]
        assert group in snapshot.ledger.groups("受理数")
        (closed,) = [one for one in snapshot.ledger.names_with(["审结"]) if one.indicator == "审结"]
        assert closed.group != group.id


class Same(HashEmbeddings):
    """Finds all texts alike."""

    asked: int = 0

    def embed_documents(self, texts: list[str]) -> list[list[float]]:
        type(self).asked += len(texts)
        return [self.embed_query("同") for _ in texts]


NEAR = """云溪县2022年法治政府建设情况报告
一、政务服务
12345热线按期办结率98%。
"""


def test_vectors_join_likely_words_and_are_made_once(tmp_path: Path) -> None:
    reports, index = tmp_path / "reports", tmp_path / "index"
    reports.mkdir()
    (reports / "甲.txt").write_text(NEAR, encoding="utf-8")
    (reports / "乙.txt").write_text(
        NEAR.replace("云溪", "望舒").replace("按期", "按时"), encoding="utf-8"
    )
    (reports / "丙.txt").write_text(SHIQIAO, encoding="utf-8")
    build_index([reports], folder=index, embeddings=Same(), model="same")
    (reports / "丙.txt").unlink()
    asked = Same.asked
    outcome = build_index([reports], folder=index, embeddings=Same(), model="same")
    assert outcome.changed
    assert Same.asked == asked
    with open_library_of(index) as library:
        (group,) = library.ledger.groups("热线")
        assert set(group.members) == {"12345热线按期办结率", "12345热线按时办结率"}


def open_library_of(index: Path) -> _Closing:
    from index.snapshot import open_library

    return _Closing(open_library(index))


class _Closing:
    def __init__(self, library: Library) -> None:
        self.library = library

    def __enter__(self) -> Library:
        return self.library

    def __exit__(self, *_: object) -> None:
        self.library.close()


def test_a_draft_alone_needs_no_model(tmp_path: Path) -> None:
    from corpus.read import read_report

    draft = LibraryDraft(tmp_path / "library.db")
    draft.put(read_report(TWIN, file="望舒.txt"), "")
    draft.finish([])
    with _Closing(Library(tmp_path / "library.db")) as library:
        assert len(library.ledger) == 3
        assert len(library.ledger.groups()) == 2
