"""Numbers that Word keeps apart from the words (多级列表): 一、 (一) 1. as the reader sees them."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from docx.oxml.ns import qn

from corpus.formats.ordinals import ordinal

if TYPE_CHECKING:
    from lxml.etree import _Element

__all__ = ["Numbering"]

_DEEPEST = 8
_MOST_STEPS = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class _Level:
    """One level of a list definition."""

    start: int
    form: str
    pattern: str
    """`w:lvlText`: `%1` stands for the number of the first level."""
    style: str | None
    legal: bool
    """All numbers in Arabic digits, whatever the levels above say."""
    suffix: str


class Numbering:
    """The counters of all lists of one document; `label` must be asked in reading order."""

    def __init__(self, numbering: _Element | None, styles: _Element | None) -> None:
        self._levels: dict[str, dict[int, _Level]] = {}
        self._lists: dict[str, tuple[str, dict[int, _Level], dict[int, int]]] = {}
        self._styles = {} if styles is None else _by_id(styles, "w:style", "w:styleId")
        self._counts: dict[str, dict[int, int]] = defaultdict(dict)
        self._begun: set[tuple[str, int]] = set()
        if numbering is not None:
            self._read(numbering)

    def label(self, paragraph: _Element) -> str:
        """Write the number before a paragraph as Word shows it; empty where there is none.

        A number that ends in a digit or a full stop is set off by a space, as Word does with a
        tab, so that `1.` before `2022年` does not become a figure.
        """
        place = self._place(paragraph)
        if place is None:
            return ""
        list_id, depth = place
        abstract, overrides, restarts = self._lists[list_id]
        levels = self._levels.get(abstract, {}) | overrides
        level = levels.get(depth)
        if level is None:
            return ""
        self._count(list_id, abstract, depth, restarts, levels)
        if level.form == "bullet":
            return ""
        label = self._write(level, levels, self._counts[abstract])
        apart = level.suffix != "nothing" and re.search(r"[0-9A-Za-z.]$", label)
        return f"{label} " if apart else label

    def _read(self, numbering: _Element) -> None:
        abstracts = _by_id(numbering, "w:abstractNum", "w:abstractNumId")
        links = {
            link: abstract_id
            for abstract_id, abstract in abstracts.items()
            if (link := _value(abstract, "w:styleLink")) is not None
        }
        for abstract_id, abstract in abstracts.items():
            # A list may borrow its levels from the one that defines its list style.
            source = links.get(_value(abstract, "w:numStyleLink") or "", abstract_id)
            self._levels[abstract_id] = _levels(abstracts[source])
        for list_id, num in _by_id(numbering, "w:num", "w:numId").items():
            overrides: dict[int, _Level] = {}
            restarts: dict[int, int] = {}
            for override in num.iterfind(qn("w:lvlOverride")):
                overrides |= _levels(override)
                start = _value(override, "w:startOverride")
                if start is not None:
                    restarts[_number(override.get(qn("w:ilvl")), 0)] = _number(start, 1)
            self._lists[list_id] = (_value(num, "w:abstractNumId") or "", overrides, restarts)

    def _place(self, paragraph: _Element) -> tuple[str, int] | None:
        """List and level of a paragraph: its own, else those of its style."""
        own = paragraph.find(f"{qn('w:pPr')}/{qn('w:numPr')}")
        list_id = _value(own, "w:numId")
        depth = _value(own, "w:ilvl")
        style_id = _value(paragraph.find(qn("w:pPr")), "w:pStyle")
        for _ in range(_MOST_STEPS):
            style = self._styles.get(style_id or "")
            if style is None or list_id is not None:
                break
            inherited = style.find(f"{qn('w:pPr')}/{qn('w:numPr')}")
            list_id = _value(inherited, "w:numId")
            if depth is None and list_id is not None:
                depth = _value(inherited, "w:ilvl") or self._depth_of_style(list_id, style_id)
            style_id = _value(style, "w:basedOn")
        if list_id is None or list_id not in self._lists:
            return None
        return list_id, min(max(_number(depth, 0), 0), _DEEPEST)

    def _depth_of_style(self, list_id: str, style_id: str | None) -> str | None:
        levels = self._levels.get(self._lists[list_id][0], {}) if list_id in self._lists else {}
        return next((str(d) for d, level in levels.items() if level.style == style_id), None)

    def _count(
        self,
        list_id: str,
        abstract: str,
        depth: int,
        restarts: dict[int, int],
        levels: dict[int, _Level],
    ) -> None:
        counts = self._counts[abstract]
        if depth in restarts and (list_id, depth) not in self._begun:
            counts[depth] = restarts[depth]
        elif depth in counts:
            counts[depth] += 1
        else:
            counts[depth] = levels[depth].start
        self._begun.add((list_id, depth))
        for deeper in range(depth + 1, _DEEPEST + 1):
            counts.pop(deeper, None)

    @staticmethod
    def _write(level: _Level, levels: dict[int, _Level], counts: dict[int, int]) -> str:
        def number(match: re.Match[str]) -> str:
            depth = int(match[1]) - 1
            above = levels.get(depth, level)
            form = "decimal" if level.legal and above.form != "none" else above.form
            return ordinal(counts.get(depth, above.start), form)

        return re.sub(r"%([1-9])", number, level.pattern)


def _levels(parent: _Element) -> dict[int, _Level]:
    return {
        _number(lvl.get(qn("w:ilvl")), 0): _Level(
            start=_number(_value(lvl, "w:start"), 1),
            form=_value(lvl, "w:numFmt") or "decimal",
            pattern=_value(lvl, "w:lvlText") or "",
            style=_value(lvl, "w:pStyle"),
            legal=lvl.find(qn("w:isLgl")) is not None,
            suffix=_value(lvl, "w:suff") or "tab",
        )
        for lvl in parent.iterfind(qn("w:lvl"))
    }


def _by_id(parent: _Element, tag: str, key: str) -> dict[str, _Element]:
    found = ((element.get(qn(key)), element) for element in parent.iterfind(qn(tag)))
    return {name: element for name, element in found if name is not None}


def _value(parent: _Element | None, tag: str) -> str | None:
    """Get the `w:val` of a child element."""
    child = None if parent is None else parent.find(qn(tag))
    return None if child is None else child.get(qn("w:val"))


def _number(written: str | None, default: int) -> int:
    return int(written) if written is not None and re.fullmatch(r"[0-9]{1,6}", written) else default
