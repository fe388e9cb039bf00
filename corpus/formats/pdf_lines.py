"""The printed lines of a PDF page (版面行) with the edges that tell paragraphs apart."""

from __future__ import annotations

import math
import unicodedata
from dataclasses import dataclass
from statistics import median
from typing import TYPE_CHECKING

from pypdfium2 import raw  # type: ignore[import-untyped]

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pypdfium2 import PdfPage, PdfTextPage

__all__ = ["Line", "read_lines"]

_HYPHEN = "\x02"
"""What the library puts for a hyphen at a line's end."""
_SPACE_EM = 0.35
"""Narrower gaps between Chinese and Latin are typesetting, not spaces of the text."""
_COLUMN_EM = 1.5
_NEVER_FIRST = "\uff0c。、\uff1b\uff1a\uff01\uff1f\uff09\uff05》〕”’,.;:!?)%"


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One visual line; lengths in points, y upwards."""

    text: str
    left: float
    right: float
    bottom: float
    top: float
    em: float | None
    """Width of a Chinese character; None on a line without any."""
    first_run: float
    """Width of what cannot be broken at its start: a number, a word, a character with its stop."""


@dataclass(frozen=True, slots=True)
class _Glyph:
    char: str
    left: float
    right: float
    bottom: float
    top: float
    made_up: bool
    """Put in by the library where it saw a gap."""


def read_lines(page: PdfPage) -> list[Line]:
    """Read the lines of a page from top to bottom, all words of a height on one line."""
    textpage = page.get_textpage()
    try:
        pieces = list(_pieces(_glyphs(textpage)))
    finally:
        textpage.close()
    rows: list[list[_Glyph]] = []
    for piece in sorted(pieces, key=lambda piece: -_middle(piece)):
        if rows and _beside(rows[-1], piece):
            rows[-1] = sorted(rows[-1] + piece, key=lambda glyph: glyph.left)
        else:
            rows.append(piece)
    return [_line(row) for row in rows]


def _glyphs(textpage: PdfTextPage) -> Iterator[_Glyph]:
    for index in range(textpage.count_chars()):
        char = chr(raw.FPDFText_GetUnicode(textpage, index))
        if char not in "\r\n" and abs(math.sin(raw.FPDFText_GetCharAngle(textpage, index))) > 0.1:
            continue  # a watermark across the page
        left, bottom, right, top = textpage.get_charbox(index, loose=True)
        made_up = raw.FPDFText_IsGenerated(textpage, index) == 1
        yield _Glyph(_plain(char), left, right, bottom, top, made_up)


def _plain(char: str) -> str:
    """Undo what fonts do to characters: radicals for ideographs, a mark for the hyphen."""
    if char == _HYPHEN:
        return "-"
    if "\u2e80" <= char <= "\u2fdf" or "\uf900" <= char <= "\ufaff":
        return unicodedata.normalize("NFKC", char)
    return "" if char in "\ufffe\uffff\x00" else char


def _pieces(glyphs: Iterable[_Glyph]) -> Iterator[list[_Glyph]]:
    """Cut where the library saw a line's end; blank pieces are left out."""
    piece: list[_Glyph] = []
    for glyph in glyphs:
        if glyph.char in {"\r", "\n"}:
            if _inked(piece):
                yield piece
            piece = []
        else:
            piece.append(glyph)
    if _inked(piece):
        yield piece


def _inked(glyphs: list[_Glyph]) -> list[_Glyph]:
    return [glyph for glyph in glyphs if glyph.char.strip() and not glyph.made_up]


def _middle(piece: list[_Glyph]) -> float:
    return median((glyph.bottom + glyph.top) / 2 for glyph in _inked(piece))


def _beside(row: list[_Glyph], piece: list[_Glyph]) -> bool:
    height = median(glyph.top - glyph.bottom for glyph in _inked(row))
    return abs(_middle(row) - _middle(piece)) < height * 0.4


def _line(row: list[_Glyph]) -> Line:
    inked = _inked(row)
    widths = [glyph.right - glyph.left for glyph in inked if _is_wide(glyph.char)]
    em = median(widths) if widths else None
    return Line(
        text=_spell(row, em or median(glyph.top - glyph.bottom for glyph in inked)),
        left=min(glyph.left for glyph in inked),
        right=max(glyph.right for glyph in inked),
        bottom=min(glyph.bottom for glyph in inked),
        top=max(glyph.top for glyph in inked),
        em=em,
        first_run=_first_run(inked),
    )


def _is_wide(char: str) -> bool:
    return unicodedata.east_asian_width(char) in {"W", "F"}


def _spell(row: list[_Glyph], em: float) -> str:
    """Spell the words of a row; a gap becomes a space or a tab only where it is wide enough."""
    text = ""
    before: _Glyph | None = None
    spaced = ""
    for glyph in row:
        if glyph.made_up or not glyph.char.strip():
            spaced = spaced or ("?" if glyph.made_up else glyph.char)
            continue
        if before is not None:
            text += _gap(before, glyph, spaced, em)
        text += glyph.char
        before, spaced = glyph, ""
    return text


def _gap(before: _Glyph, after: _Glyph, spaced: str, em: float) -> str:
    """Tell what stands between two glyphs: `spaced` is a space of the file, `?` one made up."""
    gap = after.left - before.right
    if gap > _COLUMN_EM * em and spaced in {"", "?"}:
        return "\t"
    if spaced != "?":
        return spaced
    mixed = _is_wide(before.char) != _is_wide(after.char)
    return " " if gap > em * _SPACE_EM or not mixed else ""


def _first_run(inked: list[_Glyph]) -> float:
    end = inked[0]
    for glyph in inked[1:]:
        together = not _is_wide(glyph.char) and not _is_wide(end.char)
        if not together and glyph.char not in _NEVER_FIRST:
            break
        end = glyph
    return end.right - inked[0].left
