"""What a draft says of a report itself (报告自身的信息): its number and the date it bears."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from assistant.draft.atoms import canonical
from assistant.draft.model import AtomKind, Finding, Verdict
from assistant.draft.names import is_slip
from assistant.draft.wording import shown_place
from assistant.wording.statements import cite
from corpus.fold import fold
from prompts import say

if TYPE_CHECKING:
    from assistant.draft.model import Claim, Scope
    from assistant.evidence.gather import Evidence
    from assistant.evidence.reading import Reading
    from corpus.model import Fact

__all__ = ["judge_own_facts"]

_DATED = re.compile(
    "落款|成文|署期|签发日|发文(?:日期|时间)|印发(?:日期|时间)|报告[^,;。]{0,6}日期"
)
_MOST = 12
"""Reports of a scope that are opened; a draft that names more names none."""


def judge_own_facts(claim: Claim, scope: Scope, evidence: Evidence) -> Finding | None:
    """The verdict on a report's own number or date; None where the draft speaks of neither."""
    if claim.kind is AtomKind.DATE and not _DATED.search(claim.sentence):
        return None
    if claim.kind not in (AtomKind.DATE, AtomKind.DOCUMENT_NUMBER) or scope.stranger:
        return None
    ids = [card.id for card in evidence.cards if scope.holds(card.place, card.year)][: _MOST + 1]
    facts = [
        (reading, fact)
        for reading in map(evidence.reading, ids if len(ids) <= _MOST else ())
        if (fact := _fact(claim.kind, reading)) is not None
    ]
    wanted = _comparable(claim.kind, claim.text)
    for reading, fact in facts:
        if _is_it(wanted, _comparable(claim.kind, fact.value)):
            return _told(claim, reading, fact, Verdict.SUPPORTED)
    if len(facts) != 1:
        return None
    reading, fact = facts[0]
    true = _comparable(claim.kind, fact.value)
    if claim.kind is AtomKind.DATE or is_slip(claim.kind, wanted, true):
        return _told(claim, reading, fact, Verdict.CONTRADICTED)
    return None


def _fact(kind: AtomKind, reading: Reading) -> Fact | None:
    about = reading.report.metadata
    return about.issued if kind is AtomKind.DATE else about.document_number


def _comparable(kind: AtomKind, words: str) -> str:
    return re.sub(r"\s", "", canonical(kind, fold(words)))


def _is_it(wanted: str, true: str) -> bool:
    """The same; a date may leave out its year."""
    return wanted == true or ("年" not in wanted and "月" in wanted and true.endswith(wanted))


def _told(claim: Claim, reading: Reading, fact: Fact, verdict: Verdict) -> Finding:
    about = reading.report.metadata
    where = shown_place(about.place.value if about.place else None, about.year)
    wrong = verdict is Verdict.CONTRADICTED
    reason = (
        say("draft", "contradicted", where=where, written=fact.value, said=claim.text)
        if wrong
        else say("draft", "supported_words", where=where)
    )
    return Finding(
        claim=claim,
        verdict=verdict,
        reason=reason,
        correction=fact.value if wrong else None,
        citations=(cite(reading, fact.span, None),),
    )
