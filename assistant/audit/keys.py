"""When two numbers count the same thing (同一指标): for years and repeats.

Two names are one if the same words of weight are left in both, whatever the verb that only says
that it was done; 受理 and 办结 stay apart. A name that a report gives to two numbers is nobody's.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from assistant.audit.words import words
from corpus.places import places_at_start, short_form, steps_of
from index.vocabulary import cut, is_act, plain

if TYPE_CHECKING:
    from assistant.audit.line import Line, Mark

__all__ = ["Key", "Stated", "key_of", "names_in"]

_OFFICE = re.compile(
    r"[\u4e00-\u9fff]{2}(?:局|厅|委(?!员)|中心|大队|支队|镇|乡|街道|部门|系统|领域|战线)"
)
_SHORTEST = 4
_TELLING = 3


@dataclass(frozen=True, slots=True)
class Key:
    """What is counted, in which unit and scope (指标键)."""

    words: frozenset[str]
    unit: str
    scope: frozenset[str]
    period: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Stated:
    """A number with the sentence that states it (一次表述)."""

    line: Line
    mark: Mark
    name: str
    """The indicator as it stands, without marks."""


def names_in(line: Line) -> list[str]:
    """What each number of a sentence counts.

    分别办理建议、提案38件和56件 is parted; 行政复议案件受理15件、审结14件 names its matter twice.
    """
    names = [mark.figure.indicator for mark in line.marks]
    for at, mark in enumerate(line.marks):
        if mark.gap.startswith("、") and is_act(names[at]):
            names[at] = _matter(names[at - 1]) + names[at]
        if "分别" not in mark.gap:
            continue
        end = at + 1
        while end < len(names) and re.fullmatch(r"\s*[、和与及]\s*", line.marks[end].gap):
            end += 1
        parted = re.split("[、和与及]", names[at])
        if len(parted) == end - at > 1 and len(set(names[at:end])) == 1:
            names[at:end] = parted
    return names


def _matter(name: str) -> str:
    """What an act is done to: 行政复议案件 of 行政复议案件受理."""
    return "".join(word for word in cut(name) if not is_act(word))


def key_of(mark: Mark, name: str, text: str, own: str) -> Key | None:
    """The key of a number of that name; None where the name does not say enough.

    `text` is the sentence, `own` the place of the report.
    """
    name, period = _bare(name, own), mark.period
    if period is None or mark.figure.place is not None or len(name) < _SHORTEST:
        return None
    telling = _telling(name)
    if sum(len(word) for word in telling) < _TELLING and not telling & set(words("alone")):
        return None
    return Key(words=telling, unit=mark.unit, scope=_scope(mark, text), period=period)


def _bare(name: str, own: str) -> str:
    """A name without the place it begins with."""
    name = plain(name)
    for place in (places_at_start(name), *(short_form(step) for step in steps_of(own) if own)):
        if place and name.startswith(place):
            name = name.removeprefix(place)
    return name


@lru_cache(maxsize=4096)
def _telling(name: str) -> frozenset[str]:
    """The words that tell what is counted, those of one meaning as one."""
    kept = {word for word in cut(name) if word not in words("idle")}
    # 人民调解案件调解成功 says 调解 twice.
    kept = {word for word in kept if not any(word in other for other in kept - {word})}
    return frozenset(
        next((row for row in words("same") if word in row.split("=")), word) for word in kept
    )


def _scope(mark: Mark, text: str) -> frozenset[str]:
    """The words in front that say of what time, level or office it holds."""
    said = re.split(r"[,:;()]", mark.gap)[-1] + re.split(r"[,\d]", text, maxsplit=1)[0]
    named = frozenset(word for word in words("scopes") if word in said)
    return named | frozenset(_OFFICE.findall(said))
