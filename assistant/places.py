"""Places named in a question (地名): those of the library, and strangers."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

import rjieba

from corpus.places import short_form, steps_of
from corpus.words import words_of


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedPlaces:
    """The places of a question, and the question without those the library knows."""

    known: tuple[str, ...]
    strangers: tuple[str, ...]
    rest: str


def find_places(question: str, library: Iterable[str]) -> NamedPlaces:
    """Which reports' places a question names, by full name, last level or short form."""
    known: list[str] = []
    rest = question
    for alias, place in _aliases(library):
        if alias in rest and not _part_of_longer(rest, alias):
            known.append(place)
            rest = rest.replace(alias, " ")
    return NamedPlaces(
        known=tuple(dict.fromkeys(known)), strangers=tuple(_strangers(rest)), rest=rest.strip()
    )


def _aliases(library: Iterable[str]) -> list[tuple[str, str]]:
    """Every way to name a place, longest first."""
    aliases: dict[str, str] = {}
    for place in library:
        steps = steps_of(place)
        last = steps[-1]
        names = [place, last, short_form(last)]
        if len(steps) > 1:
            upper = steps[-2]
            names += [short_form(upper) + last, short_form(upper) + short_form(last), upper + short_form(last)]
        for name in names:
            if len(name) >= 2:
                aliases.setdefault(name, place)
    return sorted(aliases.items(), key=lambda pair: -len(pair[0]))


def _part_of_longer(text: str, alias: str) -> bool:
    """安居 of 安居工程: a short form that goes on as another word."""
    at = text.index(alias)
    return text[at + len(alias) :].startswith(("工程", "乐业", "房", "路", "大道", "河", "湖", "山", "江"))


_NAME = re.compile(
    r"(?<![\u4e00-\u9fff])(?P<name>(?:[\u4e00-\u9fff]{1,7}?(?:省|自治区|市|自治州|州|盟|县|区|旗|镇|乡|街道)){1,3})"
    r"(?![级场民域街村里内直上下])"
)
_NOT_IN_NAME = re.compile(
    r"[给的被评为了过在到向把将哪几多个所全各每第有没是和与跟同比有由从对等及其之]|政府|机关|项目|报告|案件|我|这|那"
)


def _strangers(text: str) -> list[str]:
    """Administrative names that no report is about: provinces, and names at the start of a phrase."""
    found: list[str] = []
    for full in words_of("provinces"):
        if full in text or (short_form(full) in text and len(short_form(full)) >= 2):
            found.append(full if full in text else short_form(full))
    for piece in re.split(r"[^\u4e00-\u9fff]+|(?:和|与|跟|同|比|在|去年|今年|全年)", text):
        if (match := _NAME.match(piece)) and not _NOT_IN_NAME.search(match["name"]):
            found.append(match["name"])
    found += [word for word, tag in rjieba.tag(text) if tag == "ns" and len(word) >= 2]
    kept: list[str] = []
    for place in found:
        if place not in words_of("not_places") and not any(place in other for other in kept):
            kept.append(place)
    return kept
