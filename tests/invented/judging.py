"""Whether an answer is right (判分): every number wanted, in any writing, and none of the wrong."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tests.invented.reading import holds, plain_text

if TYPE_CHECKING:
    from tests.invented.asking import Amount, Question
    from tests.invented.truth import Known

__all__ = ["answer_faults", "citation_faults"]

_ABOVE = re.compile(r"[最更][多高大]|多于|高于|大于|比.*[多高]|第一|居首|首位")
_CLAUSE = re.compile(r"[,，。;；\n]")


def answer_faults(question: Question, answer: str, *, refused: bool) -> list[str]:
    """What is wrong with an answer's text; empty if it is right.

    A question that cannot be answered wants a refusal; `answer` is then searched for wrong
    numbers only.
    """
    faults = [f"says {wrong}" for wrong in question.must_not if _place(answer, wrong) is not None]
    if question.refuse:
        return faults if refused else [*faults, "not refused"]
    if refused:
        return [*faults, "refused"]
    faults += [f"lacks {wanted}" for wanted in question.must if _place(answer, wanted) is None]
    said = plain_text(answer)
    for words in question.any_of:
        if not any(plain_text(word) in said for word in words):
            faults.append(f"lacks one of {'/'.join(words)}")
    faults += _order_faults(question, answer)
    if question.winner and not _names_winner(question, answer):
        faults.append(f"does not say that {question.winner} is ahead")
    return faults


def citation_faults(question: Question, quotes: list[tuple[str, str]]) -> list[str]:
    """What is wrong with the citations, each a file's stem and the words quoted from it.

    Where two reports of one place and year say the same number, either may be cited.
    """
    plain = [(stem, plain_text(quote)) for stem, quote in quotes]

    def cited(known: Known) -> bool:
        written = plain_text(known.as_written)
        return any(stem == known.report and written in quote for stem, quote in plain)

    return [
        f"does not cite {one.as_written} of {one.report}"
        for one in question.evidence
        if not any(map(cited, (one, *(twin for twin in question.elsewhere if _same(one, twin)))))
    ]


def _same(one: Known, twin: Known) -> bool:
    return (one.place, one.period, one.key) == (twin.place, twin.period, twin.key)


def _place(answer: str, wanted: str | Amount) -> int | None:
    if not isinstance(wanted, str):
        return holds(answer, wanted)
    at = plain_text(answer).find(plain_text(wanted))
    return None if at < 0 else at


def _order_faults(question: Question, answer: str) -> list[str]:
    places = [_place(answer, one) for one in question.order]
    found = [place for place in places if place is not None]
    return ["in the wrong order"] if found != sorted(found) else []


def _names_winner(question: Question, answer: str) -> bool:
    """Whether a clause that says who is ahead names the right place first."""
    for clause in _CLAUSE.split(answer):
        said = plain_text(clause)
        if not _ABOVE.search(said):
            continue
        named = [(said.find(place), -len(place), place) for place in question.places]
        named = [one for one in named if one[0] >= 0]
        if named and min(named)[2] == question.winner:
            return True
    return False
