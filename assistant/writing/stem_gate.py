"""The gate of a reworded question (题干把关): it asks what the question of the rules asks.

Held against each other, each must prove the other by the checks of every written sentence; besides,
nothing stands in it but the words of the rules' question and a few that only turn a phrase, so that
an answer cannot be told however it is disguised.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from assistant.model import Citation
from assistant.question.lexicon import cut, plain
from assistant.quiz.model import Kind
from assistant.writing.claims import CHECKS
from assistant.writing.support import support_of
from assistant.writing.words import words
from corpus.fold import fold
from corpus.model import Span
from corpus.orders import reads_like_an_order
from prompts import say

if TYPE_CHECKING:
    from assistant.quiz.model import QuizItem

__all__ = ["FramedStem", "framed", "stem_fault"]

_TAIL = re.compile(r"\([^()]*\)$")
_YEAR = re.compile(r"\d{4}年")
_ASKED = re.compile(r"百分之几|多少|哪些|怎样")
_PARTS = re.compile("[,、和与及中]")
"""What the asked cannot be moved across."""
_BLANK, _MUCH = "____", "多少"
_QUOTED = re.compile(r"“[^”]*”|《[^》]*》")
_NUMBER = re.compile(r"\d+(?:\.\d+)?")
_LONGER, _MORE, _SHORTER = 1.4, 8, 0.7
_MOVED = 2
"""So many words may follow what is asked that stood before it (受理多少件行政复议案件)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FramedStem:
    """A question with what is not for rewording (题干与框): 判断对错:…, …(写明单位)."""

    lead: str
    core: str
    tail: str

    def with_core(self, core: str) -> str:
        """The frame around other words, with the mark at the end that belongs there."""
        return f"{self.lead}{core[:-1]}{self.core[-1]}{self.tail}"


def framed(item: QuizItem) -> FramedStem:
    """What of a question may be reworded."""
    lead = say("quiz", "judge", statement="|").partition("|")[0]
    stem = fold(item.stem)
    lead = lead if item.kind is Kind.TRUE_FALSE and stem.startswith(lead) else ""
    rest = stem[len(lead) :]
    tail = found[0] if (found := _TAIL.search(rest)) else ""
    return FramedStem(lead=lead, core=rest[: len(rest) - len(tail)], tail=tail)


def stem_fault(item: QuizItem, said: str) -> str | None:
    """Why a reworded core may not be asked, as a reason of the gate; None if it may."""
    core, said = fold(framed(item).core), fold(said)
    if reads_like_an_order(said):
        return "order"
    if not _same_shape(core, said) or core.count(_BLANK) != said.count(_BLANK):
        return "unfinished"
    # A blank is asked for as 多少 is.
    core, said = (text.replace(_BLANK, _MUCH) for text in (core, said))
    if not _same_numbers(core, said, ordered=_is_ordered(item)):
        return "number"
    if _QUOTED.findall(core) != _QUOTED.findall(said):
        return "quotation"
    if item.place not in plain(said):
        return "place"
    if _tells(item, core, said) or not _same_words(core, said) or not _asks_alike(core, said):
        return "unsupported"
    return _fault(said, by=core) or _fault(core, by=said)


def _same_shape(core: str, said: str) -> bool:
    """One line that ends as the question ends, of about its length."""
    if "\n" in said or not said or said[-1] != core[-1]:
        return False
    inner = said[:-1]
    if any(mark in inner for mark in "。?!;") and not any(mark in core[:-1] for mark in "。?!;"):
        return False
    return _SHORTER * len(core) <= len(said) <= _LONGER * len(core) + _MORE


def _is_ordered(item: QuizItem) -> bool:
    """Whether what the question names must stay in its order, several years included."""
    return item.kind in (Kind.ORDER, Kind.MATCH) or len(set(_YEAR.findall(item.stem))) > 1


def _same_numbers(core: str, said: str, *, ordered: bool) -> bool:
    one, other = _NUMBER.findall(core), _NUMBER.findall(said)
    return one == other if ordered else sorted(one) == sorted(other)


def _tells(item: QuizItem, core: str, said: str) -> bool:
    """Whether it holds an answer that the question does not hold."""
    answers = [*item.options, *item.points, item.answer]
    if item.number is not None:
        answers += [item.number.written, item.number.written.removesuffix(item.number.unit)]
    told = (plain(fold(answer)) for answer in answers)
    return any(answer and answer in plain(said) and answer not in plain(core) for answer in told)


def _same_words(core: str, said: str) -> bool:
    """Every word of the one in the other, as often and in the same order; else only turns."""
    if not _covered(said, core) or not _covered(core, said):
        return False
    ordered = _ordered_words(core)
    if any(said.count(word) > core.count(word) for word in ordered):
        return False
    return _found_in(ordered, said) == len(ordered)


def _found_in(ordered: list[str], text: str) -> int:
    """How many words of a row, from its first on, stand in a text in their order."""
    at, bare = 0, _YEAR.sub("", text)
    for count, word in enumerate(ordered):
        found = bare.find(word, at)
        if found < 0:
            return count
        at = found + len(word)
    return len(ordered)


def _ordered_words(core: str) -> list[str]:
    """The words that must stay in their order: all but years, turns of phrase and what is asked."""
    bare = _YEAR.sub("", core)
    turns = {*words("turning"), *words("counting")}
    asked = {word for found in _ASKED.findall(bare) for word in cut(found)}
    return [word for word in cut(bare) if len(word) > 1 and word not in turns | asked]


def _covered(text: str, by: str) -> bool:
    """Whether every character of a text stands beside the same one in the other, or in a turn."""
    known, source = plain(text), plain(by)
    held = [False] * len(known)
    for at in range(len(known) - 1):
        if known[at : at + 2] in source:
            held[at] = held[at + 1] = True
    turns = words("turning") + (words("counting") if _MUCH in source else ())
    for word in turns:
        for found in re.finditer(re.escape(word), known):
            held[found.start() : found.end()] = [True] * len(word)
    return all(held)


def _asks_alike(core: str, said: str) -> bool:
    """The same thing is asked for once, with the same unit, of the same words."""
    asked, other = _ASKED.findall(core), _ASKED.findall(said)
    if asked != other:
        return False
    for mark in dict.fromkeys(asked):
        at, now = core.find(mark), said.find(mark)
        unit = core[at + len(mark) : at + len(mark) + 1]
        if unit not in "?。的,、" and said[now + len(mark) : now + len(mark) + 1] != unit:
            return False
        if not _of_the_same(core[:at], said[:now], said[now:]):
            return False
    return True


def _of_the_same(before: str, now: str, behind: str) -> bool:
    """Whether what stands before the asked is the same, but for a noun or two moved behind it."""
    had = _ordered_words(before)
    has = _found_in(had, now)
    if has == len(had):
        return True
    end = behind.find(had[-1]) + len(had[-1])
    crossed = before[before.rfind(had[has]) :] + behind[:end]
    return has > 1 and len(had) - has <= _MOVED and not _PARTS.search(crossed)


def _fault(said: str, *, by: str) -> str | None:
    """The first check of written sentences that one wording fails against the other."""
    proof = Citation(
        report_id="", report="", document_number=None, place=None, year=None, section=(),
        quote=by, span=Span(0, len(by)), file="",
    )  # fmt: skip
    support = support_of((proof,))
    # 一共 is no number.
    bare = re.sub("|".join(words("counting")), "", said)
    return next((why for check in CHECKS if (why := check(bare, support, frozenset()))), None)
