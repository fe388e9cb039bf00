"""Stretches between commas that say something without a number (陈述), and what reports say of it.

Borne out where a report says the same; gainsaid only where the report, of the same matter, denies
it or has another value of the same kind. Otherwise there is nothing to say.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from assistant.draft.honourers import another_honourer
from assistant.draft.likeness import levels_in
from assistant.draft.model import AtomKind, Verdict
from assistant.draft.nones import says_none
from assistant.draft.slogans import intends, strikes_attitude
from assistant.draft.stretches import denied, held, replaced, stretch_terms, weighed
from assistant.draft.superlatives import judge_most
from assistant.draft.told import Told
from assistant.draft.values import Value, another, values_in
from assistant.draft.verdict_mentions import inside
from assistant.draft.words import acts_in, as_reported, listed
from assistant.question.lexicon import plain
from corpus.fold import fold
from corpus.model import Span
from corpus.numerals import CHINESE, parse_chinese
from corpus.orders import reads_like_an_order

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from assistant.draft.model import Claim, Scope
    from assistant.draft.sentence_shelf import Line
    from assistant.question.lexicon import Term

__all__ = ["beside", "judge_statement", "planned", "statements_in", "unheard"]

_SHORTEST, _LITERAL = 5, 6
_SAYS, _LEAST_WEIGHT, _LEAST_NOUNS = 0.8, 2.4, 2
"""Share of a stretch's words that bears it out, and what it must say to be borne out at all."""
_SAME, _WHOLLY = 0.62, 0.87
_DENIED = 0.85
_TELLING, _UNHEARD = 5, 0.35
_PAST = re.compile("(发生|出现|发现|引发|开展|举办|召开|受到)过")
_AHEAD = re.compile("打算|计划|目标|力争|提出|安排|部署|要求|争取|确保|将|拟|明确")
_DONE = re.compile("[已了]|全年|去年|一年来|先后|成功")
_REFUSED = re.compile(
    "不予|不得|不准|不许|不再|不罚|免予|免于|取消|停办|停止|关闭|叫停|终止|暂停|退出"
)
_OF_ALL = re.compile("“全[国省市县区州]")
_BY = re.compile("(?<![理自])由(?!于|来)")
_DAY = re.compile(r"\d{1,2}\s?月\s?\d{1,2}\s?日")
_NTH = re.compile(rf"第\s?([\d{CHINESE}]+)")
_STRETCH = re.compile(r"[^,;:。!?]+")


def statements_in(folded: str) -> list[Span]:
    """The stretches of a sentence that are long enough to say something."""
    found = (Span(*match.span()) for match in _STRETCH.finditer(folded))
    return [
        span
        for span in found
        if len(span.of(folded).strip()) >= _SHORTEST or says_none(span.of(folded))
    ]


@dataclass(frozen=True, slots=True)
class _Said:
    """A statement as it is held against sentences."""

    words: str
    own: Sequence[tuple[Term, float]]
    """The words of its stretch."""
    wide: Sequence[tuple[Term, float]]
    """Those of its sentence, too, for less."""
    values: Sequence[Value]
    days: frozenset[str]
    """The days that its sentence names."""


def beside(claim: Claim) -> str:
    """The words of a statement with those of the stretch before it."""
    before = claim.context.partition("\0")[0].rstrip(",;:、 ")
    cut = max(before.rfind(mark) for mark in ",;:。")
    return f"{before[cut + 1 :]},{claim.text}"


def judge_statement(
    claim: Claim, scope: Scope, lines: Iterable[Line], places: frozenset[str]
) -> Told | None:
    """The verdict on a stretch; None where the reports say nothing of it."""
    start = claim.span.start - claim.sentence_at
    words = claim.sentence[start : start + claim.span.end - claim.span.start]
    if reads_like_an_order(words):
        return None
    near = [line for line in lines if inside(scope, line) and not planned(claim, line)]
    near = [line for line in near if not line.whose(claim)]
    own = stretch_terms(as_reported(_BY.sub(" ", _PAST.sub(r"\1", words))), places)
    said = _Said(words, own, [*own, *_rest(weighed(claim, places), own)], values_in(words),
                 _days(claim.sentence))  # fmt: skip
    if claim.kind is AtomKind.VALUE or intends(words):
        return next((told for line in near if (told := _another_value(said, line))), None)
    for line in near:
        if (told := _honoured_by_another(said, line)) is not None:
            return told
        if _borne_out(said, line):
            return Told(Verdict.SUPPORTED, line, claim.text, claim.text)
    told = judge_most(words, stretch_terms(fold(beside(claim)), places), near)
    if told is not None:
        return told
    for line in near:
        if (told := _gainsaid(said, line)) is not None:
            return told
    return None


