"""Opening an index: what is whole serves, what is not is named."""

from __future__ import annotations

import json
import shutil
from hashlib import sha256
from typing import TYPE_CHECKING

import numpy as np
import pytest

from corpus.errors import (
    IndexDamaged,
    IndexForeign,
    IndexMissing,
    IndexModelChanged,
    IndexOutdated,
)
from corpus.read import read_report
from index import manifest as manifests
from index import snapshot as snapshots
from index.build import build_index
from index.layout import Layout
from index.passages import passages_of
from index.snapshot import Snapshot, current_id, open_library, open_snapshot
from tests.embedders import HashEmbeddings
from tests.index.small_reports import (
    MODEL,
    NAMES,
    SHIQIAO,
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
def index(tmp_path: Path) -> Path:
    folder = tmp_path / "index"
    build(write_reports(tmp_path / "reports"), folder=folder)
    return folder


def _id(snapshot: Snapshot, file: str) -> str:
    return next(card.id for card in snapshot.cards if card.file == file)


def test_a_snapshot_gives_back_the_reports_as_they_were_read(index: Path) -> None:
    with open_index(index) as snapshot:
        for name, text in NAMES.items():
            assert snapshot.report(_id(snapshot, name)) == read_report(text, file=name)


def test_cards_say_what_a_report_is(index: Path) -> None:
    with open_index(index) as snapshot:
        card = snapshot.cards[0]
        report = read_report(YUNXI, file="云溪.txt")
    assert (card.id, card.file, card.year) == (report.id, "云溪.txt", 2022)
    assert card.sha256 == sha256(YUNXI.encode()).hexdigest()
    assert card.characters == len(YUNXI)
    assert card.passages == card.sentences == len(report.sentences)
    assert card.figures == len(report.figures)


def test_rows_run_through_the_reports_in_the_order_of_the_cards(index: Path) -> None:
    with open_index(index) as snapshot:
        expected = [
            passage for card in snapshot.cards for passage in passages_of(snapshot.report(card.id))
        ]
        assert [snapshot.passage(row) for row in range(len(snapshot))] == expected
        assert list(snapshot.store.ids) == [passage.id for passage in expected]
        assert snapshot.words.ids == [passage.id for passage in expected]
        with pytest.raises(IndexError):
            snapshot.passage(len(expected))


def test_a_mask_marks_the_rows_of_reports(index: Path) -> None:
    with open_index(index) as snapshot:
        chosen = _id(snapshot, "石桥.txt")
        mask = snapshot.rows_of([chosen, "unknown"])
        assert len(mask) == len(snapshot)
        assert np.flatnonzero(mask).tolist() == list(snapshot.rows(chosen))
        for row in snapshot.rows(chosen):
            assert snapshot.passage(row).report_id == chosen


def test_an_unknown_report_is_a_key_error(index: Path) -> None:
    with open_index(index) as snapshot, pytest.raises(KeyError):
        snapshot.report("unknown")


def test_the_store_finds_by_text_when_given_an_encoder(index: Path) -> None:
    with open_snapshot(index, model=MODEL, embeddings=HashEmbeddings()) as snapshot:
        found = snapshot.store.similarity_search("镇党委召开专题会议", k=1, filter={"year": 2022})
        assert found[0].page_content == "镇党委召开专题会议4次。"


def test_only_the_library_can_be_opened(index: Path) -> None:
    library = open_library(index)
    assert [card.file for card in library.cards] == ["云溪.txt", "石桥.txt", "青岚.txt"]
    library.close()


def test_a_reader_goes_on_in_the_old_snapshot(index: Path, tmp_path: Path) -> None:
    with open_index(index) as old:
        for count in (78, 79):
            changed = SHIQIAO.replace("77件", f"{count}件")
            reports = write_reports(tmp_path / "reports", 云溪=YUNXI_EDITED, 石桥=changed)
            build(reports, folder=index)
        assert old.id != current_id(index)
        assert by_words(old, "行政复议案件")[0] == "全年受理行政复议案件31件,办结28件。"
        assert by_vector(old, "调解矛盾纠纷77件")[0].endswith("77件。")
        assert old.report(_id(old, "云溪.txt")).text == YUNXI


def test_a_build_in_the_moment_of_opening_is_no_damage(
    index: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    find = snapshots._find
    builds = iter((78, 79))

    def overtaken(*args: object, **kwargs: object) -> object:
        for count in builds:
            changed = SHIQIAO.replace("77件", f"{count}件")
            monkeypatch.setattr(snapshots, "_find", find)
            build(write_reports(tmp_path / "reports", 石桥=changed), folder=index)
        return find(*args, **kwargs)  # type: ignore[arg-type]

    monkeypatch.setattr(snapshots, "_find", overtaken)
    with open_index(index) as snapshot:
        assert by_words(snapshot, "调解矛盾纠纷")[0].endswith("79件。")


def test_no_index(tmp_path: Path) -> None:
    with pytest.raises(IndexMissing):
        open_index(tmp_path / "nowhere")
    (tmp_path / "empty").mkdir()
    with pytest.raises(IndexMissing):
        open_index(tmp_path / "empty")
    assert current_id(tmp_path / "empty") is None


def test_a_folder_of_something_else(tmp_path: Path) -> None:
    (tmp_path / "合影.jpg").write_bytes(b"jpg")
    with pytest.raises(IndexForeign) as caught:
        open_index(tmp_path)
    assert caught.value.details == {"folder": tmp_path}


def test_another_model_is_named(index: Path) -> None:
    with pytest.raises(IndexModelChanged) as caught:
        open_snapshot(index, model="other")
    assert caught.value.details == {"folder": index, "built_with": MODEL, "asked_for": "other"}


def test_any_model_will_do_where_none_is_asked_for(index: Path) -> None:
    open_snapshot(index, model=None).close()


def test_another_version_of_the_program_is_told(
    index: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(snapshots, "program_version", lambda: "9.9")
    with pytest.raises(IndexOutdated):
        open_index(index)


def test_another_format_is_told(index: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(manifests, "FORMAT", 99)
    with pytest.raises(IndexOutdated):
        open_index(index)


def test_an_outdated_index_is_rebuilt(
    index: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for module in ("index.snapshot", "index.build"):
        monkeypatch.setattr(f"{module}.program_version", lambda: "9.9")
    outcome = build(tmp_path / "reports", folder=index)
    assert outcome.changed
    assert outcome.embedded == 0
    open_index(index).close()


def _damages(index: Path) -> list[Path]:
    pointer = Layout(index).pointer()
    inside = index / "snapshots" / pointer.snapshot
    return [index / "CURRENT", *(path for path in sorted(inside.rglob("*")) if path.is_file())]


def test_every_file_is_watched(index: Path) -> None:
    names = {path.name for path in _damages(index)}
    assert {"CURRENT", "manifest.json", "library.db", "vectors.faiss", "documents.jsonl"} <= names
    assert len(_damages(index)) >= 10


def test_any_file_cut_short_changed_or_gone_is_damage(index: Path, tmp_path: Path) -> None:
    for victim in _damages(index):
        for harm in ("cut", "flipped", "gone"):
            copy = tmp_path / "copy"
            shutil.copytree(index, copy)
            path = copy / victim.relative_to(index)
            held = path.read_bytes()
            if harm == "cut":
                path.write_bytes(held[: len(held) // 2])
            elif harm == "flipped":
                middle = len(held) // 2
                path.write_bytes(held[:middle] + bytes([held[middle] ^ 1]) + held[middle + 1 :])
            else:
                path.unlink()
            # Without its pointer an index is as good as never built.
            gone = harm == "gone" and victim.name == "CURRENT"
            with pytest.raises(IndexMissing if gone else IndexDamaged):
                open_index(copy)
            shutil.rmtree(copy)


def test_an_index_without_its_marker_is_not_ours(index: Path) -> None:
    (index / "FAZHI-INDEX").unlink()
    with pytest.raises(IndexForeign):
        open_index(index)


def test_a_pointer_cannot_lead_out_of_the_folder(index: Path) -> None:
    digest = sha256(b"").hexdigest()
    (index / "CURRENT").write_bytes(f"../../etc {digest}\n".encode())
    with pytest.raises(IndexDamaged):
        open_index(index)


def test_the_manifest_says_what_the_snapshot_is(index: Path) -> None:
    with open_index(index) as snapshot:
        written = json.loads(
            (index / "snapshots" / snapshot.id / "manifest.json").read_text(encoding="utf-8")
        )
        assert written["model"] == MODEL
        assert written["dimension"] == 64
        assert written["reports"] == 3
        assert written["passages"] == len(texts(snapshot)) == snapshot.manifest.passages


def test_an_index_can_be_moved(index: Path, tmp_path: Path) -> None:
    moved = index.rename(tmp_path / "挪到 别处?#")
    with open_index(moved) as snapshot:
        assert len(snapshot.cards) == 3
    outcome = build_index(
        [tmp_path / "reports"], folder=moved, embeddings=HashEmbeddings(), model=MODEL
    )
    assert not outcome.changed
