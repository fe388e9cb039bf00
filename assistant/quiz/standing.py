"""Which facts stand on their own (独立成立): the sentence around a number adds nothing to it.

A number is asked for with the words of its own clause. Where these words are shorter than the
clause, where the clause goes on behind the number, or where a clause before it says who acts or
what the matter is, the question would be about something else, and none is made.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from assistant.quiz.words import acts_first, listed, telling
from index.vocabulary import is_topic

if TYPE_CHECKING:
    from assistant.quiz.voices import Voice
    from corpus.model import Figure

__all__ = ["part_stands", "stands_alone"]

_SPACES = re.compile(r"\s")
_PAIRED = re.compile("“[^”]*”|《[^》]*》|\\([^()]*\\)")
_NUMERAL = re.compile(
    r"^(?:[一二三四五六七八九十]+是|\([一二三四五六七八九十\d]+\)|[一二三四五六七八九十]+、|\d+[.、])"
)
_HEADING = re.compile(r"[。!?\n]")
_OPENING = re.compile(
    r"(?:截至|截止|自|从)?(?:\d{4}年|今年|全年|一年来|过去一年|目前|年内|本年度|报告期内)[^,;。]{0,8}"
    r"|[^,;。]{2,10}方面"
)
_DATED = re.compile(r"^(?:\d{4}年(?:度)?|今年|全年|一年来|年内)(?:以来|底|末|来)?")
_OF_WHICH = "其中"
_MATTER = 4
"""A topic of so many characters names the matter by itself (出庭应诉)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Place:
    """Where a number stands in its sentence (句中位置); all texts folded, without spaces."""

    left: str
    """The words of its clause in front of it."""
    right: str
    """The words of its clause behind it."""
    stretch: tuple[str, ...]
    """The clauses before it, back to the last semicolon."""
    earlier: tuple[str, ...]
    """The clauses before that semicolon."""
    row: bool
    """Another number of its clause stands before it (办理建议179件、提案135件)."""
    followed: bool
    """Another number of its clause stands behind it."""
    tail: str
    """What its clause still says behind the last number."""


def stands_alone(voice: Voice, figure: Figure, before: str, after: str) -> bool:
    """Whether `before`, the number and `after` say all that the sentence says of the number."""
    place = _place_of(voice, figure)
    if not _is_whole(voice, place, before, after):
        return False
    if not _is_its_own(voice, place, before + after):
        return False
    return _leans_on_nothing(voice, place, before, after)


def part_stands(voice: Voice, figure: Figure, before: str, after: str) -> bool:
    """Whether `before` is all that is said of a part (其中), its whole being told besides."""
    place = _place_of(voice, figure)
    if after or place.right if not place.row and not place.followed else place.tail:
        return False
    own = _own_words(place) if place.row else place.left
    return _plain(own.removeprefix(_OF_WHICH), voice) == _plain(before, voice)


def without_scope(text: str, voice: Voice) -> str:
    """A clause without its numeral, its time and the names of the reporter in front."""
    names = (
        *(voice.who, voice.place, *listed("standing", "own_scope")),
        *(*listed("asking", "dropped_front"), *listed("asking", "urging")),
    )
    changed = True
    while changed:
        start = text
        text = _DATED.sub("", _NUMERAL.sub("", text))
        for name in names:
            kept = text.startswith(listed("asking", "kept_fronts"))
            if text.startswith(name) and len(text) > len(name) and not kept:
                text = text[len(name) :]
        changed = text != start
    return text


def _place_of(voice: Voice, figure: Figure) -> _Place:
    sentence = voice.report.sentences[figure.sentence].span
    text = voice.folded[sentence.start : sentence.end]
    bare = _PAIRED.sub(lambda found: "□" * len(found.group()), text)
    number = figure.quantity.span
    at, end = number.start - sentence.start, number.end - sentence.start
    start = max(bare.rfind(mark, 0, at) for mark in ",;:。!?\n") + 1
    stop = min(
        (place for mark in ",;:。!?\n" if (place := bare.find(mark, end)) >= 0), default=len(text)
    )
    others = [
        other.quantity.span
        for other in voice.report.figures
        if other.sentence == figure.sentence and other.quantity.span != number
    ]
    inside = [
        one
        for one in others
        if start <= one.start - sentence.start and one.end - sentence.start <= stop
    ]
    head = _HEADING.split(text[:start])[-1]
    earlier, _, stretch = head.rpartition(";")
    last = max([number.end, *(one.end for one in inside)]) - sentence.start
    return _Place(
        left=_tight(text[start:at]),
        right=_tight(text[end:stop]),
        stretch=_clauses(stretch),
        earlier=_clauses(earlier),
        row=any(one.start < number.start for one in inside),
        followed=any(one.start > number.start for one in inside),
        tail=_tight(text[last:stop]),
    )


