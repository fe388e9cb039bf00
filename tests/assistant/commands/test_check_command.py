"""`fazhi check`: exit codes, outputs, the line protocol, and what can go wrong."""

from __future__ import annotations

import json
from io import BytesIO
from typing import TYPE_CHECKING

import pytest
from docx import Document

from assistant.commands.check import lines_checked
from assistant.draft.check import Checker
from tests.assistant.draft.word_drafts import as_word
from tests.assistant.shelves import YUNXI_2022, MemoryShelf

if TYPE_CHECKING:
    from pathlib import Path

    from tests.assistant.terminal import Terminal

LOCKED = bytes.fromhex("d0cf11e0a1b11ae1") + "EncryptedPackage".encode("utf-16-le") + bytes(1024)
"""What Word writes behind a password, as far as it is looked at."""


@pytest.fixture(autouse=True)
def library(monkeypatch: pytest.MonkeyPatch) -> None:
    class Library:
        def checker(self) -> Checker:
            return Checker(MemoryShelf(YUNXI_2022))

    monkeypatch.setattr("assistant.factory.open_assistant", lambda _settings: Library())


def test_a_contradiction_is_exit_code_1(terminal: Terminal, tmp_path: Path) -> None:
    draft = tmp_path / "讲话.txt"
    draft.write_text("2022年,云溪县受理行政复议案件73件。", encoding="utf-8")
    ended = terminal.run("check", draft)
    assert ended.code == 1
    assert "【不一致】73件" in ended.out
    assert "→ 37件" in ended.out
    draft.write_text("2022年,云溪县受理行政复议案件37件。", encoding="utf-8")
    assert terminal.run("check", draft).code == 0


def test_the_word_file_and_the_sheet_are_written_and_the_draft_stays(
    terminal: Terminal, tmp_path: Path
) -> None:
    draft, out, sheet = (tmp_path / name for name in ("稿.docx", "批注.docx", "核对单.xlsx"))
    before = as_word("2022年,云溪县受理行政复议案件73件。")
    draft.write_bytes(before)
    ended = terminal.run("check", draft, "--out", out, "--sheet", sheet, "--json")
    assert ended.code == 1
    assert json.loads(ended.out)["claims"][0]["correction"] == "37件"
    assert draft.read_bytes() == before
    assert len(list(Document(BytesIO(out.read_bytes())).comments)) == 1
    assert sheet.is_file()


@pytest.mark.parametrize(
    ("name", "content", "options", "said"),
    [
        ("稿.docx", b"PK\x03\x04", (), "已损坏"),
        ("稿.docx", LOCKED, (), "密码"),
        ("稿.txt", b"", (), "是空的"),
        ("稿.xyz", b"abc", (), "不认识"),
        ("稿.txt", "败诉3件。".encode(), ("--out", "批注.docx"), "不是 .docx"),
        ("稿.docx", b"PK", ("--out", "稿.docx"), "不能覆盖"),
    ],
)
def test_what_cannot_be_done_is_one_sentence(
    terminal: Terminal,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    name: str,
    content: bytes,
    options: tuple[str, ...],
    said: str,
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / name).write_bytes(content)
    ended = terminal.run("check", name, *options)
    assert ended.code == 2
    assert said in ended.err
    assert ended.err.count("\n") == 1
    assert (tmp_path / name).read_bytes() == content


def test_lines_and_results_stay_side_by_side() -> None:
    lines = ['{"text": "2022年,云溪县受理行政复议案件73件。"}', "not json", "", '{"text": ""}']
    found = [*lines_checked(Checker(MemoryShelf(YUNXI_2022)), (line.encode() for line in lines))]
    assert len(found) == 3
    claim = found[0]["claims"][0]
    assert {key: claim[key] for key in ("text", "start", "end", "verdict", "correction")} == {
        "text": "73件", "start": 17, "end": 20, "verdict": "contradicted", "correction": "37件",
    }  # fmt: skip
    assert claim["citations"][0]["document_number"] == "云委〔2023〕9号"
    assert found[1]["claims"] == []
    assert "第 2 行" in found[1]["error"]
    assert found[2] == {"claims": []}
