"""Tables copied into lines of text (表格): each cell is named by its row and its column.

    表1 立案案件分类情况(单位:件)        指标 2022年 2023年 增减
    类别 土地 矿产 合计                  行政许可 1204件 1318件 +9.5%
    立案 184 39 223

A row is a line of a name and numbers only; its head is the line of as many words above the rows.
A first column of 序号 and a last one of 备注 are set aside; numbers that a remark names are kept.
A row may also name each number itself (道路运政 立案3158 罚款12.5), and the caption its unit.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING

from corpus.model import Hedge, Quantity, Span
from corpus.numerals import scale_of
from corpus.topics import tells_matter
from corpus.words import words_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from corpus.model import Sentence

__all__ = ["Cell", "cells_of"]

_WORDS = re.compile(r"[^ \t|]+")
_NAME = re.compile(r"[\u4e00-\u9fff“][^,;。:]*")
_YEAR = re.compile(r"(20\d\d)年?(?:度|数量?)?")
_MOVE = re.compile("同比|环比|增减|增长|增幅|降幅|变化|增速")
_NONE = frozenset("-—–/*")
_UNIT = re.compile(r"单位:\s?([\u4e00-\u9fff%、,/]{1,12})")
_MONEY = re.compile("款|额|金|费|投资|收入|支出|经费|损失|产值")
_OWN_UNIT = re.compile(r"\(([\u4e00-\u9fff%]{1,4})\)$")
_CAPTION = re.compile(
    r"^表?\s?(?:[\d一二三四五六七八九十]+(?![\d年]))?\s?|20\d\d年度?|\(.*|(?:分类)?(?:情况)?(?:统计)?表?$"
)
_ORDINALS = frozenset(("序号", "编号", "序"))
_REMARKS = frozenset(("备注", "说明", "注"))
_LEAST_CELLS = 3
_LONGEST = 200
_MOST_ROWS = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """One number of a table with what its row, its column and the caption say."""

    quantity: Quantity
    name: str
    caption: str
    year: int | None
    moved: bool
    """Whether its column holds changes (增减)."""


@dataclass(frozen=True, slots=True)
class _Word:
    start: int
    end: int
    text: str


def cells_of(folded: str, sentence: Sentence) -> tuple[Cell, ...]:
    """The numbers of a line that is a row of a table; none where it is not."""
    start, end = _line_at(folded, sentence.span.start)
    if sentence.span.end > end:
        return ()
    row = _joined(_words(folded, start, end))
    if _names_itself(row):
        caption, units = _caption(folded, start)
        pairs = ((_labelled().fullmatch(word.text), word) for word in row[1:])
        named = [(found["noun"], found, word) for found, word in pairs if found]
        return tuple(_labelled_cell(row[0].text, *each, caption, units) for each in named)
    if not _is_row(_without_margins(row)):
        return ()
    table, above = _head_of(folded, start, row)
    if table is None:
        return ()
    caption, units = _caption(folded, above)
    name, *numbers = table.row
    columns = zip(numbers, table.head[1:], strict=True)
    cells = [_cell(name.text, word, column, caption, units) for word, column in columns]
    remarks = [(_labelled().fullmatch(word.text), word) for word in table.remarks]
    cells += [_labelled_cell(name.text, f["noun"], f, w, caption, units) for f, w in remarks if f]
    return tuple(cell for cell in cells if cell)


@dataclass(frozen=True, slots=True)
class _Table:
    """A row under its head, both without the columns at the margins."""

    row: list[_Word]
    head: list[str]
    remarks: list[_Word]


def _laid_out(row: list[_Word], head: list[str]) -> _Table | None:
    """The row under a head; None where they do not fit."""
    if head[0] in _ORDINALS:
        head, row = head[1:], row[1:] if row[0].text.isdecimal() else row
    remarks: list[_Word] = []
    if head[-1] in _REMARKS:
        head = head[:-1]
        row, remarks = row[: len(head)], row[len(head) :]
    return _Table(row, head, remarks) if len(row) == len(head) and _is_row(row) else None


def _without_margins(row: list[_Word]) -> list[_Word]:
    """A row without the number that counts it and without the remark behind it."""
    numbered = len(row) > 1 and row[0].text.isdecimal() and _NAME.fullmatch(row[1].text)
    row = row[1:] if numbered else row
    last = max((n for n, word in enumerate(row) if _number().fullmatch(word.text)), default=-1)
    return row[: last + 1] if any(_NAME.fullmatch(word.text) for word in row[last + 1 :]) else row


def _line_at(folded: str, position: int) -> tuple[int, int]:
    end = folded.find("\n", position)
    return folded.rfind("\n", 0, position) + 1, end if end >= 0 else len(folded)


def _words(folded: str, start: int, end: int) -> list[_Word]:
    if end - start > _LONGEST:
        return []
    return [_Word(*found.span(), found[0]) for found in _WORDS.finditer(folded, start, end)]


def _joined(words: list[_Word]) -> list[_Word]:
    """The words of a row, a unit of its own with the number before it: 1204 件."""
    joined: list[_Word] = []
    for word in words:
        if joined and _number().fullmatch(joined[-1].text) and _units().fullmatch(word.text):
            joined[-1] = _Word(joined[-1].start, word.end, joined[-1].text + word.text)
        else:
            joined.append(word)
    return joined


def _is_row(row: list[_Word]) -> bool:
    if len(row) < _LEAST_CELLS or not _NAME.fullmatch(row[0].text):
        return False
    numbers = [word for word in row[1:] if _number().fullmatch(word.text)]
    others = [word for word in row[1:] if word.text in _NONE]
    return len(numbers) > 1 and len(numbers) + len(others) == len(row) - 1


def _head_of(folded: str, start: int, row: list[_Word]) -> tuple[_Table | None, int]:
    """The row under the head above it, and where the head's line begins."""
    for begin, end in _lines_above(folded, start):
        words = _words(folded, begin, end)
        texts = [word.text for word in words]
        headed = len(texts) > 1 and all(_NAME.match(t) or _YEAR.fullmatch(t) for t in texts)
        if headed and (table := _laid_out(row, texts)):
            return table, begin
        if not _is_row(_without_margins(_joined(words))):
            break
    return None, start


