"""What every question is made with (成题): its id, its luck and its sources."""

from __future__ import annotations

import hashlib
import re
from random import Random
from typing import TYPE_CHECKING

from assistant.evidence.reading import Reading
from assistant.quiz.model import QuizItem
from assistant.quiz.themes import theme_of
from assistant.wording.statements import cite
from prompts import say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from assistant.model import Citation
    from assistant.quiz.asking import AskedFigure
    from assistant.quiz.model import Difficulty, Kind, NumberKey
    from assistant.quiz.voices import Voice
    from corpus.model import Span

__all__ = [
    "cite_figure",
    "cite_span",
    "inner",
    "item_of",
    "luck",
    "normal",
    "printed",
    "quoted",
    "shuffled",
]

_PRINTED = {
    ",": "\uff0c",
    ";": "\uff1b",
    ":": "\uff1a",
    "?": "\uff1f",
    "(": "\uff08",
    ")": "\uff09",
}
_MARK = re.compile(r"(?<!\d),|,(?!\d{3})|(?<!\d):|:(?!\d)|[;?()]")


def luck(*parts: object) -> Random:
    """Chance that is the same whenever the same question is made."""
    return Random("|".join(map(str, parts)))  # noqa: S311 - no secret


def shuffled(things: Sequence[str], random: Random) -> tuple[str, ...]:
    """The same things in another order."""
    return tuple(random.sample(things, len(things)))


def inner(words: str) -> str:
    """Words to be put in quotation marks, those inside them made single."""
    return words.replace("“", "‘").replace("”", "’")


def quoted(words: str) -> str:
    """Words in quotation marks."""
    return say("quiz", "quoted", words=inner(words))


def printed(text: str) -> str:
    """A text with the marks that Chinese is printed with; those of numbers stay."""
    return _MARK.sub(lambda found: _PRINTED[found[0]], text)


def normal(stem: str) -> str:
    """A stem without spaces and marks, for telling whether two are alike."""
    return re.sub(r"[\W_]", "", stem)


def cite_span(voice: Voice, span: Span, section: int | None) -> Citation:
    """A stretch of a report as a source."""
    bare = Reading(
        report=voice.report, folded=voice.folded, figures=(), sentences=(), plans=frozenset()
    )
    return cite(bare, span, section)


def cite_figure(asked: AskedFigure) -> Citation:
    """The sentence of a figure."""
    sentence = asked.voice.report.sentences[asked.figure.sentence]
    return cite_span(asked.voice, sentence.span, sentence.section)


def item_of(
    *,
    kind: Kind,
    difficulty: Difficulty,
    stem: str,
    answer: str,
    explanation: str,
    voice: Voice,
    citations: Sequence[Citation],
    rests_on: Sequence[str],
    options: Sequence[str] = (),
    matches: Sequence[str] = (),
    right: Sequence[int] = (),
    number: NumberKey | None = None,
    points: Sequence[str] = (),
    topic: str = "",
    broad: str | None = None,
) -> QuizItem:
    """A question; its id is the hash of what it asks and of where the answer stands."""
    cited = tuple(dict.fromkeys(citations))
    where = [f"{one.report_id}:{one.span.start}" for one in cited]
    digest = hashlib.sha256("|".join((kind, stem, *options, *where)).encode())
    section = cited[0].section
    return QuizItem(
        id=digest.hexdigest()[:16],
        kind=kind,
        difficulty=difficulty,
        stem=printed(stem),
        options=tuple(map(printed, options)),
        matches=tuple(map(printed, matches)),
        right=tuple(right),
        number=number,
        points=tuple(map(printed, points)),
        answer=printed(answer),
        explanation=printed(explanation),
        place=voice.place,
        year=voice.year,
        topic=topic or theme_of(section, stem, broad=broad),
        section=section,
        rests_on=tuple(rests_on),
        citations=cited,
    )
