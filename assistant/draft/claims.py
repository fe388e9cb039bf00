"""A draft's claims (主张): its figures by the reports' own code, and what it says without them."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from assistant.draft.atoms import atoms_in
from assistant.draft.bearings import Bearings, is_heading
from assistant.draft.mentions import mentions_in
from assistant.draft.model import AtomKind, Claim
from assistant.draft.slogans import as_a_whole, flourishes
from assistant.draft.statements import statements_in
from assistant.draft.values import values_in
from assistant.draft.words import as_reported, listed
from assistant.question.lexicon import plain
from corpus.model import Span

if TYPE_CHECKING:
    from assistant.evidence.reading import FigureView, Reading
    from corpus.model import Figure, Sentence

__all__ = ["claims_of"]

_SCOPE_WORDS = re.compile(
    r"(?:我|本|全)[省市州县区旗镇乡](?![级域直])|20\d\d年度?(?:以来)?|过去的?一年|去年|今年|截至|至今|目前|一年来|一年下来"
)
_NAMELESS = re.compile(
    r"(?:目前|现|已|累计|总共|一共|全年)*(?:共|有|达|达到|为|是|共有|共计|计|总数|数量)*(?:有|到|了)*"
)
_POINTS_BACK = re.compile("(?:两|三|四)[项者](?:指标)?(?:分别|同比|均|都|相加|合计)")
"""两项分别下降: counts what the sentence has named itself."""
_COUNTLESS = re.compile("千万[条个颗家户里双遍张间]")
"""道路千万条: so many that nobody counts them."""
_SAYS_WHERE = frozenset((AtomKind.LISTING, AtomKind.HONOURED, AtomKind.STATEMENT))
"""Their own words may name the place and the year that they are of."""
_ASKED = re.compile(r"(?:^|[。!?;,\n])(?P<what>[^。!?;,\n]{2,16})呢\?$")
_ORDINAL = re.compile(r"\d+个.*?(?P<rank>第|前|首|榜)")
_SHORTEST_NAME = 4
_SIGNED = re.compile(
    r"(?:[\u4e00-\u9fff]{2,30}(?:政府|办公室|委员会|[委局厅处])\s+)?"
    r"(?:20\d\d\s?年\s?\d{1,2}\s?月\s?\d{1,2}\s?日"
    r"|二[〇○零][〇○零一二三四五六七八九]{2}年[一二三四五六七八九十]{1,2}月[一二三四五六七八九十]{1,3}日)"
    r"\s?(?:印发)?"
)
"""The line at a draft's end that tells when it was signed."""
_YEAR = re.compile(r"(?<!\d)(20[0-4]\d)\s?年")


def claims_of(reading: Reading, bearings: Bearings) -> list[Claim]:
    """The claims of a stretch in reading order; what it names goes on into `bearings`."""
    report = reading.report
    figures: dict[int, list[FigureView]] = {}
    for view in reading.figures:
        figures.setdefault(view.figure.sentence, []).append(view)
    claims: list[Claim] = []
    bearings.begin()
    for position, sentence in enumerate(report.sentences):
        bearings.enter(_lines_above(reading, sentence))
        words = sentence.span.of(reading.folded)
        views = figures.get(position, [])
        own_line = _is_line(reading.folded, sentence.span)
        if own_line and not views and is_heading(words) and not _tells(words):
            bearings.heading(words)
            continue
        claims += _of_sentence(reading, sentence, views, bearings)
    return claims


def _lines_above(reading: Reading, sentence: Sentence) -> tuple[int, ...]:
    """The sections that a sentence stands in, without those that begin within a line (一是)."""
    if sentence.section is None:
        return ()
    path = reading.report.path(sentence.section)
    return tuple(
        section.number
        for section in path
        if not reading.folded[: section.heading.start].rpartition("\n")[2].strip()
    )


