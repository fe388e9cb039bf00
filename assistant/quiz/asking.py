"""Which figures ask well (可出题的数据): those whose own words make a whole question.

A number is asked for by putting 多少 where it stands. Where the words around it are half a
sentence, point back to an earlier one or hold another number, it is left alone: a report has more
figures than a learner can take in.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from assistant.quiz.standing import part_stands, stands_alone
from assistant.quiz.stems import whole_words
from assistant.quiz.words import acts_first, has_verb, listed, telling
from assistant.wording.statements import label_of
from corpus.fold import fold
from corpus.model import Figure, FigureKind
from corpus.quantities import find_quantities
from index.vocabulary import is_topic, is_verb, unit_class

if TYPE_CHECKING:
    from assistant.quiz.voices import Voice
    from corpus.model import Section

__all__ = ["AskedFigure", "askable"]

_SHORTEST, _LONGEST, _TELLING = 4, 30, 4
_PAIRS = ("“”", "《》", "()", "‘’")
_SHORTEST_BEHIND = 2
_AND_SO_ON, _FOLD = "等", "番"
_SPACES = re.compile(r"\s")
_DIGIT = re.compile(r"\d")
_RANGE = re.compile(r"[-—~–至到~]")
_DURATION = re.compile(r"[一二三四五六七八九十]+年")


@dataclass(frozen=True, slots=True, kw_only=True)
class AskedFigure:
    """A figure and the words around its number (可问数据)."""

    voice: Voice
    number: int
    """Position among the report's figures."""
    figure: Figure
    before: str
    """The words in front of the number; those of its whole, too, where it is a part."""
    after: str
    whole: str = ""
    """What it is a part of (其中), as a phrase; empty where it stands alone."""

    @property
    def key(self) -> str:
        """The fact, for telling questions on the same one."""
        return f"{self.voice.report.id}#{self.number}"

    @property
    def phrase(self) -> str:
        """The indicator as one phrase, its number left out."""
        return self.before + self.after

    @property
    def planned(self) -> bool:
        """Whether it is what the report means to reach."""
        return self.figure.kind is FigureKind.TARGET

    @property
    def section(self) -> Section | None:
        """The innermost section it stands in."""
        report = self.voice.report
        number = report.sentences[self.figure.sentence].section
        return None if number is None else report.sections[number]

    @property
    def written(self) -> str:
        """The number as the report writes it, without spaces."""
        return _SPACES.sub("", fold(self.voice.report.quote(self.figure.quantity.span)))


def askable(voice: Voice) -> tuple[AskedFigure, ...]:
    """The figures of a report whose words make a whole question, in its order."""
    found = (_asked(voice, number) for number in range(len(voice.report.figures)))
    return tuple(one for one in found if one is not None)


def _asked(voice: Voice, number: int) -> AskedFigure | None:
    figure = voice.report.figures[number]
    unit = figure.quantity.unit
    if not _of_its_year(voice, figure) or not unit or "(" in fold(unit) or figure.place:
        return None
    if _RANGE.search(voice.report.quote(figure.quantity.span)):
        return None
    parts = _around(voice, figure)
    if parts is None:
        return None
    before, after = parts
    if before.endswith(_AND_SO_ON) and before.count("、") + 1 == figure.quantity.value:
        return None  # whoever counts the names has the number
    if not _fits_its_unit(figure, before + after, after):
        return None
    whole = _whole(voice, figure) if _reads_well(before, after, part=_is_part(figure)) else None
    if whole is None or not _stands(voice, figure, parts):
        return None
    return AskedFigure(
        voice=voice, number=number, figure=figure, before=before, after=after, whole=whole
    )


def _is_part(figure: Figure) -> bool:
    return figure.parent is not None


def _stands(voice: Voice, figure: Figure, parts: tuple[str, str]) -> bool:
    """Whether the words in front of a number and behind it say all of it."""
    if _is_part(figure):
        return part_stands(voice, figure, *parts)
    if _is_continued(voice, figure):
        return False
    return label_of(figure) == figure.indicator and stands_alone(voice, figure, *parts)


def _fits_its_unit(figure: Figure, phrase: str, after: str) -> bool:
    if figure.quantity.unit in ("%", "‰"):
        return _asks_share(figure, phrase, after)
    naming = after or figure.quantity.unit == _FOLD
    if naming and figure.quantity.unit in listed("asking", "naming_units"):
        return False
    return not after or unit_class(figure.quantity.unit) != "money"


def _of_its_year(voice: Voice, figure: Figure) -> bool:
    planned = figure.kind is FigureKind.TARGET
    return figure.period == voice.year + (1 if planned else 0)


def _around(voice: Voice, figure: Figure) -> tuple[str, str] | None:
    """The indicator, parted where its number stands."""
    words = _SPACES.sub("", fold(figure.indicator))
    clause = voice.folded[figure.clause.start : figure.clause.end]
    if _numbers_in(clause) != 1:
        return None
    quantity = figure.quantity.span
    left = _SPACES.sub("", voice.folded[figure.clause.start : quantity.start])
    right = _SPACES.sub("", voice.folded[quantity.end : figure.clause.end])
    if right and words.endswith(right):
        words, after = words[: len(words) - len(right)], right
    elif right:
        return None
    else:
        after = ""
    # The words in front must be those of the clause, or go on behind the row it ends.
    if not _same_words(words, left) or _in_quotation(voice.folded, figure):
        return None
    return _trimmed(words, voice, urged=figure.kind is FigureKind.TARGET), after


