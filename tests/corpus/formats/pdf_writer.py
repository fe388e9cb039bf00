"""A tiny PDF writer in the layout of official print, so that tests need no font and no program.

The font is one of the predefined Chinese ones, named but not embedded.
"""

from __future__ import annotations

from dataclasses import dataclass

from tests.corpus.formats.samples import is_centred, is_signature, lines_of

EM = 16.0
LEFT, TOP, PITCH = 88.0, 740.0, 28.0
CHARS_A_LINE = 28
LINES_A_PAGE = 22
_FONT = b"""
<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/UniGB-UCS2-H/DescendantFonts[4 0 R]>>
<</Type/Font/Subtype/CIDFontType0/BaseFont/STSong-Light/DW 1000/W[1 95 500]/CIDSystemInfo 5 0 R>>
<</Registry(Adobe)/Ordering(GB1)/Supplement 4>>
"""
_NEVER_FIRST = "，。、；：！？）》”’%％,.;:)"


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """How a report is printed."""

    indent: int = 2
    """First-line indent in characters."""
    gap: float = 0.0
    """Extra space between paragraphs in points."""
    page_number: str = "— {} —"
    header: str = ""
    hanging: float = 0.0
    """Offset of even pages to the left, as two-sided print has."""


@dataclass(frozen=True, slots=True)
class _Placed:
    text: str
    x: float
    y: float
    size: float


def print_report(text: str, layout: Layout = Layout()) -> bytes:
    """Set a report and print it."""
    lines = lines_of(text)
    pages: list[list[_Placed]] = [[]]
    y = TOP
    for number, line in enumerate(lines):
        for row, x in _set(number, len(lines), line, layout):
            if y < TOP - LINES_A_PAGE * PITCH:
                pages.append([])
                y = TOP
            shift = layout.hanging if len(pages) % 2 == 0 else 0.0
            pages[-1].append(_Placed(row, x - shift, y, EM))
            y -= PITCH
        y -= layout.gap
    for number, page in enumerate(pages, start=1):
        if layout.page_number:
            page.append(_Placed(layout.page_number.format(number), 280, 60, 14))
        if layout.header:
            page.insert(0, _Placed(layout.header, 200, 790, 10))
    return write_pdf([_content(page) for page in pages])


def _set(number: int, count: int, line: str, layout: Layout) -> list[tuple[str, float]]:
    width = CHARS_A_LINE * EM
    if is_centred(number, line) and _width(line) <= width:
        return [(line, LEFT + (width - _width(line)) / 2)]
    if is_signature(number, count, line):
        return [(line, LEFT + width - _width(line) - 4 * EM)]
    indent = 0 if line.endswith(("：", ":")) else layout.indent
    rows = _wrap(line, indent)
    return [(row, LEFT + (indent * EM if first else 0)) for first, row in _marked(rows)]


def _marked(rows: list[str]) -> list[tuple[bool, str]]:
    return [(number == 0, row) for number, row in enumerate(rows)]


def _wrap(line: str, indent: int) -> list[str]:
    rows, row, room = [], "", (CHARS_A_LINE - indent) * EM
    for token in _tokens(line):
        if row and _width(row + token) > room + (EM if token in _NEVER_FIRST else 0):
            rows.append(row)
            row, room = "", CHARS_A_LINE * EM
        row += token
    return [*rows, row]


def _tokens(line: str) -> list[str]:
    """Characters, except that a number or a Latin word is not broken."""
    tokens: list[str] = []
    for char in line:
        joins = tokens and char.isascii() and char.isalnum() and tokens[-1][-1].isascii()
        if joins and tokens[-1][-1].isalnum():
            tokens[-1] += char
        else:
            tokens.append(char)
    return tokens


def _width(text: str) -> float:
    return sum(EM / 2 if char.isascii() else EM for char in text)


def _content(page: list[_Placed]) -> bytes:
    return "\n".join(
        f"BT /F1 {item.size} Tf 1 0 0 1 {item.x} {item.y} Tm "
        f"<{item.text.encode('utf-16-be').hex()}> Tj ET"
        for item in page
    ).encode("ascii")


def write_pdf(contents: list[bytes], *, trailer: bytes = b"") -> bytes:
    """Put page contents into a PDF file; `trailer` goes into the trailer dictionary."""
    kids = " ".join(f"{6 + 2 * number} 0 R" for number in range(len(contents)))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(contents)} >>".encode(),
        *_FONT.strip().split(b"\n"),
    ]
    for number, content in enumerate(contents):
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] "
            b"/Resources << /Font << /F1 3 0 R >> >> /Contents %d 0 R >>" % (7 + 2 * number)
        )
        objects.append(b"<< /Length %d >>\nstream\n%b\nendstream" % (len(content), content))
    return _assemble(objects, trailer)


def _assemble(objects: list[bytes], trailer: bytes) -> bytes:
    data = b"%PDF-1.5\n"
    offsets = []
    for number, body in enumerate(objects, start=1):
        offsets.append(len(data))
        data += b"%d 0 obj\n%b\nendobj\n" % (number, body)
    start = len(data)
    entries = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    size = len(objects) + 1
    data += b"xref\n0 %d\n0000000000 65535 f \n%b" % (size, entries)
    data += b"trailer << /Size %d /Root 1 0 R %b >>\n" % (size, trailer)
    return data + b"startxref\n%d\n%%%%EOF\n" % start
