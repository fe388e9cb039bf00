"""Two or more named places side by side (对比)."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from assistant.answers.side_by_side import (
    answer,
    as_far_as_said,
    gap_between,
    missing,
    notes_of,
    quantity,
    rows_of,
    said_of,
    stated,
    worked,
)
from assistant.evidence.across import common_year, read_spread
from assistant.evidence.board import Board, fill
from assistant.evidence.entities import level_of
from assistant.model import Operation
from assistant.wording.statements import figure_statement
from prompts import say

if TYPE_CHECKING:
    from assistant.evidence.gather import Evidence, Scope
    from assistant.model import Reply, Statement
    from assistant.question.query import Query

_PAIR = 2
_LESS = re.compile(
    r"^(?!.*[更谁最](?:多|高|大|长|快)).*"
    r"(?:[更谁最](?:少|低|小|短|慢)|哪(?:个|里|边)(?:少|低))"
)
_WORD = re.compile(r"(?:最|更|谁|哪个|哪里|得)(?P<word>[多少高低大小快慢])")
_EACH = re.compile(r"(?:各|分别)(?:自)?(?:是|为|占|有|达到?)?(?:多少|几|百分之)")
_OPEN = re.compile(r"比(?:起来|一比)?(?:怎么样|怎样|如何|呢)|比一比|对比|比较")
"""How two compare, and neither who is ahead nor by how much: what one states is told alone."""
_WHO_IS = re.compile(r"[谁孰][多高大]、?[谁孰][少低小]|谁[少低小]、?谁[多高大]")
"""谁多谁少 asks once."""
_BOTH_ENDS = re.compile(r"首尾|最[高多大快][^。;?]*最[低少小慢]|最[低少小慢][^。;?]*最[高多大快]")


class Comparison:
    """云溪县和青岚市谁受理的多, 相差多少."""

    def accepts(self, query: Query) -> bool:
        """Several places, and a word that sets them against each other or asks for each."""
        named = len(query.places) + len(query.organs)
        each = query.has("quantity", "list") and not query.has("sum", "average", "coverage")
        counted = not named and query.has("counted_places") and query.has("versus", "difference")
        return (
            (named >= _PAIR or (counted and len(query.years) <= 1))
            and (not query.has("share") or query.has("versus", "difference"))
            and (query.has("versus", "rank", "difference") or each)
        )

    def answer(self, query: Query, scope: Scope, evidence: Evidence) -> Reply | None:
        """Each number, who is ahead, and by how much; None if the question names no indicator."""
        bare = replace(query, core=_WHO_IS.sub("谁更多", query.core))
        spread = read_spread(bare, scope, evidence, "versus", "rank", "which_place")
        if spread is None or len(spread.entities) < _PAIR:
            return None
        year = spread.years[0] if spread.years else common_year(spread.entities)
        if year is None or len(spread.years) > 1:
            return None
        board = fill(spread.ask, spread.entities, (year,), evidence)
        if len(board.said) < _PAIR:
            led = query.has("versus", "rank", "difference", "moved")
            openly = _OPEN.search(query.core) is not None and not query.has("difference")
            openly = openly or (not led and _EACH.search(query.core) is not None)
            told = as_far_as_said(board, spread.what, evidence) if openly else None
            return told or missing(board, "doing_compare")
        if not board.one_unit:
            return answer(board, rows_of(board), notes_of(board))
        notes = notes_of(board)
        if not spread.years:
            notes.append(say("across", "year_taken", year=year))
        led = query.has("versus", "rank", "difference", "moved")
        if led and len(board.said) < len(board.slots) and len(board.slots) > _PAIR:
            # Whoever is silent may be ahead of all, or behind.
            return as_far_as_said(board, spread.what, evidence) or answer(
                board, rows_of(board), notes
            )
        statements = [*rows_of(board)]
        if led:
            statements.append(_lead(board, query))
            statements += _told_lead(board)
            statements += _ends(board, query)
        return answer(board, statements, notes)


_OVER_THE_WHOLE = re.compile(r"(?:比|较|高于|低于|高出|低出|超过|超出)全(?P<level>[省市州县区])")


def _told_lead(board: Board) -> list[Statement]:
    """What a report says itself of its lead over the whole (比全市平均水平高1.1个百分点).

    Told beside the difference of the two reports' numbers, which need not be the same.
    """
    told = []
    levels = {slot.entity.name: level_of(slot.entity.name) for slot in board.said}
    for slot in board.said:
        others = {level for name, level in levels.items() if name != slot.entity.name}
        for view in slot.hit.reading.figures if slot.hit else ():
            over = _OVER_THE_WHOLE.search(view.row)
            same = slot.hit and view.figure.sentence == slot.hit.view.figure.sentence
            if slot.hit and same and over and over["level"] in others:
                told.append(figure_statement(replace(slot.hit, view=view)))
    return told


def _ends(board: Board, query: Query) -> list[Statement]:
    """Of three and more, the last and how far it is behind, where both ends are asked for."""
    if len(board.said) <= _PAIR or not _BOTH_ENDS.search(query.question):
        return []
    ordered = sorted(board.said, key=lambda slot: quantity(slot).value, reverse=True)
    gap = gap_between(ordered[0], ordered[-1])
    return [gap] if gap else []


def _lead(board: Board, query: Query) -> Statement:
    """Who is ahead of whom by how much."""
    less = _LESS.search(query.question) is not None
    ordered = sorted(board.said, key=lambda slot: quantity(slot).value, reverse=not less)
    first, second = ordered[0], ordered[1]
    hits = [slot.hit for slot in (first, second) if slot.hit]
    if quantity(first).value == quantity(second).value:
        text = say(
            "across", "equal", who=first.entity.name, other=second.entity.name, value=said_of(first)
        )
        return stated(text, hits)
    pair = worked(Operation.DIFFERENCE, (first, second))
    assert pair is not None  # noqa: S101 - a difference always has a result
    found = _WORD.search(query.question)
    high, low = ("高", "低") if quantity(first).unit == "%" else ("多", "少")
    word = found["word"] if found else low if less else high
    text = say(
        "across", "lead", who=first.entity.name, most=word, other=second.entity.name, result=pair[1]
    )
    return stated(text, hits, pair[0])