def unheard(claim: Claim, scope: Scope, lines: Iterable[Line], places: frozenset[str]) -> bool:
    """Whether a stretch tells of something done in many words, hardly one of them in the reports.

    What is told in few words, or partly so in a report, may well be there in others.
    """
    words = fold(claim.text)
    did = any(word in words for name in ("achievements", "doings") for word in listed(name))
    if claim.kind is not AtomKind.STATEMENT or not did or claim.ahead or intends(words):
        return False
    own = stretch_terms(as_reported(words), places)
    if sum(worth for _, worth in own) < _TELLING or strikes_attitude(words):
        return False
    return all(held(own, line.text)[0] < _UNHEARD for line in lines if inside(scope, line))


def planned(claim: Claim, line: Line) -> bool:
    """Whether a report only plans what a draft tells as done."""
    section = line.reading.report.sentences[line.position].section
    if section not in line.reading.plans or claim.ahead or intends(claim.sentence):
        return False
    if _AHEAD.search(claim.sentence):
        return False
    # Among a draft's plans a sentence names no year of its own.
    return not claim.scope.year_inherited or _DONE.search(claim.sentence) is not None


def _rest(
    wide: Iterable[tuple[Term, float]], own: Iterable[tuple[Term, float]]
) -> Iterator[tuple[Term, float]]:
    known = {term.text for term, _ in own}
    return ((term, worth) for term, worth in wide if term.text not in known)


def _borne_out(said: _Said, line: Line) -> bool:
    literal = plain(as_reported(said.words))
    if len(literal) >= _LITERAL and literal in plain(line.folded):
        return True
    nouns = [term for term, _ in said.own if not term.verb]
    if sum(worth for _, worth in said.own) < _LEAST_WEIGHT or len(nouns) < _LEAST_NOUNS:
        return False
    share, lost = held(said.own, line.text)
    if share < _SAYS or lost or replaced(said.own, said.words, line.text):
        return False
    if share < _WHOLLY and held(said.wide, line.text)[0] < _SAME:
        return False
    if _denied(said, line) or _refused(said, line):
        return False
    if any(another(value, line.folded) for value in said.values):
        return False
    if levels_in(said.words) - levels_in(line.text):
        return False
    if any(whole[1:] not in line.folded for whole in _OF_ALL.findall(said.words)):
        return False
    if acts_in(said.words) - acts_in(line.text) or ordinals(said.words) - ordinals(line.folded):
        return False
    return not listed_first(said.words) or listed_first(line.folded)


def _honoured_by_another(said: _Said, line: Line) -> Told | None:
    found = another_honourer(said.words, line.folded)
    share, lost = held(said.own, line.text) if found else (0.0, True)
    return (
        Told(Verdict.CONTRADICTED, line, *found) if found and share >= _SAME and not lost else None
    )


def ordinals(words: str) -> frozenset[str]:
    """The places in an order that words name (第三, 第3), each in one writing."""
    return frozenset(_as_digits(found[1]) for found in _NTH.finditer(words))


def _as_digits(number: str) -> str:
    parsed = None if number.isdigit() else parse_chinese(number)
    return number if parsed is None else str(parsed)


def _days(words: str) -> frozenset[str]:
    return frozenset(re.sub(r"\s", "", found) for found in _DAY.findall(words))


def listed_first(words: str) -> bool:
    """Whether words say that something was the first of its kind."""
    return any(word in words for word in listed("firsts"))


def _denied(said: _Said, line: Line) -> bool:
    return denied(said.words, _nearest(said, line))


def _refused(said: _Said, line: Line) -> bool:
    """Whether only one tells of what was not, or is no more."""
    true = _nearest(said, line)
    return bool(_REFUSED.search(said.words)) != bool(_REFUSED.search(true))


def _nearest(said: _Said, line: Line) -> str:
    """The stretch of a sentence that holds most of a statement."""
    pieces = [match[0] for match in _STRETCH.finditer(line.folded)]
    return max(pieces, key=lambda piece: held(said.own, plain(piece))[0], default="")


def _gainsaid(said: _Said, line: Line) -> Told | None:
    share, lost = held(said.own, line.text)
    if share >= _DENIED and not lost and _denied(said, line):
        return Told(Verdict.CONTRADICTED, line, said.words, _nearest(said, line).strip())
    return _another_value(said, line)


def _another_value(said: _Said, line: Line) -> Told | None:
    """A value of a draft, where a report that speaks of the same has another."""
    wide = held(said.wide, line.text)[0]
    for value in said.values:
        rest = [(t, w) for t, w in said.wide if t.text not in plain(value.span.of(said.words))]
        near, missing = held(rest, line.text)
        true = another(value, line.folded)
        if value.kind == "session" and not said.days & _days(line.folded):
            continue  # there may have been a fourth meeting, too
        if true is not None and near >= _SAME and not missing and wide >= _SAME / 2:
            return Told(Verdict.CONTRADICTED, line, value.span.of(said.words), true.of(line.folded))
    return None
