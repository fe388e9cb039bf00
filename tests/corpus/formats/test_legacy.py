"""Older office files: converted where LibreOffice is, else the error says what is missing."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest

from corpus.errors import ConverterMissing, DocumentDamaged, DocumentEncrypted
from corpus.formats import legacy
from corpus.formats.legacy import LegacyParser
from tests.corpus.formats.page_writer import modern_page
from tests.corpus.formats.samples import INVENTED, lines_of
from tests.corpus.formats.word_writer import as_docx

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
WORD = OLE.ljust(1024, b"\x00") + "WordDocument".encode("utf-16-le") + bytes(1024)


def pretend(folder: Path, script: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Put a converter of our own on the search path."""
    program = folder / "soffice"
    program.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    program.chmod(program.stat().st_mode | stat.S_IXUSR)
    monkeypatch.setenv("PATH", f"{folder}:/usr/bin:/bin")


def test_without_libreoffice(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(legacy, "find_converter", lambda: None)
    with pytest.raises(ConverterMissing) as caught:
        LegacyParser().read(WORD, "旧报告.doc")
    assert caught.value.details == {"file": "旧报告.doc"}


def test_docx_content_under_an_old_suffix_needs_no_converter(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(legacy, "find_converter", lambda: None)
    text = LegacyParser().read(as_docx(INVENTED), "报告.wps")
    assert lines_of(text) == lines_of(INVENTED)


def test_encrypted_word_file() -> None:
    block = b"\xec\xa5\xc1\x00" + b"\x00" * 6 + b"\x00\x01"
    with pytest.raises(DocumentEncrypted):
        LegacyParser().read(OLE.ljust(512, b"\x00") + block + b"\x00" * 2000, "a.doc")


def test_a_converter_that_makes_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pretend(tmp_path, "exit 1", monkeypatch)
    with pytest.raises(DocumentDamaged):
        LegacyParser().read(WORD, "a.doc")


def test_a_converter_that_hangs_is_ended(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pretend(tmp_path, f"echo $$ > {tmp_path}/pid; sleep 600", monkeypatch)
    monkeypatch.setattr(legacy, "_TIMEOUT", 1)
    with pytest.raises(DocumentDamaged):
        LegacyParser().read(WORD, "a.doc")
    pid = (tmp_path / "pid").read_text(encoding="utf-8").strip()
    assert not Path("/proc", pid).exists()


def test_the_converter_never_sees_the_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pretend(tmp_path, f'echo "$@" > {tmp_path}/seen; exit 1', monkeypatch)
    with pytest.raises(DocumentDamaged):
        LegacyParser().read(WORD, "--convert-to; rm -rf.doc")
    seen = (tmp_path / "seen").read_text(encoding="utf-8")
    assert "rm -rf" not in seen
    assert "-env:UserInstallation=file://" in seen


@pytest.mark.parametrize("data", [OLE + bytes(range(256)) * 20, b"\x00\x01\x02" * 500])
def test_rubbish_named_doc(data: bytes) -> None:
    with pytest.raises(DocumentDamaged) as caught:
        LegacyParser().read(data, "坏.doc")
    assert caught.value.details == {"file": "坏.doc"}


def test_pages_and_plain_text_named_doc() -> None:
    assert LegacyParser().read("一、甲\r\n乙".encode("gb18030"), "a.doc") == "一、甲\n乙"
    page = modern_page(INVENTED)
    assert lines_of(LegacyParser().read(page, "a.doc")) == lines_of(INVENTED)
