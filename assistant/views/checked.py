"""A checked draft on the page (核稿): verdict colours on the words, totals, a card for a claim."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from assistant.draft.model import Verdict
from assistant.draft.render import name_of, totals
from assistant.render import cite
from prompts import say

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from assistant.draft.model import Finding

__all__ = ["card_view", "checked_view", "corrected", "waiting_view"]


def waiting_view() -> str:
    """What stands here before anything was checked."""
    return f'<div class="ck-wait"><p>{say("draft", "page_waiting")}</p></div>'


def checked_view(text: str, findings: Sequence[Finding], accepted: Mapping[int, str]) -> str:
    """The draft with its totals; `accepted` are corrections taken over, by the finding's place."""
    counts = totals(findings)
    buttons = "".join(
        f'<li><button type="button" class="ck-total {verdict.value}" data-act="filter" '
        f'data-verdict="{verdict.value}" aria-pressed="false">{name_of(verdict)} '
        f"<b>{count}</b></button></li>"
        for verdict, count in counts.items()
        if count
    )
    summary = say("draft", "page_summary", count=len(findings))
    return (
        f'<div class="ck"><p class="ck-sum" role="status">{summary}</p>'
        f'<ul class="ck-totals" aria-label="{say("draft", "page_totals")}">{buttons}</ul>'
        f'<div class="ck-text" data-show="">{_marked(text, findings, accepted)}</div></div>'
    )


def _marked(text: str, findings: Sequence[Finding], accepted: Mapping[int, str]) -> str:
    parts, position = [], 0
    for number, finding in enumerate(findings):
        span = finding.claim.span
        if span.start < position or finding.verdict is Verdict.NOT_CHECKABLE:
            continue
        parts.append(_lines(text[position : span.start]))
        parts.append(_mark(number, finding, accepted.get(number)))
        position = span.end
    parts.append(_lines(text[position:]))
    return "".join(parts)


def _mark(number: int, finding: Finding, instead: str | None) -> str:
    label = say("draft", "page_claim", verdict=name_of(finding.verdict), text=finding.claim.text)
    words = escape(finding.claim.text)
    if instead is not None:
        words = f"<del>{words}</del><ins>{escape(instead)}</ins>"
    return (
        f'<button type="button" class="ck-claim {finding.verdict.value}" data-act="claim" '
        f'data-claim="{number}" aria-label="{escape(label)}">{words}</button>'
    )


def _lines(text: str) -> str:
    return escape(text).replace("\n", "<br>")


def card_view(number: int, finding: Finding, *, accepted: bool) -> str:
    """What is said of one claim, with the way to take its correction over."""
    verdict = finding.verdict
    button = ""
    if finding.correction:
        key = "page_taken_back" if accepted else "page_accept"
        act = "undo" if accepted else "accept"
        words = say("draft", key, correction=finding.correction)
        button = (
            f'<button type="button" class="ck-accept" data-act="{act}" data-claim="{number}">'
            f"{escape(words)}</button>"
        )
    sources = "".join(f"<p>{escape(cite(citation))}</p>" for citation in finding.citations)
    scope = finding.claim.scope
    key = "page_scope_carried" if scope.place_inherited or scope.year_inherited else "page_scope"
    said = say("draft", key, scope=scope.said) if scope.said else ""
    return (
        f'<section class="ck-card {verdict.value}" data-open="{number}">'
        f'<button type="button" class="back" data-act="back">{say("draft", "page_back")}</button>'
        f'<h3><span class="ck-tag {verdict.value}">{name_of(verdict)}</span>'
        f"{escape(finding.claim.text)}</h3><p>{escape(finding.reason)}</p>"
        f'<div class="ck-facts">{f"<p>{escape(said)}</p>" if said else ""}{sources}</div>'
        f"{button}</section>"
    )


def corrected(text: str, findings: Sequence[Finding], accepted: Mapping[int, str]) -> str:
    """The draft with the corrections that were taken over."""
    for number in sorted(accepted, key=lambda one: -findings[one].claim.span.start):
        span = findings[number].claim.span
        text = text[: span.start] + accepted[number] + text[span.end :]
    return text
