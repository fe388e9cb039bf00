"""Questions for what a section lists (简答题): its sub-headings are the points to be named."""

from __future__ import annotations

import re
from functools import partial
from typing import TYPE_CHECKING

from assistant.quiz.making import cite_span, inner, item_of
from assistant.quiz.model import Difficulty, Kind
from assistant.quiz.themes import theme_of
from assistant.quiz.words import acts_first, has_verb, listed, telling
from assistant.wording.statements import without_numeral
from corpus.fold import fold
from prompts import say

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from assistant.quiz.model import QuizItem
    from assistant.quiz.voices import Voice
    from corpus.model import Report, Section, Span

__all__ = ["passage_items"]

_text = partial(say, "quiz")
_LEAST, _MOST = 2, 6
_SHORTEST, _LONGEST = 4, 36
_STOPS = "。;"
_KINDS = ("problems", "plans")
_RESPECT = "方面"
_QUOTED = re.compile("“[^”]*”|《[^》]*》")


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
    asked = _asked(voice, section, below, points)
    if asked is None or any(point in asked[0] for point in points):
        return None
    stem, kind = asked
    citations = [cite_span(voice, _opening(voice.report, child), child.number) for child in below]
    headings = tuple(step.heading.of(voice.report.text) for step in _path(voice, section))
    return item_of(
        kind=Kind.SHORT,
        difficulty=Difficulty.SUMMARY,
        stem=stem,
        points=points,
        answer=";".join(points),
        explanation=_text("points_joined", points=";".join(points)),
        voice=voice,
        citations=citations,
        rests_on=(f"{voice.report.id}/{section.number}",),
        topic=theme_of(headings, stem, broad=kind),
    )


def _path(voice: Voice, section: Section) -> Sequence[Section]:
    return voice.report.path(section.number)


def _asked(
    voice: Voice, section: Section, below: Sequence[Section], points: Sequence[str]
) -> tuple[str, str] | None:
    """The question and what is listed; None where heading and points do not agree on that."""
    headings = [fold(step.heading.of(voice.report.text)) for step in _path(voice, section)]
    own = _bare(headings[-1])
    if not own or len(own) > _LONGEST or any(word in own for word in listed("passages", "skipped")):
        return None
    told = {"year": voice.year, "who": voice.who}
    kind = _listed_kind(headings[0], points)
    if kind and len(headings) == 1:
        return _text(f"ask_{kind}", **told), kind
    under = inner(own.removesuffix(_RESPECT))
    if kind:
        return _text(f"ask_{kind}_under", heading=under, **told), kind
    if len(headings) == 1 or any(_hints(headings[0], key) for key in _KINDS):
        return None
    titles = not own.endswith(listed("passages", "no_titles"))
    measures = titles and not any(_hints(own, key) for key in _KINDS)
    fitting = all(
        _is_measure(voice, child, point) for child, point in zip(below, points, strict=True)
    )
    if not measures or not fitting:
        return None
    return _text("ask_measures", heading=under, **told), ""


def _listed_kind(heading: str, points: Sequence[str]) -> str:
    """What a top heading announces, if every point is of that kind."""
    if _hints(heading, "problems") and all(map(_lacks, points)):
        return "problems"
    plain = any(word in point for point in points for word in listed("passages", "plainly"))
    acts = all(acts_first(point) or has_verb(point) for point in points)
    if _hints(heading, "plans") and not plain and acts:
        return "plans"
    return ""


def _lacks(point: str) -> bool:
    """Whether a point says that something is missing, and not what is to be done about it."""
    if point.startswith(listed("passages", "planning")):
        return False
    for word in listed("passages", "no_lack"):
        point = point.replace(word, "")
    return any(sign in point for sign in listed("passages", "lacking"))


def _hints(heading: str, key: str) -> bool:
    return any(word in heading for word in listed("passages", key))


def _is_measure(voice: Voice, child: Section, point: str) -> bool:
    """Whether a point tells something done, and is no beginning of another sentence."""
    if re.search(r"\d", _QUOTED.sub("", point)) or point.endswith(listed("passages", "unended")):
        return False
    if point.startswith(listed("passages", "unstarted")) or not has_verb(point):
        return False
    sentence = _opening(voice.report, child)
    rest = voice.folded[child.heading.end : sentence.end].strip()
    # A heading that goes on behind a comma is the first clause of a sentence, not a title.
    return not rest.startswith(",") or acts_first(point)


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
