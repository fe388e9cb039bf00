"""Files and folders to texts: limits, names in errors, and what is passed over."""

from __future__ import annotations

from pathlib import Path

import pytest

from corpus.errors import (
    CorpusError,
    FileEmpty,
    FileMissing,
    FileTooLarge,
    FormatUnknown,
    TextUndecodable,
)
from corpus.loader import discover, load_text, parse_bytes

REPORT = Path(__file__).parents[2] / "corpus/reports/anju-2022.txt"


def test_bundled_report_is_read_unchanged() -> None:
    assert load_text(REPORT) == REPORT.read_text(encoding="utf-8")


def test_suffix_in_capitals() -> None:
    assert parse_bytes("报告.TXT", "甲".encode()) == "甲"


def test_missing_file(tmp_path: Path) -> None:
    with pytest.raises(FileMissing) as caught:
        load_text(tmp_path / "没有.txt")
    assert caught.value.details == {"file": "没有.txt"}


@pytest.mark.parametrize("suffix", [".txt", ".docx", ".pdf", ".html", ".doc"])
@pytest.mark.parametrize("data", [b"", b" \r\n\t\n"])
def test_empty_file(suffix: str, data: bytes) -> None:
    with pytest.raises(FileEmpty) as caught:
        parse_bytes(f"空{suffix}", data)
    assert caught.value.details == {"file": f"空{suffix}"}


@pytest.mark.parametrize("text", ["\ufeff", "\u3000\xa0\n", "\ufeff\r\n"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_blank_text(text: str, encoding: str) -> None:
    with pytest.raises(FileEmpty):
        parse_bytes("空.txt", text.encode(encoding))


def test_page_of_scripts_counts_as_empty() -> None:
    with pytest.raises(FileEmpty):
        parse_bytes("页.html", b"<html><script>alert(1)</script></html>")


@pytest.mark.parametrize("name", ["报告.xlsx", "报告", ".txt.exe", "a.tar.gz"])
def test_unknown_format(name: str) -> None:
    with pytest.raises(FormatUnknown) as caught:
        parse_bytes(name, b"x")
    assert caught.value.details == {
        "file": name,
        "known": ".txt .docx .pdf .html .htm .doc .wps .rtf",
    }


def test_fifty_megabytes_of_text_are_refused_without_being_read(tmp_path: Path) -> None:
    file = tmp_path / "大.txt"
    with file.open("wb") as out:
        out.truncate(50 << 20)
    with pytest.raises(FileTooLarge) as caught:
        load_text(file)
    assert caught.value.details == {"file": "大.txt", "size_mb": 50, "limit_mb": 20}


def test_just_above_the_limit_is_not_said_to_be_at_it() -> None:
    with pytest.raises(FileTooLarge) as caught:
        parse_bytes("大.txt", b"a" * ((20 << 20) + 1))
    assert caught.value.details["size_mb"] == 21


def test_errors_carry_the_name_only(tmp_path: Path) -> None:
    file = tmp_path / "假.txt"
    file.write_bytes(b"\x00\x01\x02\x03" * 100)
    with pytest.raises(TextUndecodable) as caught:
        load_text(file)
    assert caught.value.details == {"file": "假.txt"}
    with pytest.raises(TextUndecodable) as caught:
        parse_bytes("../../外面/假.txt", file.read_bytes())
    assert caught.value.details == {"file": "假.txt"}


def test_a_file_that_may_not_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "锁.txt"
    file.write_text("甲", encoding="utf-8")

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError

    monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(CorpusError) as caught:
        load_text(file)
    assert caught.value.details == {"file": "锁.txt"}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    root = tmp_path / "reports"
    for name in (
        "b.txt",
        "a.docx",
        "深/层/c.PDF",
        "~$a.docx",
        ".hidden.txt",
        ".git/d.txt",
        "notes.md",
        "data.xlsx",
    ):
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text("甲", encoding="utf-8")
    return root


def names(found: list[Path], root: Path) -> list[str]:
    return [str(path.relative_to(root)) for path in found]


def test_discover_in_folders(folder: Path) -> None:
    assert names(discover([folder]), folder) == ["a.docx", "b.txt", "深/层/c.PDF"]


def test_links_that_lead_out_are_passed_over(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "outside").mkdir()
    (tmp_path / "outside/x.txt").write_text("密", encoding="utf-8")
    (folder / "link.txt").symlink_to(tmp_path / "outside/x.txt")
    (folder / "linked").symlink_to(tmp_path / "outside")
    (folder / "loop").symlink_to(folder)
    (folder / "broken.txt").symlink_to(tmp_path / "nothing")
    assert names(discover([folder]), folder) == ["a.docx", "b.txt", "深/层/c.PDF"]


def test_the_same_file_twice_is_found_once(folder: Path) -> None:
    assert names(discover([folder, folder / "b.txt", folder / "深"]), folder) == [
        "a.docx",
        "b.txt",
        "深/层/c.PDF",
    ]


def test_a_named_file_is_listed_whatever_its_suffix(folder: Path) -> None:
    assert discover([folder / "data.xlsx"]) == [folder / "data.xlsx"]


def test_a_named_path_that_is_missing(folder: Path) -> None:
    with pytest.raises(FileMissing) as caught:
        discover([folder, folder / "没有"])
    assert caught.value.details == {"file": str(folder / "没有")}


def test_nothing_found_is_no_error(tmp_path: Path) -> None:
    assert discover([tmp_path]) == []
