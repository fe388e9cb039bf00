"""Plain text (纯文本) in any encoding that Chinese offices write, told apart by its content.

A byte order mark decides; then strict UTF-8, which other encodings all but never satisfy; then
whichever of UTF-16, GB18030 and Big5 turns the bytes into the commonest characters of reports.
"""

from __future__ import annotations

import codecs
import unicodedata

from corpus.errors import TextUndecodable
from corpus.formats.base import ReportParser

__all__ = ["TextParser", "decode"]

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_CANDIDATES = ("utf-16-le", "utf-16-be", "gb18030", "big5hkscs")
_CONTAINERS = (b"%PDF-", b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"\x89PNG", b"\xff\xd8\xff", b"{\\rtf")
_COMMON = frozenset(
    ",.:;()%0123456789\n ，。、：；（）“”《》的年一二三四五是法治政府建设行市和在中人民工作全区县为"
    "了大实不有国会对发理定進設會國區為發對務開實"
)
_SAMPLE = 1 << 16
_LEAST_COMMON = 0.12
_MOST_DAMAGE = 0.005
_ONE_BYTE = 3
"""Replacement characters that one wrong byte can cost."""
_MOST_CONTROLS = 0.002


class TextParser(ReportParser):
    r"""Reads .txt; line ends become `\n` as in Python's text mode, all else stays as it is."""

    def read(self, data: bytes, name: str) -> str:
        """Decode the bytes; raises `TextUndecodable` for anything that is no text."""
        return decode(data, name)


def decode(data: bytes, name: str, *, declared: str | None = None) -> str:
    """Decode text of unknown encoding; `declared` is tried before guesses.

    A text with a stray damaged byte is read with U+FFFD in its place.
    """
    text = None if data.startswith(_CONTAINERS) else _decode(data, declared)
    if text is None or not _is_text(text[:_SAMPLE]):
        raise TextUndecodable(file=name)
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _decode(data: bytes, declared: str | None) -> str | None:
    encoding = next((name for mark, name in _MARKS if data.startswith(mark)), None)
    if encoding:
        return _tolerant(data, encoding)
    sample = data[:_SAMPLE]
    if b"\x00" not in sample:
        for claim in ("utf-8", declared, "gb2312"):
            text = _strict(data, claim) if claim else None
            if text is not None:
                # Python's gb2312 knows other dashes and dots than the encoding that files are in.
                return data.decode("gb18030") if claim == "gb2312" else text
    scores = {name: _commonness(sample, name) for name in ("utf-8", *_CANDIDATES)}
    best = max(scores, key=scores.__getitem__)
    return _tolerant(data, best) if scores[best] >= _LEAST_COMMON else None


def _strict(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except (UnicodeDecodeError, LookupError):
        return None


def _tolerant(data: bytes, encoding: str) -> str | None:
    text = data.decode(encoding, errors="replace")
    return text if text.count("\ufffd") <= _ONE_BYTE + len(text) * _MOST_DAMAGE else None


def _commonness(sample: bytes, encoding: str) -> float:
    """Share of characters that reports are full of; damage and control characters count against."""
    text = codecs.getincrementaldecoder(encoding)(errors="replace").decode(sample)
    if not text:
        return 0.0
    wrong = sum(char == "\ufffd" or unicodedata.category(char) in {"Co", "Cn"} for char in text)
    common = sum(map(_COMMON.__contains__, text))
    return (common - 10 * (wrong + _controls(text))) / len(text)


def _controls(text: str) -> int:
    return sum(char < " " and char not in "\t\n\r\f\v\x1a" for char in text)


def _is_text(text: str) -> bool:
    return _controls(text) <= len(text) * _MOST_CONTROLS
