"""Replies in words and as JSON (呈现); the page makes its own HTML."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from assistant.model import Answer, Citation, Refusal, Reply
from assistant.tables import table_text
from assistant.tables.answer_table import numbering, with_table
from corpus.fold import fold
from prompts import say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from assistant.tables.answer_table import AnswerTable

_NUMERAL = re.compile(
    r"(?:第[一二三四五六七八九十百]+(?:部分|章|节)|\([一二三四五六七八九十百\d]+\)|[一二三四五六七八九十百]+、|\d{1,2}[.、]"
    r"|[一二三四五六七八九十]+[是要]|第[一二三四五六七八九十]+(?=[,、:])|首先|其次|再次|最后)"
)


def cite(citation: Citation) -> str:
    """The official form: 《报告名》(文号) 二、(三)“二是”."""
    number = f"({citation.document_number})" if citation.document_number else ""
    return f"《{citation.report}》{number} {place_in_report(citation)}".rstrip()


def place_in_report(citation: Citation) -> str:
    """The numerals of the headings, top first; a heading without one is named itself."""
    parts = []
    for heading in citation.section:
        found = _NUMERAL.match(fold(heading))
        numeral = found.group() if found else heading
        parts.append(
            f"“{numeral}”" if not found or re.search(r"[是要先次后]$|^第.$", numeral) else numeral
        )
    return "".join(parts)


def to_text(reply: Reply, shown: AnswerTable | None = None) -> str:
    """A reply for a terminal: what is said, what is set side by side, and where it stands."""
    if isinstance(reply, Refusal):
        lines = [reply.text]
        if reply.nearest:
            lines.append(say("answers", "nearest"))
            lines += [f"  {statement.text}" for statement in reply.nearest]
        citations = tuple(c for statement in reply.nearest for c in statement.citations)
    else:
        citations = with_table(reply.citations, shown)
        lines = [answer_text(reply), *reply.notes, *_table_lines(shown, citations)]
        lines += _written_lines(reply)
    if reply.carried:
        lines.insert(0, reply.carried)
    for number, citation in enumerate(citations, start=1):
        lines += ["", f"[{number}] {cite(citation)}", f"    {citation.quote}",
                  f"    {citation.file} {citation.span.start}–{citation.span.end}"]  # fmt: skip
    return "\n".join(lines)


def _written_lines(answer: Answer) -> list[str]:
    """What a language model had to do with it; nothing where none is set."""
    written = answer.written
    if written is None:
        return []
    lines = [written.notice] if written.notice else []
    if written.sentences:
        lines.append(say("writing", "written_by", model=written.model))
    if written.dropped:
        lines.append(say("writing", "dropped", count=len(written.dropped)))
    return lines


def _table_lines(shown: AnswerTable | None, citations: Sequence[Citation]) -> list[str]:
    if shown is None:
        return []
    place_of = numbering(citations)
    lines = ["", table_text.to_text(shown.table, ref=lambda entry: f"[{place_of(entry) + 1}]")]
    return [*lines, shown.left_out] if shown.left_out else lines


def answer_text(answer: Answer) -> str:
    """The statements, numbered where there are several; a model's sentences run on."""
    if answer.written and answer.written.sentences:
        count = answer.written.sentences
        lines = ["".join(s.text for s in answer.statements[:count])]
        return "\n".join((*lines, *(s.text for s in answer.statements[count:])))
    if len(answer.statements) == 1:
        return answer.statements[0].text
    return "\n".join(f"{n}. {s.text}" for n, s in enumerate(answer.statements, start=1))


def composed_text(answer: Answer, *, sources: bool) -> str:
    """A text to be put into a document: its sentences run on; its sources are listed below."""
    text = "".join(statement.text for statement in answer.statements)
    if not sources:
        return text
    listed = [
        f"[{number}] {cite(one)}:“{''.join(one.quote.split())}”"
        for number, one in enumerate(answer.citations, start=1)
    ]
    return "\n".join((text, "", say("composed", "sources_head"), *listed))


def to_json(reply: Reply, citations: Sequence[Citation] | None = None) -> dict[str, Any]:
    """The machine contract of `fazhi ask --jsonl`.

    `citations` are those of every number used, where the statements do not cite them all.
    """
    if isinstance(reply, Refusal):
        return {
            "answer": reply.text,
            "refused": True,
            "reason": reply.reason.value,
            "citations": [],
            **_wording(reply),
        }
    return {
        "answer": "\n".join(
            (*([reply.carried] if reply.carried else []), answer_text(reply), *reply.notes)
        ),
        "refused": False,
        "reason": None,
        "citations": [citation_json(citation) for citation in citations or reply.citations],
        **_wording(reply),
    }


def _wording(reply: Reply) -> dict[str, Any]:
    """The language model in force, if any, and how many of its sentences were dropped."""
    written = reply.written
    return {
        "model": written.model if written else None,
        "dropped": len(written.dropped) if written else 0,
    }


def citation_json(citation: Citation) -> dict[str, Any]:
    """A citation as programs get it."""
    return {
        "report": citation.report,
        "document_number": citation.document_number,
        "place": citation.place,
        "year": citation.year,
        "section": list(citation.section),
        "quote": citation.quote,
        "start": citation.span.start,
        "end": citation.span.end,
        "file": citation.file,
    }
