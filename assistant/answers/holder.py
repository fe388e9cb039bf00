"""Who holds an office, who gave the report (任职者): only where a sentence gives the name."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from assistant.evidence.fit import fit_sentence
from assistant.evidence.people import held_by_office, holders_named
from assistant.model import Answer, Reply
from assistant.question.asks import ask_of
from assistant.wording.statements import sentence_statement

if TYPE_CHECKING:
    from assistant.evidence.gather import Evidence, Scope
    from assistant.evidence.reading import Reading
    from assistant.model import Statement
    from assistant.question.query import Query

_OFFICE = (
    r"(?P<{}>总?[省市州县区旗镇乡局厅处科队所组院行会团站校盟]长"
    r"|主任|书记|主席|专员|第一责任人)"
)
_WHO = (
    r"(?:到底)?(?:是谁|叫什么(?:名字?)?|的?(?:名字|姓名)|姓什么|姓甚名谁"
    r"|是哪一?[位个]|是什么人|由谁担任|谁来?[当任])"
)
_ASKED = re.compile(
    rf"{_OFFICE.format('role')}{_WHO}|谁(?:是|在?当|担任|任|出任)[^,。?]{{0,12}}?{_OFFICE.format('post')}"
)
_SPEAKER = re.compile(
    r"(?:谁|哪一?[位个](?:领导|同志)?)(?:来|代表[^,。?]{0,8})?(?:作|做|宣读|报告)[^,。?]{0,3}(?:[^,。?]{0,12}报告)?"
    r"|(?:作|做|宣读)[^,。?]{0,8}报告的(?:人|领导|同志)?(?:是|叫)?(?:谁|哪)"
)
_OPENING = 8
"""A report that was read aloud names its speaker in its first sentences."""
_HEADS = ("省长", "市长", "州长", "县长", "区长", "镇长", "乡长", "盟长", "旗长", "主席")
_HALF = 0.5
_MOST_READ = 60
"""Of more reports nobody asks without a place who holds an office."""


class Holder:
    """县长是谁, 领导小组组长叫什么, 报告由谁作的."""

    def accepts(self, query: Query) -> bool:
        """A question for the name of a person in office."""
        return bool(_ASKED.search(query.core) or _speaker_asked(query.core))

    def answer(self, query: Query, scope: Scope, evidence: Evidence) -> Reply | None:
        """The sentence with the name; None, so that another type refuses, where there is none."""
        if len(scope.cards) > _MOST_READ:
            return None
        statements: list[Statement] = []
        of_year = [card for card in scope.cards if card.year in query.years]
        for card in of_year or scope.cards:
            reading = evidence.reading(card.id)
            if _speaker_asked(query.core):
                found = _speaker(reading)
            else:
                found = _in_office(query.core, reading)
            if found is not None and found not in evidence.planted(reading):
                statements.append(sentence_statement(reading, found))
        return Answer(statements=tuple(statements)) if statements else None


def _speaker_asked(question: str) -> bool:
    return "报告" in question and _SPEAKER.search(question) is not None


def _speaker(reading: Reading) -> int | None:
    """The sentence of the opening that names who spoke for the government."""
    for view in reading.sentences[:_OPENING]:
        if any(holders_named(_said(reading, view.position), office) for office in _HEADS):
            return view.position
    return None


def _in_office(question: str, reading: Reading) -> int | None:
    """The sentence that names the holder, with most of the other words asked for."""
    asked = _ASKED.search(question)
    if asked is None:
        return None
    office = asked["role"] or asked["post"]
    rest = _ASKED.sub(" ", question)
    terms = ask_of(rest).terms
    for tells in (holders_named, held_by_office):
        best: tuple[float, int] | None = None
        for view in reading.sentences:
            if not tells(_said(reading, view.position), office):
                continue
            covered = fit_sentence(terms, view).covered if terms else 1.0
            if covered >= _HALF and (best is None or covered > best[0]):
                best = covered, view.position
        if best:
            return best[1]
    return None


def _said(reading: Reading, position: int) -> str:
    return reading.report.sentences[position].span.of(reading.folded)
