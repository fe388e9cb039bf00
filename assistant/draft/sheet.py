"""The check sheet (核对单): claims, verdicts, corrections and sources, as XLSX or DOCX."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from assistant.draft.model import Verdict
from assistant.draft.render import name_of, totals
from assistant.render import cite
from assistant.tables.export import replacing
from prompts import say

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from assistant.draft.model import Finding

__all__ = ["write_sheet"]

_WIDTHS = (6, 22, 12, 22, 44, 60, 60)
_FILLS = {
    Verdict.SUPPORTED: "#DDEFE0",
    Verdict.APPROXIMATE: "#D9EEF2",
    Verdict.CONTRADICTED: "#F6C9C4",
    Verdict.DIFFERENT_SCOPE: "#FBEAB5",
    Verdict.NOT_FOUND: "#E4E4E4",
    Verdict.NOT_CHECKABLE: "#FFFFFF",
}
_PLAIN_TEXTS = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
_LONGEST = 32_000
_ENDING = ".docx"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Row:
    verdict: Verdict
    cells: tuple[str, ...]


def write_sheet(path: Path, findings: Sequence[Finding], title: str) -> None:
    """Write a sheet whose format its name says, whole or not at all; raises `ExportFailed`."""
    rows = [*_rows(findings)]
    with replacing(path) as fresh:
        if path.suffix.lower() == _ENDING:
            _write_docx(fresh, rows, title, _summary(findings))
        else:
            _write_xlsx(fresh, rows, title, _summary(findings))


def _summary(findings: Sequence[Finding]) -> str:
    counts = [
        say("draft", "count", name=name_of(verdict), count=count)
        for verdict, count in totals(findings).items()
        if count
    ]
    shown = "、".join(counts) or say("draft", "nothing")
    return say("draft", "summary", count=len(findings), shown=shown)


def _heads() -> tuple[str, ...]:
    return tuple(say("draft", "sheet_heads").split("|"))


def _rows(findings: Iterable[Finding]) -> Iterable[_Row]:
    for number, finding in enumerate(findings, start=1):
        sources = "\n".join(cite(citation) for citation in finding.citations)
        quotes = "\n".join(citation.quote for citation in finding.citations)
        cells = (
            str(number),
            finding.claim.text,
            name_of(finding.verdict),
            finding.correction or "",
            finding.reason,
            sources,
            quotes,
        )
        yield _Row(verdict=finding.verdict, cells=tuple(_printable(cell) for cell in cells))


def _printable(text: str) -> str:
    """Without the control characters that no office format can hold."""
    return "".join(char for char in text if char in "\n\t" or ord(char) >= ord(" "))[:_LONGEST]


def _write_xlsx(path: Path, rows: Sequence[_Row], title: str, summary: str) -> None:
    from xlsxwriter import Workbook

    with path.open("xb") as file, Workbook(file, _PLAIN_TEXTS) as book:
        sheet = book.add_worksheet(say("draft", "sheet_name"))
        wrapped = {"text_wrap": True, "valign": "top", "border": 1, "border_color": "#CCCCCC"}
        styles = {v: book.add_format({**wrapped, "bg_color": c}) for v, c in _FILLS.items()}
        plain = book.add_format(wrapped)
        head = book.add_format({**wrapped, "bold": True, "bg_color": "#F6F3EC"})
        sheet.write_string(
            0, 0, _printable(title), book.add_format({"bold": True, "font_size": 14})
        )
        sheet.write_string(1, 0, summary)
        for column, width in enumerate(_WIDTHS):
            sheet.set_column(column, column, width)
        for column, name in enumerate(_heads()):
            sheet.write_string(2, column, name, head)
        for line, row in enumerate(rows, start=3):
            for column, cell in enumerate(row.cells):
                sheet.write_string(
                    line, column, cell, styles[row.verdict] if column == 2 else plain
                )
        sheet.freeze_panes(3, 0)
        sheet.autofilter(2, 0, max(3, len(rows) + 2), len(_WIDTHS) - 1)


def _write_docx(path: Path, rows: Sequence[_Row], title: str, summary: str) -> None:
    from docx import Document
    from docx.enum.section import WD_ORIENT
    from docx.shared import Cm, Pt

    document = Document()
    section = document.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Cm(29.7), Cm(21)
    section.left_margin = section.right_margin = Cm(1.8)
    document.styles["Normal"].font.size = Pt(9)
    document.add_heading(_printable(title), level=1)
    document.add_paragraph(summary)
    widths = [Cm(26 * width / sum(_WIDTHS)) for width in _WIDTHS]
    table = document.add_table(rows=1, cols=len(_WIDTHS), style="Table Grid")
    table.autofit = False
    for column, name in enumerate(_heads()):
        table.rows[0].cells[column].text = name
    for row in rows:
        for cell, text in zip(table.add_row().cells, row.cells, strict=True):
            cell.text = text
    for line in table.rows:
        for cell, width in zip(line.cells, widths, strict=True):
            cell.width = width
    document.save(str(path))
