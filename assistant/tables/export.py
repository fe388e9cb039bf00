"""Figures as files for office programs (导出): CSV and XLSX, whole or not at all.

A text that an office program would run as a formula is kept from being one: it comes from a report,
and a report comes from anywhere.
"""

from __future__ import annotations

import csv
import secrets
from contextlib import contextmanager
from decimal import Decimal
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from assistant.tables.export_rows import column_titles
from assistant.tables.table import caption, marks_in_words, written
from corpus.errors import ExportFailed
from prompts import say

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from assistant.tables.export_rows import ExportRow, Value
    from assistant.tables.table import Cell, Table

__all__ = ["replacing", "write_csv", "write_xlsx"]

_STARTS_FORMULA = tuple("=+-@\t\r\n\uff1d\uff0b\uff0d\uff20")
"""Excel takes the wide signs for the narrow ones."""
_PLAIN_TEXTS = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
_LONGEST = 32_767
"""Characters in a cell of a workbook."""
_SHEET_ROWS = 1_000_000
_EXACT_DIGITS = 15
"""A workbook keeps numbers as binary floats; longer ones stay text."""
_PLAIN_DIGITS = 30
_WIDTHS = (16, 10, 28, 12, 14, 8, 8, 10, 12, 40, 20, 10, 36, 60, 30)
_WRAPPED = frozenset((2, 9, 12, 13))
"""Columns of long texts: indicator, report, headings and sentence."""
_TABLE_WIDTH, _PLACE_WIDTH = 14, 24