def _is_line(folded: str, span: Span) -> bool:
    """Whether a sentence is a line by itself, with text behind it."""
    before = folded[: span.start].rstrip(" ")
    behind = folded[span.end :].lstrip(" ")
    return (
        (not before or before.endswith("\n")) and behind.startswith("\n") and bool(behind.strip())
    )


def _tells(words: str) -> bool:
    """Whether a line without a stop tells something after all."""
    return bool(atoms_in(words)) and not re.search(
        "讲话|发言|报告|汇报|致辞|总结|点评|方案|提纲", words
    )


@dataclass(frozen=True, slots=True)
class _Mark:
    """A stretch of a sentence that claims something, before its scope is known."""

    span: Span
    kind: AtomKind
    view: FigureView | None = None


def _numbers(
    reading: Reading, sentence: Sentence, words: str, views: list[FigureView]
) -> list[_Mark]:
    """The numbers of a sentence but those that name a road or point back (两项)."""
    codes = [
        Span(sentence.span.start + v.span.start, sentence.span.start + v.span.end)
        for v in values_in(words)
        if v.kind == "code"
    ]
    return [
        _Mark(view.figure.quantity.span, AtomKind.FIGURE, view)
        for view in views
        if not _POINTS_BACK.match(reading.folded[view.figure.quantity.span.start :])
        and not any(_overlap(view.figure.quantity.span, code) for code in codes)
        and not _COUNTLESS.fullmatch(view.figure.quantity.span.of(reading.folded))
    ]


def _of_sentence(
    reading: Reading, sentence: Sentence, views: list[FigureView], bearings: Bearings
) -> list[Claim]:
    words = sentence.span.of(reading.folded)
    if _SIGNED.fullmatch(words.strip()):
        return []  # the day of the draft itself
    marks = _numbers(reading, sentence, words, views)
    taken = [mark.span for mark in marks]
    for kind, at in atoms_in(words):
        # 全省17个市州第4位: the number is a claim of its own.
        among = _ORDINAL.search(at.of(words)) if kind is AtomKind.RANK else None
        start = at.start + (among.start("rank") if among else 0)
        span = Span(sentence.span.start + start, sentence.span.start + at.end)
        if kind is AtomKind.LEVEL or not any(_overlap(span, other) for other in taken):
            marks.append(_Mark(span, kind))
    whole = None if marks else as_a_whole(words)
    if whole is not None:
        marks.append(_Mark(sentence.span, whole))
    elif not marks:
        bearings.at(words, len(words))  # a sentence that claims nothing may still name a place
    if whole is not AtomKind.SLOGAN:
        spans = [
            Span(sentence.span.start + s.start, sentence.span.start + s.end)
            for s in flourishes(words)
        ]
        marks += [
            _Mark(span, AtomKind.SLOGAN)
            for span in spans
            if not any(_overlap(span, mark.span) for mark in marks if mark.kind is not whole)
        ]
    before = replace(bearings)  # a mention breaks off where a place may stand
    claims = [
        _claim(reading, sentence, mark, bearings)
        for mark in sorted(marks, key=lambda mark: mark.span)
    ]
    taken = [mark.span for mark in marks if mark.kind is not whole]
    claims += [
        _claim(reading, sentence, mark, before) for mark in _mentions(words, sentence.span, taken)
    ]
    return sorted(claims, key=lambda claim: claim.span)


def _mentions(words: str, at: Span, taken: list[Span]) -> list[_Mark]:
    """What a sentence says beside its other claims."""
    found = [
        _Mark(Span(at.start + span.start, at.start + span.end), kind)
        for kind, span in mentions_in(words)
    ]
    found = [mark for mark in found if not any(_overlap(mark.span, other) for other in taken)]
    told = [*taken, *(mark.span for mark in found if mark.kind is not AtomKind.NAME)]
    spans = (Span(at.start + span.start, at.start + span.end) for span in statements_in(words))
    found += [
        _Mark(span, AtomKind.STATEMENT)
        for span in spans
        if not any(_overlap(span, other) for other in told)
    ]
    values = (Span(at.start + v.span.start, at.start + v.span.end) for v in values_in(words))
    told = [*taken, *(mark.span for mark in found)]
    return found + [
        _Mark(span, AtomKind.VALUE)
        for span in values
        if not any(_overlap(span, other) for other in told)
    ]


