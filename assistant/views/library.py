"""The library on the page (报告库), as escaped HTML: the list, one report, and what a build did."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Protocol

from assistant.views.source import outline_view, report_head
from assistant.views.talk import problem_view
from corpus.errors import FazhiError, IndexMissing
from prompts import explain, say, table

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from corpus.model import Report, Span
    from index.build import BuildOutcome, Failure
    from index.snapshot import ReportCard

__all__ = [
    "build_view",
    "cards_of",
    "cards_view",
    "head_view",
    "phase_in_words",
    "refused_view",
    "removal_view",
    "report_view",
    "upload_hint",
]

_FILTER_FROM = 8
"""Reports from which a filter is worth its place."""


class Library(Protocol):
    """Whoever lists the reports (报告库)."""

    def cards(self) -> tuple[ReportCard, ...]:
        """Every report; `IndexMissing` if none was ever taken in."""


def cards_of(library: Library) -> tuple[tuple[ReportCard, ...], str]:
    """The reports, and why there are none to show where the index cannot serve.

    That there is no index yet is no reason: an upload will make one.
    """
    try:
        return library.cards(), ""
    except IndexMissing:
        return (), ""
    except FazhiError as error:
        return (), refused_view(error)


def head_view(count: int) -> str:
    """The page's own head with the number of reports."""
    return (
        '<header class="masthead">'
        f'<span class="seal" aria-hidden="true">{say("page", "seal")}</span>'
        f"<div><h1>{say('page', 'title')}</h1><p>{say('page', 'tagline')}</p></div>"
        f'<p class="collected">{say("page", "collected", count=count)}</p></header>'
    )


def cards_view(cards: Sequence[ReportCard], *, chosen: str) -> str:
    """The list of reports, the chosen one marked."""
    if not cards:
        return _empty("list_empty")
    entries = "".join(_card(card, chosen=card.id == chosen) for card in cards)
    search = ""
    if len(cards) >= _FILTER_FROM:
        label = say("page", "filter_label")
        search = (
            f'<input type="search" class="filter" aria-label="{label}" placeholder="{label}">'
            f'<p class="quiet none" hidden>{say("page", "filter_none")}</p>'
        )
    label = say("page", "list_label")
    return f'<div class="shelf">{search}<ul aria-label="{label}">{entries}</ul></div>'


def report_view(report: Report | None, mark: Span | None = None) -> str:
    """One report: its head, its facts and its sections to unfold; a marked sentence is open."""
    pane = (
        f'<div class="pane" role="region" tabindex="0" aria-label="{say("page", "detail_label")}">'
    )
    if report is None:
        return f"{pane}{_empty('detail_empty')}</div>"
    buttons = "".join(
        f'<button type="button" data-act="{act}">{say("page", f"outline_{act}")}</button>'
        for act in ("open", "close")
    )
    if not report.sections:
        buttons = ""
    if report.sentences:
        words = say("composed", "summarise_report")
        buttons = f'<button type="button" data-act="digest">{words}</button>{buttons}'
    opened = f' data-open="{mark.start}"' if mark else ""
    label = say("page", "outline_label")
    return (
        f'{pane}<article class="report" data-report="{escape(report.id)}"{opened}>'
        f"{report_head(report)}{_facts(report)}"
        f'<div class="outline-head"><h3>{label}</h3><div>{buttons}</div></div>'
        f"{outline_view(report, mark)}</article></div>"
    )


def build_view(outcome: BuildOutcome) -> str:
    """What a build did, and one sentence for each file that it could not take."""
    counts = {
        "added": len(outcome.added),
        "updated": len(outcome.updated),
        "duplicates": len(outcome.duplicates),
        "removed": len(outcome.removed),
    }
    done = [say("page", f"done_{name}", count=count) for name, count in counts.items() if count]
    words = ";".join(done) or say("page", "done_nothing")
    return f'<div class="outcome" role="status"><p>{words}</p>{_list(outcome.failures)}</div>'


def refused_view(error: FazhiError) -> str:
    """Why nothing was done: one sentence for each file where the error names files."""
    failures = error.details.get("failures")
    if isinstance(failures, tuple) and failures:
        return f'<div class="outcome" role="alert">{_list(failures)}</div>'
    return problem_view(explain(error.code(), error.details))


def removal_view(cards: Sequence[ReportCard]) -> str:
    """The question before reports are removed."""
    titles = "、".join(_title(card) for card in cards)
    return f'<p class="sentence">{escape(say("page", "remove_question", title=titles))}</p>'


def upload_hint(endings: Iterable[str], *, limit_mb: int) -> str:
    """Which files can be uploaded; page.js turns larger ones away before they travel."""
    words = say("page", "upload_hint", endings=" ".join(endings))
    too_large = say("page", "file_too_large", limit=limit_mb)
    return (
        f'<p class="hint-line" data-limit-mb="{limit_mb}" data-too-large="{too_large}">{words}</p>'
    )


def phase_in_words(phase: str) -> str:
    """A build phase in words."""
    phases = table("page")["phases"]
    return str(phases[phase]) if isinstance(phases, dict) else phase


def _title(card: ReportCard) -> str:
    """A card's title on one line."""
    return "".join((card.title or "").split("\n")) or say("page", "untitled")


def _card(card: ReportCard, *, chosen: bool) -> str:
    facts = [
        card.document_number or "",
        card.place or "",
        say("page", "year", year=card.year) if card.year else "",
    ]
    line = "".join(f"<span>{escape(fact)}</span>" for fact in facts if fact)
    counts = say(
        "page", "counts", sections=card.sections, sentences=card.sentences, figures=card.figures
    )
    return (
        f'<li><button type="button" data-act="report" data-report="{escape(card.id)}" '
        f'aria-pressed="{str(chosen).lower()}"><strong>{escape(_title(card))}</strong>'
        f'<span class="facts">{line}</span>'
        f'<span class="facts"><span class="file">{escape(card.file)}</span>'
        f"<span>{counts}</span></span></button></li>"
    )


def _facts(report: Report) -> str:
    data = report.metadata
    named = {
        "organ": data.organ.value if data.organ else "",
        "issued": data.issued.value if data.issued else "",
    }
    rows = "".join(
        f"<div><dt>{say('page', f'fact_{name}')}</dt><dd>{escape(value)}</dd></div>"
        for name, value in named.items()
        if value
    )
    return f'<dl class="about">{rows}</dl>' if rows else ""


def _list(failures: Sequence[Failure]) -> str:
    if not failures:
        return ""
    entries = []
    for failure in failures:
        words = explain(failure.error.code(), {"file": failure.file, **failure.error.details})
        sentence = say("page", "failure", message=words.message, hint=words.hint)
        entries.append(f"<li>{escape(sentence)}</li>")
    return f"<p>{say('page', 'failures_label')}</p><ul>{''.join(entries)}</ul>"


def _empty(key: str) -> str:
    return (
        f'<div class="empty"><h3>{say("page", key)}</h3><p>{say("page", f"{key}_hint")}</p></div>'
    )
