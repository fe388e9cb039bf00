"""Where on a page the text is (正文区域): told by its punctuation, with a site's names as hints."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import takewhile
from typing import TYPE_CHECKING

from corpus.fold import fold
from corpus.formats.html_hints import hints
from corpus.formats.html_lines import read_lines

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from lxml.etree import _Element

__all__ = ["main_lines"]

_MOST = 0.85
_LITTLE = 0.1
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_STOPS = re.compile(r"[,。;、!?]")
_PART_OF_TEXT = re.compile(
    r"[一二三四五六七八九十]{1,3}、|\([一二三四五六七八九十]{1,3}\)|\d{4}年\d{1,2}月\d{1,2}日$"
    r"|[二〇○零一三四五六七八九]{4}年\S{1,3}月\S{1,3}日$"
)
_OFFICE_MARGINS = {"header", "footer"}
"""What an office program saves as a page says of its header and footer."""
_SENTENCE = 40
_LONGEST_SITE_LINE = 100
_SHORTEST_TITLE = 6
_LONGEST_TITLE = 120


@dataclass(slots=True)
class _Mass:
    """What stands below an element."""

    stops: int = 0
    """Punctuation marks outside links: running text is full of them, menus have none."""
    chars: int = 0
    linked: int = 0
    links: int = 0


def main_lines(body: _Element, page_titles: Iterable[str]) -> list[str]:
    """List the lines of the text, its title first even where the site sets it apart.

    `page_titles` are what the page's head calls it; they tell the title from other headings.
    """
    masses = _weigh(body)
    total = masses[body].stops

    def skip(element: _Element) -> bool:
        mass = masses.get(element)
        return mass is None or (mass.stops <= total * _LITTLE and _is_surrounding(element, mass))

    main = _densest(body, masses)
    main = _widen(main, body, skip)
    lines = _without_site_lines(read_lines(main, skip))
    return _title(body, main, lines, list(page_titles), skip) + lines


def _weigh(body: _Element) -> dict[_Element, _Mass]:
    """Measure every visible element, children before parents."""
    masses: dict[_Element, _Mass] = {}
    for element in reversed(list(body.iter("*"))):
        if element.tag in hints().silent:
            continue
        children = [child for child in element if child in masses]
        text = (element.text or "") + "".join(child.tail or "" for child in element)
        mass = _Mass(stops=len(_STOPS.findall(fold(text))), chars=len(text.strip()))
        for child in children:
            below = masses[child]
            mass.stops += below.stops
            mass.chars += below.chars
            mass.linked += below.linked
            mass.links += below.links
        if element.tag == "a":
            mass = _Mass(chars=mass.chars, linked=mass.chars, links=1)
        masses[element] = mass
    return masses


def _marks(element: _Element) -> set[str]:
    written = f"{element.get('id') or ''} {element.get('class') or ''}"
    return set(written.lower().split())


def _is_surrounding(element: _Element, mass: _Mass) -> bool:
    if element.get("hidden") is not None or _HIDDEN.search(element.get("style") or ""):
        return True
    if _marks(element) & hints().surroundings or element.get("title") in _OFFICE_MARGINS:
        return True
    return mass.links >= 2 and mass.linked > 0.6 * mass.chars


def _densest(body: _Element, masses: dict[_Element, _Mass]) -> _Element:
    """Go down as long as one child holds nearly all running text."""
    main, total = body, masses[body].stops
    while total:
        heavy = [
            child
            for child in main
            if child.tag in hints().frames
            and child in masses
            and masses[child].stops >= _MOST * total
        ]
        if not heavy:
            break
        main = heavy[0]
    return main


def _widen(main: _Element, body: _Element, skip: Callable[[_Element], bool]) -> _Element:
    """Go up again to the element a site names its text, or that holds a heading or the date."""
    if main is body:
        return body
    above = list(takewhile(lambda element: element is not body, main.iterancestors()))
    for element in (main, *above):
        if _marks(element) & hints().containers:
            return element
    for element in above:
        inside = set(read_lines(main, skip))
        more = (line for line in read_lines(element, skip) if line not in inside)
        if any(_PART_OF_TEXT.match(fold(line)) for line in more):
            main = element
    return main


def _without_site_lines(lines: list[str]) -> list[str]:
    """Drop the site's own lines before the first and after the last sentence of the text."""

    def is_site(line: str) -> bool:
        return bool(hints().site_line.match(fold(line)))

    body = [
        number
        for number, line in enumerate(lines)
        if len(line) >= _SENTENCE or ("。" in line and not is_site(line))
    ]
    first, last = (body[0], body[-1]) if body else (len(lines), len(lines))
    return [
        line
        for number, line in enumerate(lines)
        if first < number <= last or not (len(line) < _LONGEST_SITE_LINE and is_site(line))
    ]


def _title(
    body: _Element,
    main: _Element,
    lines: list[str],
    page_titles: list[str],
    skip: Callable[[_Element], bool],
) -> list[str]:
    """List the lines of a title that stands before the text and is not repeated in its head."""
    head = _bare("".join(lines[:12]))
    known = [_bare(title) for title in page_titles]
    best: list[str] = []
    for element in takewhile(lambda element: element is not main, body.iter("*")):
        if element.tag not in {"h1", "h2", "h3"} and not _marks(element) & hints().titles:
            continue
        found = read_lines(element, skip) if element.tag not in hints().silent else []
        words = _bare("".join(found))
        fits = any(words in title for title in known) or element.tag == "h1"
        if (
            fits
            and _SHORTEST_TITLE <= len(words) <= _LONGEST_TITLE
            and len(words) > len(_bare("".join(best)))
        ):
            best = found
    return [] if _bare("".join(best)) in head else best


def _bare(text: str) -> str:
    return re.sub(r"\s", "", text)
