"""Which written sentences become the answer (取用): those that say what the rules found.

The rules decide what answers a question; a model words it. A sentence about other numbers is an
aside, and a fact of the rules' answer that no sentence says is said in the rules' own words.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from assistant.grounding import numbers_of
from assistant.model import Dropped, Statement
from assistant.question.lexicon import plain
from assistant.writing.support import pairs_of
from corpus.fold import fold

if TYPE_CHECKING:
    from collections.abc import Sequence

    from assistant.model import Answer

__all__ = ["Accepted", "accept", "is_aside"]

_SAID = 0.75
"""Share of the character pairs of a quotation that a written sentence must hold to stand for it."""
_LABELLED = 0.3
"""The same for the label of a number; the gate has seen that the number is of its matter."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Accepted:
    """The written sentences that are taken, and what the rules add (取用结果)."""

    sentences: tuple[Statement, ...]
    rest: tuple[Statement, ...]
    asides: tuple[Dropped, ...]


def accept(kept: Sequence[Statement], answer: Answer) -> Accepted | None:
    """What is taken of the sentences that passed the gate; None if the rules' answer is better."""
    taken = [statement for statement in kept if not is_aside(statement, answer)]
    asides = tuple(
        Dropped(text=statement.text, why="aside")
        for statement in kept
        if is_aside(statement, answer)
    )
    if not taken:
        return None
    rest = tuple(s for s in answer.statements if not _said(s, taken))
    if any(_is_figure(statement) for statement in rest) and len(rest) == len(answer.statements):
        return None
    return Accepted(sentences=tuple(taken), rest=rest, asides=asides)


def is_aside(statement: Statement, answer: Answer) -> bool:
    """Whether a sentence rests on nothing that the rules found, or brings numbers of its own."""
    cited = {(c.report_id, c.span) for c in answer.citations}
    if not any((c.report_id, c.span) in cited for c in statement.citations):
        return True
    found = {number for known in answer.statements for number in numbers_of(known.text)}
    return bool(found) and not numbers_of(statement.text) <= found


def _is_figure(statement: Statement) -> bool:
    """A number with its label, and no quotation."""
    return bool(numbers_of(statement.text)) and "“" not in statement.text


def _said(known: Statement, written: Sequence[Statement]) -> bool:
    """Whether the written sentences say what a statement of the rules says."""
    said = [s for s in written if set(s.citations) & set(known.citations)]
    if not said:
        return False
    numbers = {number for statement in said for number in numbers_of(statement.text)}
    # Of arithmetic that is shown, the result is what was asked for.
    wanted = known.working.result if known.working else known.text
    if not numbers_of(wanted) <= numbers:
        return False
    pairs = {pair for s in said for pair in pairs_of(plain(fold(s.text)))}
    own = pairs_of(plain(fold(known.text))) - _scope(known)
    least = _LABELLED if _is_figure(known) else _SAID
    return len(own & pairs) >= least * len(own)


def _scope(known: Statement) -> set[str]:
    """Place and year, with which the rules begin and which a sentence may leave to its source."""
    return {
        pair
        for citation in known.citations
        for pair in pairs_of(plain(fold(f"{citation.place or ''}{citation.year or ''}年")))
    }
