"""A report laid out for matching (证据视图): what stands around each figure and each sentence."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import pairwise

from assistant.question.lexicon import plain
from corpus.clauses import split_clauses
from corpus.fold import fold
from corpus.model import Figure, Report, Section, Span
from corpus.periods import Periods


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureView:
    """A figure and the words around it, from near to far, each without spaces and marks.

    `segment` and `sentence` leave out the clauses of other figures: what names another number
    does not name this one.
    """

    figure: Figure
    superseded: bool = False
    """The old level of a change (由82.6%提升到91.4%): the new one is what holds."""
    superseding: bool = False
    """The new level of such a change."""
    own: str
    """The words that name it."""
    row: str
    """Its stretch between two commas, without brackets."""
    lead: str
    """The words before the first number of its row, which all of the row may share."""
    whole: str
    """Names of the wholes it is a part of (其中), and of what they were counted under."""
    fellows: tuple[str, ...]
    """Names of the other figures of its sentence."""
    subject: str
    segment: str
    """The sentence from the last ; to the end of its stretch."""
    sentence: str
    spoken: str
    """The sentence whole, other figures' clauses included."""
    item: str
    """The innermost heading."""
    earlier: str
    """All of the sentence before it, other figures' names included: it may set the topic."""
    after: str
    """The next stretch between commas: what the number was for."""
    before: str
    """The sentence before, if it stands in the same section."""
    headings: str
    """The report's title and all headings above."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SentenceView:
    """A sentence and its headings, without spaces and marks."""

    position: int
    text: str
    headings: str
    before: str
    """The sentence before, if it stands in the same section."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """One report, its folded text, and the views of its figures and sentences."""

    report: Report
    folded: str
    figures: tuple[FigureView, ...]
    sentences: tuple[SentenceView, ...]
    plans: frozenset[int]
    """Numbers of the sections on what is yet to be done."""


def lay_out(report: Report) -> Reading:
    """The views of a report; offsets stay those of the report."""
    folded = fold(report.text)
    title = plain(fold(report.metadata.title.value)) if report.metadata.title else ""
    headings = [
        title
        + plain("".join(step.heading.of(folded) + " " for step in report.path(section.number)))
        for section in report.sections
    ]
    spoken = [plain(sentence.span.of(folded)) for sentence in report.sentences]
    views = [_figure_view(report, folded, headings, spoken, figure) for figure in report.figures]
    return Reading(
        report=report,
        folded=folded,
        figures=tuple(_with_old_levels(folded, _town_and_country(views))),
        sentences=tuple(
            _sentence_view(report, headings, spoken, position)
            for position in range(len(report.sentences))
        ),
        plans=Periods(folded, report.sections, report.metadata.year).plans,
    )


_BOTH, _EACH = "城乡", "分别"


_FROM = re.compile(r"[由从][^,;。]{0,12}$")
_TO = re.compile(r"\s*[\u4e00-\u9fff]{0,4}[到至为]了?(?:(?:目前|现在|如今|当前|20\d\d年)的?)?\s*")


def _with_old_levels(folded: str, views: list[FigureView]) -> list[FigureView]:
    """Mark the numbers that the next one takes the place of (由40%降至38%)."""
    marked = list(views)
    for number, (first, second) in enumerate(pairwise(views)):
        one, other = first.figure.quantity.span, second.figure.quantity.span
        before = folded[max(0, one.start - _NEAR) : one.start]
        between = folded[one.end : other.start]
        if first.own == second.own and _FROM.search(before) and _TO.fullmatch(between):
            marked[number] = replace(marked[number], superseded=True)
            marked[number + 1] = replace(second, superseding=True)
    return marked


_NEAR = 16


def _town_and_country(views: list[FigureView]) -> list[FigureView]:
    """城乡居民收入分别增长4.4%、7.1%: the first is that of towns, the second of the country."""
    told = list(views)
    for number, (first, second) in enumerate(pairwise(views)):
        pair = first.own == second.own and first.figure.sentence == second.figure.sentence
        third = views[number + 2].own if number + 2 < len(views) else ""
        if not pair or _BOTH not in first.own or _EACH not in first.row or third == first.own:
            continue
        told[number] = replace(first, own=first.own.replace(_BOTH, "城镇"))
        told[number + 1] = replace(second, own=second.own.replace(_BOTH, "农村"))
    return told


def _figure_view(
    report: Report, folded: str, headings: list[str], spoken: list[str], figure: Figure
) -> FigureView:
    sentence = report.sentences[figure.sentence]
    section = report.sections[sentence.section] if sentence.section is not None else None
    row = _row(folded, sentence.span, figure.quantity.span)
    together = [other for other in report.figures if other.sentence == figure.sentence]
    fellows = [other.clause for other in together]
    others = [clause for clause in fellows if not row.covers(clause)]
    named_after = plain(folded[figure.quantity.span.end : figure.clause.end])
    # 2个国家级、32个市级民主法治村: only names behind the numbers are shared along a row.
    in_row = [] if named_after else [clause for clause in fellows if clause != figure.clause]
    segment = Span(_segment_start(folded, sentence.span.start, figure), row.end)
    return FigureView(
        figure=figure,
        own=plain(figure.indicator),
        row=_without(folded, row, in_row),
        lead=_lead(folded, row, fellows, figure),
        whole=_whole(report, figure),
        fellows=tuple(plain(other.indicator) for other in together if other is not figure),
        subject=plain(figure.subject),
        segment=_without(folded, segment, others + in_row),
        sentence=_without(folded, sentence.span, others + in_row),
        spoken=spoken[figure.sentence],
        item=_heading(folded, section),
        earlier=plain(folded[sentence.span.start : figure.quantity.span.start]),
        after=_next_stretch(folded, row.end, sentence.span.end, _rivals(together, figure)),
        before=_before(report, spoken, figure.sentence),
        headings=headings[section.number] if section else "",
    )


def _next_stretch(folded: str, start: int, end: int, rivals: list[Span]) -> str:
    """What follows up to the next comma, unless a figure of the same unit is named there."""
    if folded[start : start + 1] != ",":
        return ""
    stop = min(
        (at for mark in ",;。" if (at := folded.find(mark, start + 1, end)) > 0), default=end
    )
    if any(start < rival.start < stop for rival in rivals):
        return ""
    return plain(folded[start + 1 : stop])


def _rivals(together: list[Figure], figure: Figure) -> list[Span]:
    return [
        other.quantity.span for other in together if other.quantity.unit == figure.quantity.unit
    ]


def _without(folded: str, span: Span, others: list[Span]) -> str:
    """The words of a stretch, those of other figures' clauses left out."""
    text, position = "", span.start
    for other in sorted(others):
        if span.covers(other) and other.start >= position:
            text += folded[position : other.start]
            position = other.end
    return plain(text + folded[position : span.end])


