"""Levels that belong to a number (2个国家级、32个市级): judged with it, and not by themselves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assistant.draft.likeness import LEVEL, levels_in
from assistant.draft.model import Finding, Verdict
from assistant.draft.wording import shown_place
from assistant.question.lexicon import plain
from assistant.wording.statements import cite_sentence
from prompts import say

if TYPE_CHECKING:
    from assistant.draft.comparison import Compared
    from assistant.draft.model import Claim
    from assistant.draft.verdict_figures import Judged

__all__ = ["counts_level", "level_finding"]


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