def _claim(reading: Reading, sentence: Sentence, mark: _Mark, bearings: Bearings) -> Claim:
    words = sentence.span.of(reading.folded)
    start, end = mark.span.start - sentence.span.start, mark.span.end - sentence.span.start
    whole = mark.span == sentence.span
    period = mark.view.figure.period if mark.view else None
    ahead = sentence.section in reading.plans
    scope = bearings.at(
        words,
        end if whole or mark.kind in _SAYS_WHERE else start,
        period,
        ahead=ahead,
        planned=_planned_for(reading, sentence) if ahead else None,
    )
    view, reaching = mark.view, False
    if view is not None:
        view = _bare(_named_before(view, reading.folded, sentence.span), bearings)
        reaching = _reaching(reading.folded, sentence.span, view.figure)
    return Claim(
        span=mark.span,
        text=mark.span.of(reading.report.text),
        kind=mark.kind,
        sentence=words,
        sentence_at=sentence.span.start,
        context=words if whole else words[:start] + "\0" + words[end:],
        scope=scope,
        view=view,
        reaching=reaching,
        ahead=ahead,
    )


def _planned_for(reading: Reading, sentence: Sentence) -> int | None:
    """The year that the nearest heading above a sentence names (三、2024年工作打算)."""
    number = sentence.section
    while number is not None:
        section = reading.report.sections[number]
        found = _YEAR.findall(section.heading.of(reading.folded))
        if found:
            return int(found[0]) if len(found) == 1 else None
        number = section.parent
    return None


def _named_before(view: FigureView, folded: str, sentence: Span) -> FigureView:
    """A figure whose stretch names nothing (共有11家), named by the words before it."""
    figure = view.figure
    if asked := _asked_before(folded, sentence, figure):
        return replace(view, own=asked + view.own, row=asked + view.row, subject="")
    opens = max(folded.rfind(mark, sentence.start, figure.quantity.span.start) for mark in ",;:")
    here = folded[opens + 1 : figure.quantity.span.start]
    behind = folded[figure.quantity.span.end : figure.clause.end]
    if opens < 0 or not _NAMELESS.fullmatch(here) or plain(behind):
        return view
    start = max(folded.rfind(mark, sentence.start, opens) for mark in ",;:。")
    words = plain(folded[max(start + 1, sentence.start) : opens])
    if len(words) < _SHORTEST_NAME or re.search(r"\d", words):
        return view
    return replace(view, own=words, row=words + view.row, subject="")


def _asked_before(folded: str, sentence: Span, figure: Figure) -> str:
    """What the question before a sentence names, of which its first number tells (败诉率呢?)."""
    asked = _ASKED.search(folded[: sentence.start].rstrip())
    before = folded[sentence.start : figure.quantity.span.start]
    return plain(asked["what"]) if asked and not re.search(r"[\d,;:。]", before) else ""


def _bare(view: FigureView, bearings: Bearings) -> FigureView:
    """A figure's words without the places and years that its scope already says."""
    return replace(
        view,
        own=as_reported(_without_scope(view.own, bearings)),
        row=as_reported(view.row),
        subject=as_reported(_without_scope(view.subject, bearings)),
    )


def _without_scope(words: str, bearings: Bearings) -> str:
    return plain(_SCOPE_WORDS.sub("", bearings.where.without_names(words)))


def _reaching(folded: str, sentence: Span, figure: Figure) -> bool:
    """Whether the words beside a number say that it was passed (冲破…大关)."""
    at = figure.quantity.span
    before = folded[max(sentence.start, at.start - 4) : at.start].rstrip("了过")
    behind = folded[at.end : min(sentence.end, at.end + 4)]
    return before.endswith(listed("reaching")) or behind.startswith(listed("reaching_behind"))


def _overlap(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end
