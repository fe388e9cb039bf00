"""Whether a reply is right, rightly cited, rightly refused (判分)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from assistant.render import to_json
from corpus.fold import fold

if TYPE_CHECKING:
    from assistant.model import Reply
    from assistant.service import Assistant
    from tests.golden.corpora import Question

__all__ = ["Verdict", "ask", "faults_of", "judge"]

_NUMERAL = re.compile(r"[(第]?(?P<numeral>[一二三四五六七八九十]+|\d+)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What was asked, what was said, and what is wrong with it (判定)."""

    question: Question
    reply: Reply
    faults: tuple[str, ...] = ()
    """What is wrong with the answer itself; empty if it is right."""
    miscited: str = ""
    """What is wrong with its citations; empty if the evidence is cited."""

    @property
    def good(self) -> bool:
        """Whether nothing is wrong."""
        return not self.faults and not self.miscited

    @property
    def why(self) -> str:
        """All that is wrong, in words."""
        return "; ".join((*self.faults, *([self.miscited] if self.miscited else [])))


def ask(assistant: Assistant, question: Question) -> Verdict:
    """Put a question to the assistant and judge the reply."""
    return judge(question, assistant.ask(question.text, question.history))


def judge(question: Question, reply: Reply) -> Verdict:
    """Hold a reply against what a right one holds; spaces and widths do not count."""
    faults, miscited = faults_of(question, to_json(reply))
    return Verdict(question=question, reply=reply, faults=faults, miscited=miscited)


def faults_of(question: Question, told: dict[str, Any]) -> tuple[tuple[str, ...], str]:
    """What is wrong with an answer, and with its citations, in the form given to programs."""
    said = _plain(told["answer"])
    faults = [f"says {word}" for word in question.must_not if _plain(word) in said]
    if question.refused:
        if not told["refused"]:
            faults.append("not refused")
        return tuple(faults), ""
    if told["refused"]:
        return (f"refused: {told['reason']}",), ""
    faults += [f"lacks {word}" for word in question.must if _plain(word) not in said]
    return tuple(faults), _miscited(question, told["citations"])


def _miscited(question: Question, citations: list[dict[str, Any]]) -> str:
    evidence = _plain(question.evidence)
    holding = [
        citation
        for citation in citations
        if citation["file"] == question.file and evidence in _plain(citation["quote"])
    ]
    if not holding:
        return "evidence not cited"
    depth = len(question.section)
    if any(_numerals(citation["section"])[:depth] == question.section for citation in holding):
        return ""
    return f"cited under {[citation['section'] for citation in holding]}"


def _numerals(headings: list[str]) -> tuple[str, ...]:
    """The numerals of headings; a heading without one stands for itself."""
    found = [(_NUMERAL.match(fold(heading)), heading) for heading in headings]
    return tuple(match["numeral"] if match else heading for match, heading in found)


def _plain(text: str) -> str:
    return "".join(fold(text).split()).lower()
