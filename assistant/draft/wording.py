"""Verdicts in words (核对理由), with the sentences they rest on."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from assistant.draft.model import Finding, Verdict
from assistant.draft.words import listed
from assistant.wording.statements import cite_sentence, label_of, written
from corpus.model import FigureKind
from prompts import say

if TYPE_CHECKING:
    from assistant.draft.candidates import Candidate
    from assistant.draft.comparison import Compared
    from assistant.draft.model import Claim, Scope
    from assistant.model import Citation

__all__ = ["absent", "assumed", "finding", "of_scope", "shown_place", "with_direction"]

_BEARING_OUT = (Verdict.SUPPORTED, Verdict.APPROXIMATE)


def finding(claim: Claim, verdict: Verdict, one: Compared) -> Finding:
    """A verdict that a figure of a report gives."""
    candidate = one.candidate
    figure = candidate.view.figure
    number = written(candidate.reading, figure)
    if figure.kind is FigureKind.CHANGE and one.likeness.opposed:
        number = _moved(candidate) + number
    return Finding(
        claim=claim,
        verdict=verdict,
        reason=_reason(claim, verdict, one, number) + assumed(claim.scope, candidate),
        correction=number if verdict is Verdict.CONTRADICTED else _instead(one),
        citations=(cite_sentence(candidate.reading, figure.sentence), *_cited_beside(one)),
    )


def _instead(one: Compared) -> str | None:
    """The number of the very thing that the draft names, where another's was taken for it."""
    true = one.instead.candidate if one.instead is not None else None
    return written(true.reading, true.view.figure) if true is not None else None


def _cited_beside(one: Compared) -> tuple[Citation, ...]:
    """The sentence of what is meant, where it is not that of the number."""
    if one.instead is None:
        return ()
    true, here = one.instead.candidate, one.candidate
    sentence = true.view.figure.sentence
    same = true.reading is here.reading and sentence == here.view.figure.sentence
    return () if same else (cite_sentence(true.reading, sentence),)


def _reason(claim: Claim, verdict: Verdict, one: Compared, number: str) -> str:
    candidate = one.candidate
    where = shown_place(candidate.place, candidate.year)
    if verdict is not Verdict.DIFFERENT_SCOPE:
        if verdict is Verdict.SUPPORTED:
            return say("draft", "supported", where=where, written=number)
        return say("draft", verdict.value, where=where, written=number, said=claim.text)
    if not one.inside:
        scope = of_scope(claim.scope)
        return say("draft", "other_period", where=where, written=number, scope=scope)
    like = one.likeness
    if one.whose:
        return say("draft", "other_doer", where=where, written=number, who=one.whose)
    if one.unit_apart:
        return say("draft", "other_unit", where=where, written=number)
    key = "other_level" if like.levels_apart else "other_part" if like.limited else "other_act"
    return say("draft", key, where=where, written=number, label=label_of(candidate.view.figure))


def _moved(candidate: Candidate) -> str:
    """The word that says whether a change goes up or down, as the report has it."""
    row = candidate.view.row
    found = [
        (row.rfind(word) + len(word), len(word), word)
        for name in ("up", "down")
        for word in listed(name)
        if word in row
    ]
    return max(found)[2] if found else ""


def absent(claim: Claim) -> Finding:
    """Nothing in the library bears on a claim."""
    scope = claim.scope
    if scope.stranger:
        reason = say("draft", "place_absent", place=scope.stranger)
    elif scope.said:
        reason = say("draft", "not_found", scope=scope.said)
    else:
        reason = say("draft", "not_found_anywhere")
    return Finding(claim=claim, verdict=Verdict.NOT_FOUND, reason=reason)


def assumed(scope: Scope, candidate: Candidate) -> str:
    """What the draft left open and the library filled in; empty if it left nothing open."""
    no_place = scope.place_assumed or scope.places is None or len(scope.places) > 1
    open_year = scope.years is None or (len(scope.years) > 1 and scope.year_inherited)
    no_year = scope.year_assumed or open_year
    if scope.stranger or not (no_place or no_year):
        return ""
    key = "both_words" if no_place and no_year else "place_word" if no_place else "year_word"
    where = shown_place(candidate.place if no_place else None, candidate.year if no_year else None)
    return say("draft", "assumed", what=say("draft", key), where=where)


def of_scope(scope: Scope) -> str:
    """The scope as it is shown."""
    return scope.said or say("draft", "library")


def shown_place(place: str | None, year: int | None) -> str:
    """安居区2022年."""
    return (place or "") + (f"{year}年" if year else "") or say("draft", "library")


_TURNS = tuple(dict.fromkeys((*listed("up"), *listed("down"))))


def with_direction(one: Finding) -> Finding:
    """A finding whose correction names the direction (降31.5%), with the draft's word for it.

    So that the correction can stand in place of the words.
    """
    claim = one.claim
    if not one.correction or not one.correction.startswith(_TURNS):
        return one
    before = claim.sentence[: claim.span.start - claim.sentence_at]
    turn = next((word for word in _TURNS if before.rstrip("了").endswith(word)), "")
    if not turn:
        return one
    length = len(before) - before.rindex(turn)
    start = claim.span.start - length
    span = type(claim.span)(start, claim.span.end)
    words = before[-length:] + claim.text
    return replace(one, claim=replace(claim, span=span, text=words))