def _row(folded: str, sentence: Span, quantity: Span) -> Span:
    """The stretch between commas or brackets that holds the figure."""
    start, end = sentence.start, sentence.end
    for clause in split_clauses(folded, sentence):
        if clause.mark != "、":
            if clause.span.start <= quantity.start:
                start = clause.span.start
            else:
                end = clause.span.start - 1
                break
    return Span(start, max(end, quantity.end))


def _lead(folded: str, row: Span, fellows: list[Span], figure: Figure) -> str:
    """调解组织办理医疗纠纷 of 调解组织办理医疗纠纷412件、物业纠纷2196件."""
    first = min((clause for clause in fellows if row.covers(clause)), default=figure.clause)
    return "" if first == figure.clause else plain(first.of(folded))


def _whole(report: Report, figure: Figure) -> str:
    words: list[str] = []
    while figure.parent is not None and len(words) < _DEEPEST:
        figure = report.figures[figure.parent]
        words.append(plain(figure.indicator) + plain(figure.subject))
    return "".join(words)


_DEEPEST = 3
"""A part of a part of a part is as deep as reports go."""


def _segment_start(folded: str, start: int, figure: Figure) -> int:
    return max(folded.rfind(";", start, figure.quantity.span.start) + 1, start)


def _before(report: Report, spoken: list[str], position: int) -> str:
    sentence = report.sentences[position]
    if position == 0 or report.sentences[position - 1].section != sentence.section:
        return ""
    return spoken[position - 1]


def _heading(folded: str, section: Section | None) -> str:
    return plain(section.heading.of(folded)) if section else ""


def _sentence_view(
    report: Report, headings: list[str], spoken: list[str], position: int
) -> SentenceView:
    sentence = report.sentences[position]
    return SentenceView(
        position=position,
        text=spoken[position],
        headings=headings[sentence.section] if sentence.section is not None else "",
        before=_before(report, spoken, position),
    )
