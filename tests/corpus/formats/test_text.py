"""Plain text: encodings told apart by content, and nothing changed but line ends."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from corpus.errors import TextUndecodable
from corpus.formats.text import TextParser, decode

if TYPE_CHECKING:
    from pathlib import Path

TRADITIONAL = "青嵐市雲溪縣2030年度法治政府建設情況的報告\n全縣共受理行政復議案件15件。\n"


def test_line_ends_become_newlines_and_nothing_else_changes() -> None:
    data = "\ufeff 甲　乙\r\n\r\n丙\xa0丁\r戊 \n".encode()
    assert TextParser().read(data, "a.txt") == " 甲　乙\n\n丙\xa0丁\n戊 \n"


def test_offsets_are_those_of_pythons_text_mode(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_bytes("一、甲\r\n(一)乙\r全年受理15件。\r\n".encode("gb18030"))
    expected = file.read_text(encoding="gb18030")
    assert decode(file.read_bytes(), "a.txt") == expected
    assert expected.index("15") == 13


@pytest.mark.parametrize("encoding", ["big5", "gb18030", "utf-8", "utf-16-le", "utf-32"])
def test_traditional_text(encoding: str) -> None:
    assert decode(TRADITIONAL.encode(encoding), "a.txt") == TRADITIONAL


def test_dashes_and_dots_of_gb_files_are_the_usual_ones() -> None:
    assert decode("——民·生".encode("gb18030"), "a.txt") == "——民·生"


def test_rare_characters_beyond_gb2312() -> None:
    assert decode("全县办理案件15件，负责人朱镕基、翟鞫。".encode("gb18030"), "a.txt")[13] == "朱"


def test_one_damaged_byte_does_not_lose_the_text() -> None:
    data = bytearray(("全县共受理行政复议案件15件。" * 50).encode())
    data[4] = 0xFF
    text = decode(bytes(data), "a.txt")
    assert text.endswith("全县共受理行政复议案件15件。")
    assert "\ufffd" in text


@pytest.mark.parametrize(
    "data",
    [
        b"\x7fELF\x02\x01\x01" + bytes(range(256)) * 8,
        b"%PDF-1.7\n1 0 obj\n",
        b"PK\x03\x04 word/document.xml",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 500,
        b"\x00" * 400,
        b"MZ" + b"\x90\x00\x03\x00\x00\x00" * 50,
        b"plain words " * 10 + b"\x01\x02\x03\x04" * 5,
        bytes(range(128, 256)) * 4,
    ],
    ids=["elf", "pdf", "zip", "ole", "nul", "exe", "controls", "noise"],
)
def test_binary_named_txt(data: bytes) -> None:
    with pytest.raises(TextUndecodable) as caught:
        decode(data, "某报告.txt")
    assert caught.value.details == {"file": "某报告.txt"}