def write_csv(path: Path, rows: Iterable[ExportRow]) -> int:
    """Write rows as UTF-8 with a mark that Excel knows it by; how many there were.

    Raises `ExportFailed` where the file cannot be written.
    """
    count = 0
    with replacing(path) as fresh, fresh.open("x", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(column_titles())
        for count, row in enumerate(rows, start=1):  # noqa: B007 - counted
            writer.writerow([_harmless(value) for value in row.values()])
    return count


def write_xlsx(path: Path, rows: Iterable[ExportRow], *, tables: Sequence[Table] = ()) -> int:
    """Write a workbook, row by row in bounded memory; tables get a sheet before the sources.

    Raises `ExportFailed` where the file cannot be written.
    """
    from xlsxwriter import Workbook
    from xlsxwriter.exceptions import XlsxWriterException

    with replacing(path) as fresh, fresh.open("xb") as file, TemporaryDirectory() as passing:
        options = {**_PLAIN_TEXTS, "constant_memory": True, "tmpdir": passing}
        try:
            with Workbook(file, options) as book:
                styles = _styles(book)
                if tables:
                    _write_tables(book, tables, styles)
                return _write_rows(book, rows, styles)
        except XlsxWriterException as error:
            raise OSError(str(error)) from error


@contextmanager
def replacing(path: Path) -> Iterator[Path]:
    """A fresh file beside `path` that takes its place only when it is whole."""
    fresh = path.with_name(f".{path.name[:80]}.{secrets.token_hex(4)}.tmp")
    try:
        yield fresh
        fresh.replace(path)
    except OSError as error:
        raise ExportFailed(file=str(path), why=_why(path, error)) from error
    finally:
        fresh.unlink(missing_ok=True)


def _why(path: Path, error: OSError) -> str:
    if not path.parent.is_dir():
        return say("figures", "no_folder")
    if path.is_dir():
        return say("figures", "is_folder")
    return error.strerror or type(error).__name__


def _harmless(value: Value) -> str:
    """A cell of a CSV file; there a text can only be kept from being a formula by a mark."""
    if value is None:
        return ""
    if isinstance(value, str):
        text = "".join(value.split("\0"))
        return f"'{text}" if text.startswith(_STARTS_FORMULA) else text
    return _plain(value) if isinstance(value, Decimal) else str(value)


def _plain(value: Decimal) -> str:
    """Without an exponent, unless that would fill the page."""
    return f"{value:f}" if abs(value.adjusted()) <= _PLAIN_DIGITS else str(value)


def _styles(book: Any) -> dict[str, Any]:  # noqa: ANN401 - untyped
    alike = {"valign": "top", "font_size": 11}
    return {
        "head": book.add_format({**alike, "bold": True, "bg_color": "#F6F3EC", "bottom": 1}),
        "title": book.add_format({**alike, "bold": True, "font_size": 13}),
        "text": book.add_format(alike),
        "long": book.add_format({**alike, "text_wrap": True}),
        "quiet": book.add_format({**alike, "font_color": "#808080", "align": "right"}),
        "odd": book.add_format({**alike, "bg_color": "#FFEDAE", "align": "right"}),
    }


def _write_rows(book: Any, rows: Iterable[ExportRow], styles: dict[str, Any]) -> int:  # noqa: ANN401
    """All rows; a second sheet where one is full."""
    count, sheet = 0, _rows_sheet(book, styles, number=1)
    for row in rows:
        at = count % _SHEET_ROWS
        if count and at == 0:
            sheet = _rows_sheet(book, styles, number=count // _SHEET_ROWS + 1)
        for column, value in enumerate(row.values()):
            style = styles["long" if column in _WRAPPED else "text"]
            _write(sheet, at + 1, column, value, style)
        count += 1
    sheet.autofilter(0, 0, count % _SHEET_ROWS or 1, len(_WIDTHS) - 1)
    return count


def _rows_sheet(book: Any, styles: dict[str, Any], *, number: int) -> Any:  # noqa: ANN401
    name = say("figures", "rows_sheet")
    sheet = book.add_worksheet(name if number == 1 else f"{name}{number}")
    for column, width in enumerate(_WIDTHS):
        sheet.set_column(column, column, width)
    for column, title in enumerate(column_titles()):
        sheet.write_string(0, column, title, styles["head"])
    sheet.freeze_panes(1, 0)
    return sheet


def _write_tables(book: Any, tables: Sequence[Table], styles: dict[str, Any]) -> None:  # noqa: ANN401
    sheet = book.add_worksheet(say("figures", "table_sheet"))
    widest = max(len(shown.years) for shown in tables)
    sheet.set_column(0, 0, _PLACE_WIDTH)
    sheet.set_column(1, max(1, widest), _TABLE_WIDTH)
    sheet.freeze_panes(0, 1)
    line = 0
    for shown in tables:
        sheet.write_string(line, 0, caption(shown)[:_LONGEST], styles["title"])
        heads = (say("figures", "place"), *(say("figures", "year", year=y) for y in shown.years))
        for column, head in enumerate(heads):
            sheet.write_string(line + 1, column, head, styles["head"])
        line += 2
        for place, cells in shown.rows():
            _write(sheet, line, 0, place, styles["text"])
            for column, cell in enumerate(cells, start=1):
                value, style = _table_value(cell, shown.unit)
                _write(sheet, line, column, value, styles[style])
            line += 1
        line += 1


def _table_value(cell: Cell, unit: str) -> tuple[Value, str]:
    """A number where one is stated in the table's unit without doubt, else words."""
    if cell.missing:
        return say("figures", "missing"), "quiet"
    first = cell.entries[0]
    marks = dict.fromkeys(mark for entry in cell.entries for mark in marks_in_words(entry))
    if not cell.conflicting and not marks and first.unit == unit:
        return first.value, "text"
    values = " / ".join(dict.fromkeys(written(entry, unit=unit) for entry in cell.entries))
    values += "".join(say("figures", "mark", mark=mark) for mark in marks)
    if cell.conflicting:
        values = say("figures", "conflict", values=values)
    return values, "odd"


def _write(sheet: Any, row: int, column: int, value: Value, style: Any) -> None:  # noqa: ANN401
    if value is None or value == "":
        return
    if isinstance(value, str):
        sheet.write_string(row, column, value[:_LONGEST], style)
    elif isinstance(value, Decimal) and not _is_exact(value):
        sheet.write_string(row, column, _plain(value), style)
    else:
        sheet.write_number(row, column, value, style)


def _is_exact(value: Decimal) -> bool:
    digits = len(value.normalize().as_tuple().digits)
    return digits <= _EXACT_DIGITS and abs(value.adjusted()) < _EXACT_DIGITS
