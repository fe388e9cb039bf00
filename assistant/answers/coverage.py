"""Who reports a number, and who does not (谁写了、谁没写): 未载 is never zero."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from assistant.answers.side_by_side import answer, names, notes_of, said_of, stated
from assistant.evidence.across import common_year, read_spread
from assistant.evidence.board import Board, Slot, fill
from assistant.evidence.shortlist import MOST_READ
from assistant.model import Citation, Statement
from assistant.wording import refusals
from assistant.wording.statements import cite
from corpus.model import Span
from prompts import say

if TYPE_CHECKING:
    from assistant.evidence.across import Spread
    from assistant.evidence.gather import Evidence, Scope
    from assistant.model import Reply
    from assistant.question.query import Query

_ONLY_SILENT = re.compile(r"(?:没有?|未|没能)(?:写|报告|公布|提到|提及|披露|载明|列出|给出)")
_BOTH = re.compile(r"哪(?:些|几个|个)[^,]*,\s*哪|谁[^,]*,\s*谁|(?:写|报告|公布|提到)了[^,]*[,、]")


class Coverage:
    """哪些县写了出庭应诉率, 哪些没有写."""

    def accepts(self, query: Query) -> bool:
        """A question for those who report, over all or several."""
        everyone = query.has("which_place", "counted_places")
        return query.has("coverage") and (everyone or len(query.places) > 1)

    def answer(self, query: Query, scope: Scope, evidence: Evidence) -> Reply | None:
        """Both lists, each with its sources: the figures, and the reports that were read."""
        spread = read_spread(query, scope, evidence, "which_place", "coverage")
        if spread is None or len(spread.entities) <= 1:
            return None
        if not spread.named and len(spread.entities) > MOST_READ:
            return refusals.too_vague()
        year = spread.years[0] if spread.years else common_year(spread.entities)
        if year is None:
            return None
        board = fill(spread.ask, spread.entities, (year,), evidence)
        if not board.hits:
            return None
        return answer(board, _lists(board, spread, query, evidence), notes_of(board)[1:])


def _lists(board: Board, spread: Spread, query: Query, evidence: Evidence) -> list[Statement]:
    silent = [slot for slot in board.silent if slot.reported]
    only_silent = _ONLY_SILENT.search(query.question) and not _BOTH.search(query.question)
    statements = []
    if silent:
        text = say("across", "silent", what=spread.what, who=names(silent))
        statements.append(Statement(text=text, citations=_read(silent, evidence)))
    elif only_silent:
        statements.append(stated(say("across", "none_silent", what=spread.what), board.hits))
    written = [slot for slot in board.slots if slot.hits]
    rows = "、".join(
        say("across", "rank_row", who=s.entity.name, value=_values(s)) for s in written
    )
    text = say("across", "written", what=spread.what, rows=rows)
    statements.insert(0, stated(text, board.hits))
    return statements[::-1] if only_silent else statements


def _values(slot: Slot) -> str:
    from assistant.wording.statements import written

    if slot.hit:
        return said_of(slot)
    return "或".join(written(hit.reading, hit.view.figure) for hit in slot.hits)


def _read(slots: list[Slot], evidence: Evidence) -> tuple[Citation, ...]:
    """The titles of the reports in which nothing was found."""
    found = []
    for slot in slots:
        for card in slot.reports:
            reading = evidence.reading(card.id)
            title = reading.report.metadata.title
            span = title.span if title else Span(0, min(20, len(reading.report.text)))
            found.append(cite(reading, span, None))
    return tuple(found)
