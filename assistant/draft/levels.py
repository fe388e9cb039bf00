"""Levels that belong to a number (2个国家级、32个市级): judged with it, and not by themselves."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from assistant.draft.atoms import Atom, canonical
from assistant.draft.likeness import LEVEL, levels_in
from assistant.draft.model import AtomKind, Finding, Verdict
from assistant.draft.wording import shown_place
from assistant.question.lexicon import plain
from assistant.wording.statements import cite_sentence
from corpus.model import Span
from prompts import say

if TYPE_CHECKING:
    from collections.abc import Iterable

    from assistant.draft.comparison import Compared
    from assistant.draft.model import Claim
    from assistant.draft.sentence_shelf import Line
    from assistant.draft.verdict_figures import Judged

__all__ = ["award_level", "counts_level", "level_finding"]

_BEHIND = re.compile("[\u4e00-\u9fff]{6,24}")
_GIVEN_BY = re.compile(
    "(?:获评|评为|获得|入选|荣获|列为|命名为|授予|摘得|获)(?:为)?"
    "(?P<of>全[国省市县区州]|(?:(?![全批第级])[\u4e00-\u9fff]){2,5}[省市县区州]|(?:国家|[省市县区])级)$"
)


def award_level(level: Claim, lines: Iterable[Line]) -> tuple[Line, Atom] | None:
    """The level or place that a report has before an honour of that very name (某市优秀案例)."""
    behind = _BEHIND.match(level.sentence, level.span.end - level.sentence_at)
    if behind is None:
        return None
    for line in lines:
        if line.folded.count(behind[0]) != 1:
            continue
        given = _GIVEN_BY.search(line.folded[: line.folded.index(behind[0])])
        if given is None or level.text in given["of"]:
            return None
        value = canonical(AtomKind.LEVEL, given["of"])
        if value == canonical(AtomKind.LEVEL, level.text):
            return None
        return line, Atom(AtomKind.LEVEL, Span(*given.span("of")), value)
    return None


def counts_level(figure: Claim, level: Claim) -> bool:
    """Whether a number is that of a level: it names the level, in the same stretch."""
    if figure.view is None or not figure.view.figure.clause.covers(level.span):
        return False
    return plain(level.text) in figure.view.own


def level_finding(level: Claim, owner: Judged) -> Finding | None:
    """What the number's own figure says of the level; None where it says nothing of it."""
    by = owner.by
    if by is None or not by.inside:
        return None
    candidate = by.candidate
    names = levels_in(candidate.view.own)
    if levels_in(level.text) & (names or levels_in(candidate.view.sentence)):
        return _supported(level, by)
    if not LEVEL.search(level.text):
        return None  # the 全国 of an honour's name is no level that a number is counted by
    if len(names) != 1 or not by.likeness.levels_apart or not by.agrees:
        return None
    found = LEVEL.search(candidate.view.own)
    true = found[0] if found else next(iter(names))
    where = shown_place(candidate.place, candidate.year)
    return Finding(
        claim=level,
        verdict=Verdict.CONTRADICTED,
        reason=say("draft", "contradicted", where=where, written=true, said=level.text),
        correction=true,
        citations=(cite_sentence(candidate.reading, candidate.view.figure.sentence),),
    )


def _supported(level: Claim, by: Compared) -> Finding:
    where = shown_place(by.candidate.place, by.candidate.year)
    return Finding(
        claim=level,
        verdict=Verdict.SUPPORTED,
        reason=say("draft", "supported_words", where=where),
        citations=(cite_sentence(by.candidate.reading, by.candidate.view.figure.sentence),),
    )
