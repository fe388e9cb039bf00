"""Findings as JSON and for a terminal (核稿结果的呈现)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from assistant.draft.model import Verdict
from assistant.render import citation_json, cite
from prompts import say, table

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from assistant.draft.model import Finding

__all__ = ["comment_of", "name_of", "to_json", "to_text", "totals"]


def name_of(verdict: Verdict) -> str:
    """The verdict in Chinese."""
    names = table("draft")["verdicts"]
    return str(names[verdict.value]) if isinstance(names, dict) else verdict.value


def totals(findings: Iterable[Finding]) -> dict[Verdict, int]:
    """How many findings there are of each verdict, every verdict named."""
    counts = dict.fromkeys(Verdict, 0)
    for finding in findings:
        counts[finding.verdict] += 1
    return counts


def to_json(findings: Sequence[Finding]) -> dict[str, Any]:
    """The machine contract of `fazhi check --jsonl`."""
    return {"claims": [_claim(finding) for finding in findings]}


def _claim(finding: Finding) -> dict[str, Any]:
    return {
        "text": finding.claim.text,
        "start": finding.claim.span.start,
        "end": finding.claim.span.end,
        "verdict": finding.verdict.value,
        "correction": finding.correction,
        "reason": finding.reason,
        "citations": [citation_json(citation) for citation in finding.citations],
    }


def comment_of(finding: Finding, *, quoted: bool, accepted: bool = False) -> str:
    """What a comment in the draft says; `quoted` names the words where it cannot stand at them.

    With `accepted` the correction stands in the draft, and the comment tells what stood there.
    """
    lines = [say("draft", "comment", verdict=name_of(finding.verdict), reason=finding.reason)]
    if quoted:
        lines.insert(0, say("draft", "comment_on", text=finding.claim.text))
    if accepted:
        lines.append(say("draft", "comment_accepted", text=finding.claim.text))
    elif finding.correction:
        lines.append(say("draft", "comment_correction", correction=finding.correction))
    for citation in finding.citations:
        lines.append(say("draft", "comment_source", source=cite(citation)))
        lines.append(say("draft", "comment_quote", quote=citation.quote))
    return "\n".join(lines)


def to_text(findings: Sequence[Finding]) -> str:
    """The findings for a terminal: totals, then what a writer must look at, then the rest."""
    counts = totals(findings)
    shown = "、".join(
        say("draft", "count", name=name_of(verdict), count=count)
        for verdict, count in counts.items()
        if count
    )
    lines = [say("draft", "summary", count=len(findings), shown=shown or say("draft", "nothing"))]
    for finding in findings:
        if finding.verdict is not Verdict.NOT_CHECKABLE:
            lines += ["", *_lines(finding)]
    return "\n".join(lines)


def _lines(finding: Finding) -> list[str]:
    start = finding.claim.span.start
    head = say(
        "draft", "row", verdict=name_of(finding.verdict), text=finding.claim.text, start=start
    )
    if finding.correction:
        head += say("draft", "should_be", correction=finding.correction)
    lines = [head, "    " + finding.reason]
    for citation in finding.citations:
        lines += [f"    {cite(citation)}", f"    {citation.quote}"]
    return lines
