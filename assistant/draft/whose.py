"""Whether a draft lays what a report counts at another's door (张冠李戴): another office or place.

A number is of whom its sentence names, else of the office whose report it is. A government's
report tells the numbers of all its offices, and of its own.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from assistant.draft.doers import Named, Office, is_same, offices_in, stands_for
from assistant.draft.words import act_words_in, listed
from corpus.places import short_form, steps_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from assistant.draft.model import Claim
    from assistant.evidence.reading import Reading
    from corpus.model import Span

__all__ = ["helps_others", "whose_else", "whose_sentence"]

_GOVERNMENTS = re.compile(
    "政府|管委会|管理委员会|街道|依法治|[镇乡]$|党工委|委办公室|县委|市委|区委"
)
_LAW = "司法行政"
"""The office that works for the government in what such reports tell."""
_PUBLIC = "政府"
_GIVEN = re.compile(
    "(?:向|给|对|至|到)(?P<who>[\u4e00-\u9fff]{2,3}(?:[县区旗镇乡村]|街道)"
    "|[\u4e00-\u9fff]{2,6}?开发区)(?![域级长委政直属情])"
)
_FOR = re.compile(
    "为(?P<who>[\u4e00-\u9fff]{2,8}?)(?=挽回|追回|追讨|讨回|减免|免除|节省|节约|争取|提供|办理|化解|解决)"
)
"""为农民工挽回损失, where the report says 为受援人."""
_ANY = re.compile(
    "[各全我本该相有其几多每两一二三四五六七八九十个市省]|部分|基层|重点|[贫困脱偏远边]|薄弱|示范|民族"
    "|[小社园校库矿景片辖城山灾牧林新地]区$|[农乡]村$|行政村$"
)
"""各县, 贫困村, 老旧小区: no names."""


def whose_else(claim: Claim, reading: Reading, sentence: Span, at: int) -> str:
    """Whose a report's words at a point of a sentence are; empty if they may be the draft's.

    `at` tells where in the report's folded text.
    """
    start = claim.span.start - claim.sentence_at
    said = offices_in(_until(claim.sentence, start))
    given = _given(_stretch(claim.sentence, start), _own_places(claim))
    helped = _FOR.search(claim.sentence) is not None
    if not said.doers and not said.told and not given and not helped:
        return _by_title(claim, reading)
    words = sentence.of(reading.folded)
    segment = _until(words, at - sentence.start, from_last=";")
    true = offices_in(segment)
    if given and not any(short_form(name) in words for name in given):
        other = _given(_stretch(words, at - sentence.start), frozenset())
        return other[0] if other else _organ(reading)
    stretch = _stretch(words, at - sentence.start)
    if others := _for_others(_stretch(claim.sentence, start), stretch):
        return others
    if said.told and true.told and not _meet(said.told, true.told):
        return stretch
    return _other_doer(said, true, reading) if said.doers else _by_title(claim, reading)


def _for_others(said: str, true: str) -> str:
    """For whom a report says something was done, where the draft names some among them only."""
    mine, theirs = _FOR.search(said), _FOR.search(true)
    if mine is None or theirs is None or mine["who"] in true or theirs["who"] in mine["who"]:
        return ""
    return theirs[0] if mine["who"].endswith(listed("persons")) else ""


def helps_others(claim: Claim, true: str) -> bool:
    """Whether a report names whom it helped (为受援人挽回), and a draft another word alone."""
    helped = _FOR.search(true)
    if helped is None or claim.view is None or helped["who"] in claim.sentence:
        return False
    return not any(word in claim.view.own for word in act_words_in(true[helped.end() :]))


def whose_sentence(claim: Claim, reading: Reading, sentence: Span) -> str:
    """The same for a sentence as a whole, of a claim without a number."""
    said = offices_in(_until(claim.sentence, claim.span.start - claim.sentence_at))
    if not said.doers:
        return _by_title(claim, reading)
    if any(_is_of(office, _organ(reading)) for office in said.doers):
        return ""
    words = sentence.of(reading.folded)
    parts = [offices_in(part) for part in re.split("[,;:]", words)]
    true = Named(
        frozenset().union(*(part.doers for part in parts)),
        frozenset().union(*(part.partners for part in parts)),
        frozenset(),
        "、".join(part.words for part in parts if part.words),
    )
    return _other_doer(said, true, reading)


def _by_title(claim: Claim, reading: Reading) -> str:
    """The office whose report it is, where the draft is by its title that of another."""
    organ, offices = _organ(reading), claim.scope.offices
    if not offices or not _is_bureau(organ) or any(_is_of(one, organ) for one in offices):
        return ""
    return organ


def _is_bureau(organ: str) -> bool:
    return bool(organ) and not _GOVERNMENTS.search(organ)


def _other_doer(said: Named, true: Named, reading: Reading) -> str:
    if not said.doers or _meet(said.doers, true.doers | true.partners):
        return ""
    government = all(office.what == _PUBLIC for office in said.doers)
    organ = _organ(reading)
    bureau = _is_bureau(organ)
    if true.doers:
        # What the office of justice does, it does for the government.
        for_it = {office.what for office in (*said.doers, *true.doers)} <= {_LAW, _PUBLIC}
        return "" if for_it or (government and not bureau) else true.words
    if bureau:
        return "" if any(_is_of(office, organ) for office in said.doers) else organ
    unheard = [o for o in said.doers if o.what not in (_LAW, _PUBLIC)]
    if len(unheard) < len(said.doers) or any(stands_for(o, reading.folded) for o in unheard):
        return ""
    return organ


def _meet(some: Iterable[Office], others: Iterable[Office]) -> bool:
    others = tuple(others)
    return any(is_same(one, other) for one in some for other in others)


def _is_of(office: Office, organ: str) -> bool:
    """Whether an office is the one whose report it is."""
    named = offices_in(organ).doers
    if named:
        return _meet((office,), named)
    return stands_for(office, organ)


def _organ(reading: Reading) -> str:
    about = reading.report.metadata
    fact = about.organ or about.title
    return fact.value if fact else ""


def _until(words: str, at: int, *, from_last: str = "") -> str:
    """A sentence to the end of the stretch in which a point stands."""
    start = words.rfind(from_last, 0, at) + 1 if from_last else 0
    stop = re.search("[,;。]", words[at:])
    return words[start : at + stop.start() if stop else len(words)]


def _stretch(words: str, at: int) -> str:
    return re.split("[,;:。]", _until(words, at))[-1]


@lru_cache(maxsize=1 << 12)
def _given(stretch: str, own: frozenset[str]) -> tuple[str, ...]:
    """The parts of a place to which something is given (向某县下放), by their names."""
    found = (match["who"] for match in _GIVEN.finditer(stretch))
    return tuple(name for name in found if not _ANY.search(name) and name not in own)


def _own_places(claim: Claim) -> frozenset[str]:
    return frozenset(
        name
        for place in claim.scope.places or ()
        for step in (place, *steps_of(place))
        for name in (step, short_form(step))
    )