def _in_quotation(folded: str, figure: Figure) -> bool:
    """企业最期盼的“10件事” is a name."""
    before = folded[figure.clause.start : figure.quantity.span.start]
    return before.count("“") > before.count("”")


def _numbers_in(clause: str) -> int:
    return sum(1 for _ in find_quantities(clause))


def _same_words(words: str, left: str) -> bool:
    tail, words = _without_dropped(left), _without_dropped(words)
    return bool(tail) and (words.endswith(tail) or tail.endswith(words)) if words else not tail


def _without_dropped(text: str) -> str:
    """A phrase without the adverbs that add nothing (全年共)."""
    changed = True
    while changed:
        changed = False
        for word in listed("asking", "dropped_front"):
            kept = text.startswith(listed("asking", "kept_fronts"))
            if text.startswith(word) and len(text) > len(word) and not kept:
                text, changed = text[len(word) :], True
        for word in listed("asking", "dropped_back"):
            whole = text.endswith(listed("asking", "kept_ends"))
            if text.endswith(word) and len(text) > len(word) + 1 and not whole:
                text, changed = text[: -len(word)], True
    return text


def _trimmed(words: str, voice: Voice, *, urged: bool) -> str:
    words = _without_dropped(words)
    for name in (voice.who, voice.place, *(listed("asking", "urging") if urged else ())):
        words = words.removeprefix(name)
    return words


def _whole(voice: Voice, figure: Figure) -> str | None:
    """The whole of a 其中, as a phrase of its own; None where it has none that can be told."""
    if figure.parent is None:
        return ""
    parent = voice.report.figures[figure.parent]
    words = _SPACES.sub("", fold(parent.indicator))
    if parent.parent is not None or label_of(parent) != parent.indicator:
        return None
    if not _reads_well(words, "", part=False) or not whole_words(words):
        return None
    return words if stands_alone(voice, parent, words, "") else None


def _reads_well(before: str, after: str, *, part: bool) -> bool:
    phrase = before + after
    if part:  # its whole names the matter
        return 2 <= len(phrase) <= _LONGEST and not _is_half(before, after)
    if not _SHORTEST <= len(phrase) <= _LONGEST or _is_half(before, after):
        return False
    if _DURATION.search(phrase):
        return False
    said = [word for word in telling(phrase) if word not in listed("asking", "bare")]
    named = [word for word in said if len(word) > 1 and (is_topic(word) or not is_verb(word))]
    matter = any(len(word) >= _TELLING and is_topic(word) for word in said)
    enough = matter or len(telling(phrase)) > 1
    return sum(map(len, said)) >= _TELLING and bool(named) and enough


def _is_half(before: str, after: str) -> bool:
    phrase = before + after
    if any(phrase.count(pair[0]) != phrase.count(pair[1]) for pair in _PAIRS):
        return True
    if any(word in phrase for word in listed("asking", "vague")):
        return True
    if before.startswith(listed("asking", "starts")) or (after and _is_cut(before, after)):
        return True
    if after or before.endswith(listed("asking", "kept_ends")):
        return False
    return before.endswith(listed("asking", "ends"))


def _is_cut(before: str, after: str) -> bool:
    """Whether the words around a number do not make a sentence with it."""
    if len(after) < _SHORTEST_BEHIND or _DIGIT.search(after):
        return True  # a single character is the rest of the unit (210余台|班)
    if before.endswith(("”", "》")) or ("、" in before and not before.endswith("等")):
        return True  # whoever counts the names has the number
    if any(word in before for word in listed("asking", "preposed")):
        return True
    if any(word in after for word in listed("asking", "behind_in")):
        return True
    if after.endswith(listed("asking", "behind_ends")):
        return True
    return not (acts_first(before) or has_verb(after))


def _is_continued(voice: Voice, figure: Figure) -> bool:
    """A number in a row whose verb stands before the first (办理人大建议179件、政协提案135件)."""
    mark = voice.folded[max(0, figure.clause.start - 1) : figure.clause.start]
    joined = mark == "、" or voice.folded[figure.clause.start] in "和及与"
    if not joined:
        return False
    sentence = voice.report.sentences[figure.sentence].span
    return any(
        other.sentence == figure.sentence
        and sentence.start <= other.quantity.span.end <= figure.clause.start
        and not any(
            char in voice.folded[other.quantity.span.end : figure.clause.start] for char in ",;:"
        )
        for other in voice.report.figures
    ) and not has_verb(_SPACES.sub("", fold(figure.indicator))[:2])


def _asks_share(figure: Figure, phrase: str, after: str) -> bool:
    """A percentage needs a rate, or a change that ends in its verb, in front of it."""
    if after:
        return False
    if figure.kind is FigureKind.CHANGE or phrase.endswith(listed("asking", "change_ends")):
        return phrase.endswith(listed("asking", "change_ends"))
    return phrase.endswith(listed("asking", "rate_ends")) and "、" not in phrase
