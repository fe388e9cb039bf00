"""The lines a browser would show (网页文字行), block by block, without running anything."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lxml import etree

from corpus.formats.html_hints import hints

if TYPE_CHECKING:
    from collections.abc import Callable

    from lxml.etree import _Element

__all__ = ["read_lines"]

_BREAK = "\x1e"
_WIDE = "\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef“”‘’…—"
_WRAPPED_SOURCE = re.compile(rf"(?<=[{_WIDE}])[ \t]*\n[ \t\n]*(?=[{_WIDE}])")
_EDGES = " \t\n\u3000\xa0\u2002\u2003\u200b\ufeff"
_CELL_LINES = 3
_CELL_CHARS = 200


def read_lines(root: _Element, skip: Callable[[_Element], bool]) -> list[str]:
    """List the non-blank lines below `root`; `skip` says which elements to leave out whole.

    A table row is one line with tabs between its cells, unless the table only lays out the page.
    """
    buffer: list[str] = []
    silent = hints().silent
    walk = etree.iterwalk(root, events=("start", "end", "comment", "pi"))
    for event, element in walk:
        if event in {"comment", "pi"}:
            buffer.append(_source(element.getparent(), element.tail))
            continue
        if event == "start":
            if element is not root and (element.tag in silent or skip(element)):
                walk.skip_subtree()
            elif element.tag == "tr" and element is not root:
                buffer += [_BREAK, *(line + _BREAK for line in _row(element, skip))]
                walk.skip_subtree()
            else:
                buffer.append(_opening(element))
        else:
            buffer.append(_BREAK if element.tag in hints().blocks else "")
            buffer.append("" if element is root else _source(element.getparent(), element.tail))
    return _flush("".join(buffer))


def _opening(element: _Element) -> str:
    mark = _BREAK if element.tag in hints().blocks or element.tag == "br" else ""
    return mark + _source(element, element.text)


def _source(holder: _Element | None, text: str | None) -> str:
    """Text as it stands in the page's source; inside `pre` its line ends are real."""
    if not text or holder is None or "\n" not in text:
        return text or ""
    preformatted = holder.tag == "pre" or next(holder.iterancestors("pre"), None) is not None
    return text.replace("\n", _BREAK) if preformatted else text


def _row(row: _Element, skip: Callable[[_Element], bool]) -> list[str]:
    cells = [read_lines(cell, skip) for cell in row if cell.tag in {"td", "th"} and not skip(cell)]
    filled = [cell for cell in cells if cell]
    layout = any(len(cell) > _CELL_LINES or max(map(len, cell)) > _CELL_CHARS for cell in filled)
    if len(filled) <= 1 or layout:
        return [line for cell in filled for line in cell]
    return ["\t".join(" ".join(cell) for cell in cells).rstrip()]


def _flush(text: str) -> list[str]:
    lines = (_tidy(line) for line in text.split(_BREAK))
    return [line for line in lines if line]


def _tidy(line: str) -> str:
    """Collapse the blanks of the page's source as a browser does; a row's own tabs stay."""
    line = _WRAPPED_SOURCE.sub("", line)
    return re.sub(r"[ \n\r\f]+", " ", line).strip(_EDGES)
