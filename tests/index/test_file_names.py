"""File names that no editor would write."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.index.small_reports import YUNXI, build

if TYPE_CHECKING:
    from pathlib import Path


def test_a_file_name_in_broken_bytes_is_no_trouble(tmp_path: Path) -> None:
    name = b"\xb1\xa8\xb8\xe6.txt".decode("utf-8", "surrogateescape")
    file = tmp_path / "reports" / name
    file.parent.mkdir()
    file.write_text(YUNXI, encoding="utf-8")
    outcome = build(file, folder=tmp_path / "index")
    assert [card.file for card in outcome.added] == ["\ufffd\ufffd\ufffd\ufffd.txt"]
    assert not build(file, folder=tmp_path / "index").changed
