"""Questions for what a section lists (简答题): its sub-headings are the points to be named."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from assistant.quiz.making import cite_span, item_of
from assistant.quiz.model import Difficulty, Kind
from assistant.quiz.words import listed, telling
from assistant.wording.statements import without_numeral
from corpus.fold import fold
from prompts import say

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from assistant.quiz.asking import Voice
    from assistant.quiz.model import QuizItem
    from corpus.model import Report, Section, Span

__all__ = ["passage_items"]

_text = partial(say, "quiz")
_LEAST, _MOST = 2, 6
_SHORTEST, _LONGEST = 4, 36
_STOPS = "。;;"


def passage_items(voice: Voice) -> Iterator[QuizItem]:
    """One question for each section whose sub-headings read as a list."""
    report = voice.report
    children: dict[int, list[Section]] = {}
    for section in report.sections:
        if section.parent is not None:
            children.setdefault(section.parent, []).append(section)
    for number, below in children.items():
        section = report.sections[number]
        points = [_point(voice, child) for child in below]
        if not _LEAST <= len(points) <= _MOST or not all(map(_tells, points)):
            continue
        if len(set(points)) == len(points) and (item := _item(voice, section, below, points)):
            yield item


def _item(
    voice: Voice, section: Section, below: Sequence[Section], points: Sequence[str]
) -> QuizItem | None:
    stem = _stem(voice, section)
    if stem is None or any(point in stem for point in points):
        return None
    citations = [cite_span(voice, _opening(voice.report, child), child.number) for child in below]
    return item_of(
        kind=Kind.SHORT,
        difficulty=Difficulty.DIRECT,
        stem=stem,
        points=points,
        answer=";".join(points),
        explanation=_text("points_joined", points=";".join(points)),
        voice=voice,
        citations=citations,
        rests_on=(f"{voice.report.id}/{section.number}",),
    )


def _stem(voice: Voice, section: Section) -> str | None:
    report = voice.report
    headings = [fold(step.heading.of(report.text)) for step in report.path(section.number)]
    own = _bare(headings[-1])
    if not own or len(own) > _LONGEST or any(word in own for word in listed("passages", "skipped")):
        return None
    told = {"year": voice.year, "who": voice.who}
    for key in ("problems", "plans"):
        words = listed("passages", key)
        if any(word in heading for word in words for heading in headings[:1]):
            if len(headings) == 1:
                return _text(f"ask_{key}", **told)
            return _text(f"ask_{key}_under", heading=own, **told)
    return _text("ask_measures", heading=own, **told) if len(headings) > 1 else None


def _bare(heading: str) -> str:
    return "".join(without_numeral(heading).split()).strip(_STOPS + ",:")


def _point(voice: Voice, child: Section) -> str:
    """A sub-heading without its numeral, up to its first full stop."""
    words = _bare(fold(child.heading.of(voice.report.text)))
    for stop in _STOPS:
        words = words.partition(stop)[0]
    return words


def _tells(point: str) -> bool:
    return _SHORTEST <= len(point) <= _LONGEST and len(telling(point)) > 1


def _opening(report: Report, section: Section) -> Span:
    """The sentence that a heading begins, or the heading itself."""
    for sentence in report.sentences:
        if sentence.span.covers(section.heading):
            return sentence.span
    return section.heading
