"""Who speaks in a report whose title names nobody (无题报告): read from its sentences."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache

import rjieba

from corpus.model import Fact, Span
from corpus.places import places_at_start, short_form, steps_of
from corpus.words import words_of

__all__ = ["organ_in_body", "own_level", "place_in_body", "sounds_like_a_name"]

_OPENING = 300
"""Characters at the front of a body in which its own place comes first."""
_AT_ONCE = 30
"""2023年,松陂县坚持…: a name that stands so early is the subject of the first sentence."""
_PART = re.compile(r"[^\s、,。;:()《》〈〉“”]+")
_NOISE = re.compile(
    r"^(?:20\d\d年?度?|今年以?来?|中国共产党|中共|关于|在|向|和|与|及|现将|对|来源|由|是|的|为|从|将|到|等|把|获评|印发|出台|制定)+"
)
_OWN = re.compile("(?:我|[全本](?!县域))(?P<level>省|市|州|县|区|旗|镇|乡)")
_SPEAKER = re.compile(
    r"(?:^|[,。\n]|20\d\d年(?:度|以来)?,?)\s*(?P<who>(?P<level>[省市州县区旗])?(?!我|本|全|上级)[\u4e00-\u9fff]{2,14}?"
    r"(?:局|厅|(?P<commission>委(?:员会)?)))"
    r"(?=的?(?:法治|依法行政)|在|以|认真|深入|遵循|坚持|按|现|学习|全面|严格|紧|围绕|始终|切实|积极|高度|持续|贯彻|落实)"
)
_NO_SPEAKER = re.compile(
    "党委|县委|市委|区委|省委|州委|[的与各及]|政府|[局厅].|(?<![化电游利乡会牧业村源信])和"
)


def place_in_body(folded: str, body: Span) -> Fact | None:
    """The place that a report speaks of as its own.

    我市 or 市教育局 say of what level it is; of that level it is the name that stands there most.
    """
    opening = Span(body.start, min(body.end, body.start + _OPENING))
    if street := _street_in(folded, opening):
        return street
    found = _named_in_body(folded, body, opening)
    if found is None or not found.value.startswith(_PRAISED):
        return found
    start = found.span.start + len(_PRAISED)
    return Fact(value=found.value.removeprefix(_PRAISED), span=Span(start, found.span.end))


_PRAISED = "法治"
"""法治巴州建设: the place is 巴州."""
_STREET = re.compile(
    r"(?:^|[,。\n])(?P<street>[\u4e00-\u9fff]{2,6}街道)(?:党工委、)?办事处"
    r"(?=坚持|以|在|认真|深入|全面|紧|围绕|始终|切实|高度|持续|贯彻|严格|积极)"
)


def _street_in(folded: str, opening: Span) -> Fact | None:
    """The street whose office is the subject of the first sentences (柘桥街道办事处坚持以…)."""
    found = _STREET.search(folded, opening.start, opening.end)
    if found is None or not sounds_like_a_name(found["street"]):
        return None
    before = Span(opening.start, found.start("street"))
    above = next((f.value for f in _names_in(folded, before) if f.value[-1] in "区县市"), "")
    return Fact(value=above + found["street"], span=Span(*found.span("street")))


def _named_in_body(folded: str, body: Span, opening: Span) -> Fact | None:
    first = next(
        (f for f in _names_in(folded, opening) if f.span.start - body.start <= _AT_ONCE), None
    )
    if first and folded[first.span.start - 1 : first.span.start] != "《":
        return first
    level = own_level(folded, body)
    named = [fact for fact in _names_in(folded, body) if fact.value[-1] == level]
    named = named or (_by_short_form(folded, body, level) if level in ("省", "市", "区") else [])
    named = named or _names_in(folded, opening)
    if not named:
        return None
    counted = Counter(place.value for place in named)
    return max(named, key=lambda place: (counted[place.value], -place.span.start))


def organ_in_body(folded: str, body: Span, place: Fact | None) -> Fact | None:
    """The department that is the subject of the first sentence (2024年,市教育局遵循…)."""
    found = _speaker(folded, body)
    if found is None or place is None:
        return None
    who = found["who"]
    span = Span(body.start + found.start("who"), body.start + found.end("who"))
    if places_at_start(who):
        return Fact(value=who, span=span)
    return Fact(value=place.value + who.removeprefix(found["level"] or ""), span=span)


def _speaker(folded: str, body: Span) -> re.Match[str] | None:
    opening = folded[body.start : min(body.end, body.start + _OPENING)]
    for found in _SPEAKER.finditer(opening):
        if _NO_SPEAKER.search(found["who"]):
            continue
        bare = found["who"].removeprefix(found["level"] or "").removesuffix("员会")
        if not found["commission"] or bare[:-1] in words_of("commissions"):
            return found
    return None


def own_level(folded: str, body: Span) -> str:
    """The level of the place whose report it is; empty if nothing tells it."""
    opening = Span(body.start, min(body.end, body.start + _OPENING))
    speaker = _speaker(folded, body)
    if speaker and speaker["level"]:
        return speaker["level"]
    for stretch in (opening, body):
        levels = Counter(found["level"] for found in _OWN.finditer(stretch.of(folded)))
        if levels:
            return levels.most_common(1)[0][0]
    return ""


def _names_in(folded: str, span: Span) -> list[Fact]:
    """The names with which the parts of a stretch begin, without what only ends like one."""
    found = []
    for part in _PART.finditer(span.of(folded)):
        bare = _NOISE.sub("", part[0])
        place = places_at_start(bare)
        while place and not sounds_like_a_name(place):
            place = place[: _last_step(place)]
        if place:
            start = span.start + part.end() - len(bare)
            found.append(Fact(value=place, span=Span(start, start + len(place))))
    return found


def _last_step(place: str) -> int:
    """Where the last level of a name begins: 3 in 古镛镇按省市."""
    return len(place) - len(steps_of(place)[-1])


@cache
def sounds_like_a_name(place: str) -> bool:
    """Whether no verb or preposition stands in it: 主持召开全面依法治县 is nobody's name."""
    last = place[_last_step(place) :]
    bare = short_form(last)
    if bare in words_of("prefectures") or last in words_of("provinces"):
        return True
    if re.search(
        "委|依法治|全国|[局厅我把]|党组|^[跟省市县区州全各按由经被让我仍居在]", bare
    ) or bare.startswith(words_of("clause_openers")):
        return False
    tokens = rjieba.tag(bare)
    return not any(
        tag in _NO_NAME_TAGS and (len(word) > 1 or (at == 0 and len(tokens) > 1))
        for at, (word, tag) in enumerate(tokens)
        if rjieba.has_word(word)
    )


_NO_NAME_TAGS = frozenset(("v", "vd", "p", "c", "d", "r", "ad", "u", "z"))


def _by_short_form(folded: str, body: Span, level: str) -> list[Fact]:
    """Provinces and prefectures by their bare names (法治福州)."""
    text = body.of(folded)
    names = {short_form(full): full for full in words_of("provinces")}
    if level == "市":
        names = {bare: f"{bare}市" for bare in words_of("prefectures") if bare[-1] not in "州盟市"}
        names |= {f"{bare}": f"{bare}市" for bare in words_of("prefectures") if bare[-1] == "州"}
        names |= {short_form(full): full for full in words_of("provinces") if full[-1] == "市"}
    return [
        Fact(value=full, span=Span(body.start + found.start(), body.start + found.end()))
        for bare, full in names.items()
        if full[-1] in ("市" if level == "市" else "省区")
        for found in re.finditer(re.escape(bare), text)
    ]