def _lines_above(folded: str, start: int) -> Iterator[tuple[int, int]]:
    """The lines above that are not empty, nearest first."""
    for _ in range(_MOST_ROWS):
        if start <= 0:
            return
        end, start = start - 1, folded.rfind("\n", 0, start - 1) + 1
        if folded[start:end].strip():
            yield start, end


def _caption(folded: str, start: int) -> tuple[str, tuple[str, ...]]:
    """What the line above a table says that it is of, and the units of its numbers."""
    for begin, end in _lines_above(folded, start):
        line = folded[begin:end].strip()
        unit = _UNIT.search(line)
        if _names_itself(_joined(_words(folded, begin, end))):
            continue
        if "。" in line or not (unit or re.match("表|附表", line) or line.endswith("表")):
            return "", ()
        return _CAPTION.sub("", line).strip(), tuple(re.split("[、,/]", unit[1])) if unit else ()
    return "", ()


def _unit_for(noun: str, units: tuple[str, ...]) -> str:
    """Of the units of a caption (件、万元) the one that a noun is counted in."""
    money = _MONEY.search(noun) is not None
    return next((unit for unit in units if unit.endswith("元") == money), "")


def _names_itself(row: list[_Word]) -> bool:
    """A row whose numbers stand behind nouns of their own."""
    named = all(_labelled().fullmatch(word.text) for word in row[1:])
    return len(row) >= _LEAST_CELLS and _NAME.fullmatch(row[0].text) is not None and named


def _labelled_cell(
    row: str, noun: str, found: re.Match[str], word: _Word, caption: str, units: tuple[str, ...]
) -> Cell:
    scale, unit = _scaled(found["unit"] or _unit_for(noun, units))
    return Cell(
        quantity=Quantity(
            span=Span(word.start + found.start("digits"), word.end),
            value=Decimal(found["digits"].replace(",", "")) * scale_of(scale),
            unit=unit,
            hedge=Hedge.EXACT,
        ),
        name=row + noun,
        caption=caption,
        year=None,
        moved=_MOVE.search(noun) is not None,
    )


def _cell(row: str, word: _Word, column: str, caption: str, units: tuple[str, ...]) -> Cell | None:
    found = _number().fullmatch(word.text)
    if found is None:
        return None
    year, moved = _YEAR.fullmatch(column), _MOVE.search(column) is not None
    own = _OWN_UNIT.search(column)
    scale, written = _scaled(found["unit"] or (own[1] if own else _unit_for(row + column, units)))
    value = Decimal(found["digits"].replace(",", "")) * scale_of(scale)
    what = "" if year else _OWN_UNIT.sub("", column)
    return Cell(
        quantity=Quantity(
            span=Span(word.start, word.end),
            value=-value if found["sign"] == "-" else value,
            unit="" if moved and not found["unit"] else written,
            hedge=Hedge.EXACT,
        ),
        name=what + row if _is_stage(row) and tells_matter(what) else row + what,
        caption=caption,
        year=int(year[1]) if year else None,
        moved=moved,
    )


def _is_stage(row: str) -> bool:
    """A row that says what was done (立案), not by whom or with what."""
    return not tells_matter(row) and not row.endswith(words_of("organ_ends"))


def _scaled(unit: str) -> tuple[str, str]:
    """万元 as its multiplier and its unit."""
    scale = next((s for s in ("万亿", "亿", "万") if unit.startswith(s) and unit != s), "")
    return scale, unit[len(scale) :]


@cache
def _labelled() -> re.Pattern[str]:
    return re.compile(rf"(?P<noun>[\u4e00-\u9fff]{{2,8}}):?{_number().pattern}")


@cache
def _units() -> re.Pattern[str]:
    return re.compile(f"(?:万亿|亿|万)?(?:{'|'.join(map(re.escape, words_of('units')))})")


@cache
def _number() -> re.Pattern[str]:
    return re.compile(
        rf"(?P<sign>[+-])?(?P<digits>\d[\d,]*(?:\.\d+)?)(?P<unit>{_units().pattern})?"
    )
