"""Names of administrative places (地名): the one a report is about, and those a text mentions."""

from __future__ import annotations

import re
from collections import Counter

from corpus.model import Fact, Span
from corpus.words import words_of

_LEVELS = r"特别行政区|自治区|自治州|自治县|自治旗|新区|开发区|高新区|街道|地区|省|市|州|盟|县|区|旗|镇|乡"
_STEP = re.compile(rf"[\u4e00-\u9fff]{{1,9}}?(?:{_LEVELS})")
_NOISE = re.compile(
    r"^(?:中国共产党|中共|关于|共青团|在|向|和|与|及|现将|对|全面|来源|发布机构|由|是|的|为|从|将|到|等|把|推动|推进)+"
)


def short_form(place: str) -> str:
    """The name without its level: 安居 of 安居区, 广西 of 广西壮族自治区; two characters at least."""
    for full in words_of("provinces"):
        if place == full:
            bare = re.sub(r"(?:特别行政区|(?:壮族|回族|维吾尔)?自治区|省|市)$", "", place)
            return bare or place
    bare = re.sub(rf"(?:[\u4e00-\u9fff]族)*(?:{_LEVELS})$", "", place)
    return bare if len(bare) >= 2 else place


def steps_of(place: str) -> tuple[str, ...]:
    """The levels of a place from the top: 遂宁市安居区 is 遂宁市 and 安居区."""
    steps, position = [], 0
    while found := _STEP.match(place, position):
        end = found.end()
        longer = re.match(rf"(?:{_LEVELS})", place[end:])
        if longer and len(found.group()) <= 2:
            end += longer.end()
        steps.append(place[position:end])
        position = end
    return tuple(steps) if position == len(place) and steps else (place,)


def places_at_start(text: str) -> str:
    """The administrative name that a text begins with, as full as it is written."""
    for full in words_of("provinces"):
        if text.startswith(full):
            rest = places_at_start(text[len(full) :])
            return full + rest
    found = _STEP.match(text)
    if not found or not _is_name(found.group()):
        return ""
    return found.group() + places_at_start(text[found.end() :])


def _is_name(step: str) -> bool:
    bare = re.sub(rf"(?:{_LEVELS})$", "", step)
    if re.search(r"政府|人民|关于|委员|领导|情况|工作|管理|[的和与在对]", bare):
        return False
    return len(bare) >= 1 and step not in words_of("not_places") and bare not in words_of("not_places")


def place_in(text: str, folded: str, facts: list[Fact], front: list[Span]) -> Fact | None:
    """The place that title or signature name; else a province named by its short form."""
    named: Counter[str] = Counter()
    where: dict[str, Span] = {}
    for fact in facts:
        for part in re.split(r"[\s、]+", fact.value):
            cleaned = _NOISE.sub("", part)
            cleaned = re.sub(r"^(?:20\d\d年?度?)", "", cleaned)
            if place := places_at_start(cleaned):
                named[place] += 1
                at = folded.find(place, fact.span.start)
                where.setdefault(place, Span(at, at + len(place)) if at >= 0 else fact.span)
    if named:
        best = max(named, key=lambda place: (len(steps_of(place)), named[place]))
        return Fact(value=best, span=where[best])
    return _province_by_short_form(folded, facts, front)


def _province_by_short_form(folded: str, facts: list[Fact], front: list[Span]) -> Fact | None:
    spans = [fact.span for fact in facts] + front
    for span in spans:
        for full in words_of("provinces"):
            at = folded.find(short_form(full), span.start, span.end)
            if at >= 0:
                return Fact(value=full, span=Span(at, at + len(short_form(full))))
    return None