def _tight(text: str) -> str:
    return _SPACES.sub("", text)


def _clauses(text: str) -> tuple[str, ...]:
    bare = _PAIRED.sub(lambda found: "□" * len(found.group()), text)
    cuts = [0, *(place + 1 for place, char in enumerate(bare) if char in ",:;"), len(text) + 1]
    found = (_tight(text[a : b - 1]) for a, b in pairwise(cuts))
    return tuple(one for one in found if one)


def _is_whole(voice: Voice, place: _Place, before: str, after: str) -> bool:
    """Whether no word of the clause is lost (与县级部门开展联合执法, 由省厅公开发布)."""
    if not place.row and not place.followed:
        return place.right == after and _plain(place.left, voice) == _plain(before, voice)
    if place.tail or after:  # what follows the last number of a row is said of all
        return False
    if not place.row:
        return _plain(place.left, voice) == _plain(before, voice)
    # A later member of a row brings the verb of the first along.
    own = _own_words(place)
    verb = before.removesuffix(own)
    return bool(own) and acts_first(verb) and _plain(place.left, voice).startswith(verb)


def _own_words(place: _Place) -> str:
    """What stands between a number and the one before it in its row."""
    return re.split(r"\d", place.left.rpartition("、")[2])[-1].lstrip("和及与")


def _plain(words: str, voice: Voice) -> str:
    """A phrase without what may be left out of it in front and at its end."""
    words = without_scope(words, voice)
    changed = True
    while changed:
        start = words
        for word in listed("asking", "dropped_back"):
            if words.endswith(word) and not words.endswith(listed("asking", "kept_ends")):
                words = words[: -len(word)]
        changed = words != start
    return words


def _is_its_own(voice: Voice, place: _Place, phrase: str) -> bool:
    """Whether the reporter itself acts or has: no figure of a whole province for its department."""
    said = (*place.earlier, *place.stretch, place.left)
    if any(word in clause for clause in said for word in listed("standing", "wider")):
        return False
    if voice.department:
        if any(word in clause for clause in said for word in listed("standing", "whole_place")):
            return False
        return not _is_another(phrase)
    return not phrase.startswith(listed("standing", "people"))


def _is_another(phrase: str) -> bool:
    """Whether the first words of a phrase name another organ than the one that reports."""
    return not acts_first(phrase) and not phrase.startswith(listed("standing", "own"))


@cache
def _any_act() -> re.Pattern[str]:
    return re.compile("|".join(word for word in listed("standing", "acts") if len(word) > 1))


def _before_act(phrase: str) -> str:
    """Who acts in a phrase; all of it where no act stands in it."""
    found = _any_act().search(phrase, 1)
    return phrase[: found.start()] if found else phrase


def _leans_on_nothing(voice: Voice, place: _Place, before: str, after: str) -> bool:
    """Whether the clauses in front leave the number alone."""
    stretch = [without_scope(one, voice) for one in place.stretch if not _opens(one)]
    earlier = [without_scope(one, voice) for one in place.earlier if not _opens(one)]
    if any(_sets_matter(one) for one in stretch):
        return False
    acts = acts_first(before or after)
    if acts and any(_names_actor(one) for one in (*earlier[:1], *stretch)):
        return False
    if not stretch:
        return bool(before) or not earlier
    if acts:
        return before.startswith(listed("standing", "free")) and _says_what(before)
    return any(matter in before for matter in listed("standing", "matters")) or any(
        len(word) >= _MATTER and is_topic(word) for word in telling(before)
    )


def _opens(clause: str) -> bool:
    return _OPENING.fullmatch(_NUMERAL.sub("", clause)) is not None


def _sets_matter(clause: str) -> bool:
    """Whether a clause says what the next ones are about (起草《办法》, 立案案件中)."""
    return clause.endswith(listed("standing", "sets_end")) or any(
        word in clause for word in listed("standing", "sets")
    )


def _names_actor(clause: str) -> bool:
    """Whether a clause begins with somebody who goes on acting in the next."""
    if acts_first(clause):
        return False
    who = _before_act(clause)
    keys = ("organs", "people", "persons")
    return any(word in who for key in keys for word in listed("standing", key))


def _says_what(before: str) -> bool:
    """Whether what is done to is named by more than a word for anything."""
    verb = next(word for word in listed("standing", "free") if before.startswith(word))
    bare = (*listed("asking", "bare"), *listed("standing", "acts"))
    said = [word for word in telling(before[len(verb) :]) if word not in bare]
    return sum(map(len, said)) >= _MATTER
