"""Checks that a question is about the reporter's own fact, told whole, by code of its own.

The clause of a number is cut here, by the marks around it; what stands in it and not in the
question is lost, and what stands before it may name somebody else.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from assistant.quiz.model import QuizItem
    from corpus.model import Report

__all__ = ["incomplete", "likeness_of_keys"]

_WHOLE_PLACE = re.compile("[全我本][省市县区州旗镇乡]|各(?:市|县|区)")
_OWN_NAME = re.compile(r"(?:我|本)(?:局|厅|委|办)(?![理事])")
_LACK = re.compile("[不弱缺未欠难低慢少紧薄]|待|滞后|差距|单一|仍|尚|偏|问题|困难|短板|老化|瓶颈")
_UNDONE = re.compile(r"\d月\d|(?:中|时点|时|期间)$|^(?:在|我)")
_MARKS = ",;:。!?"
_FREE = re.compile(
    r"^(?:[一二三四五六七八九十]+是|\([一二三四五六七八九十\d]+\)|[一二三四五六七八九十]+、|\d+[.、]"
    r"|其中|全年|今年以来|今年|年内|一年来|累计|共计|共|已|并|先后|同时|另|还|积极|持续|及时|切实"
    r"|扎实|深入|认真|大力|目前|当年|年底前|年底|力争|确保|推动|实现|争取|保持|使|截至|全街道|我街道"
    r"|\d{4}年(?:度|底|末|以来)?|[全我本][省市县区州旗镇乡局厅委办]|全系统|[年月]来)"
)
_LINKS = re.compile("(?:全年共|累计|共计|总计|一共|共|达到|达|为|是|至|均|全年)+$")
_PAIRED = re.compile(r"“[^”]*”|《[^》]*》|\([^()]*\)")
_UNIT = 4
"""A unit has up to so many characters."""


def incomplete(item: QuizItem, report: Report) -> list[str]:
    """What of a fact is not the question's, or of the question not the fact's."""
    found = [*_by_another(item, report), *_wrongly_listed(item), *_unlike_things(item)]
    # What a model worded is held against the rules' own question by its gate.
    if item.number is not None and item.difficulty != "arithmetic" and not item.worded_by:
        found += _lost(item)
    return found


def likeness_of_keys(items: Iterable[QuizItem]) -> tuple[float, int]:
    """How often the option most like the other three is the right one, and of how many choices."""
    hits, count = 0.0, 0
    for item in items:
        likeness = [
            sum(_like(option, other) for other in item.options if other != option)
            for option in item.options
        ]
        best = [place for place, one in enumerate(likeness) if one == max(likeness)]
        hits += (item.right[0] in best) / len(best)
        count += 1
    return hits / max(count, 1), count


def _like(one: str, other: str) -> int:
    """Characters in the same place, and, less so, characters in common."""
    same = sum(a == b for a, b in zip(one, other, strict=False))
    return 10 * same + sum((Counter(one) & Counter(other)).values())


def _letters(text: str) -> str:
    return "".join(unicodedata.normalize("NFKC", text).split())


def _by_another(item: QuizItem, report: Report) -> list[str]:
    """A department is not asked for its whole place, nor a place for a department's own."""
    about = report.metadata
    if about.organ is None and about.title is None and _OWN_NAME.search(report.text):
        return ["the report is an office's, which is not known"]
    if about.organ is None or not _letters(about.organ.value).endswith(("局", "厅", "委员会")):
        return []
    if item.number is None and item.kind != "order":
        return []
    for quote in (_letters(one.quote) for one in item.citations):
        told = item.number.written if item.number else ""
        if item.difficulty == "arithmetic":
            told = re.split("[÷-]", item.explanation)[0]
        at = quote.find(_letters(told)) if told else -1
        if _WHOLE_PLACE.search(quote[:at] if at >= 0 else quote):
            return [f"of the whole place: {quote}"]
    return []


def _wrongly_listed(item: QuizItem) -> list[str]:
    """Plans are no shortcomings, and neither are half sentences measures."""
    if not item.points:
        return []
    if re.search("不足|指出了哪些问题", item.stem):
        return [f"no shortcoming: {one}" for one in item.points if not _LACK.search(one)]
    if "打算" in item.stem:
        return [f"a shortcoming: {one}" for one in item.points if re.search("不够|薄弱", one)]
    return [f"no measure: {one}" for one in item.points if _UNDONE.search(one)]


def _lost(item: QuizItem) -> list[str]:
    """Words of the number's clause that the question does not hold."""
    assert item.number is not None
    quote = _letters(item.citations[0].quote)
    written = _letters(item.number.written)
    faults = []
    for found in re.finditer(r"(?<![\d.])" + re.escape(written), quote):
        left, right, before = _clause(quote, found.start(), found.end())
        fault = _lost_at(item, left, right, written) or _leaning(before)
        if not fault:
            return []
        faults.append(fault)
    return faults[:1]


def _clause(quote: str, start: int, end: int) -> tuple[str, str, str]:
    """What stands around a number up to the marks, and the clause before."""
    bare = _PAIRED.sub(lambda found: "□" * len(found.group()), quote)
    first = max(bare.rfind(mark, 0, start) for mark in _MARKS) + 1
    last = min((at for mark in _MARKS if (at := bare.find(mark, end)) >= 0), default=len(quote))
    head = bare[: max(first - 1, 0)]
    cut = max(head.rfind(mark) for mark in _MARKS) + 1
    before = quote[cut : first - 1] if first and bare[first - 1] == "," else ""
    return quote[first:start], quote[end:last], before


def _lost_at(item: QuizItem, left: str, right: str, written: str) -> str:
    """What of a clause is lost; of a row only the member is told, and nothing may follow it."""
    told = _letters(item.explanation)
    if re.search(r"\d[^\d]{0,4}[、和及与]", left) or re.match(r"[、和及与][^\d]*\d", right):
        if len(re.split(r"\d[余多万亿]*", right)[-1]) > _UNIT:
            return f"said of the whole row: {right}"
        own = re.split(r"\d[余多近约万亿]*[^\d、和及与]{0,3}[、和及与]", left)[-1]
        left, right = own, ""
    left = _bare(left, item)
    if len(right) == 1:
        return f"the unit is cut: {written}{right}"
    if left and left not in told:
        return f"lost in front: {left}"
    if right and right not in told:
        return f"lost behind: {right}"
    return ""


def _bare(left: str, item: QuizItem) -> str:
    changed = True
    while changed:
        start = left
        left = _LINKS.sub("", _FREE.sub("", left.removeprefix(item.place)))
        left = re.sub("今年以来|今年|全年|本年度", "", left)
        changed = left != start
    return left


def _leaning(before: str) -> str:
    """案件中,… and 起草《办法》,… say what the next clause is about."""
    leans = (before.endswith("中") and len(before) > 1) or "起草" in before
    return f"leans on: {before}" if leans else ""


def _unlike_things(item: QuizItem) -> list[str]:
    """Only things of one kind, told at one scale, are put in order or taken from each other."""
    stem = _letters(item.stem)
    if item.kind == "order" and "下列各项" in stem:
        labels = [_letters(one) for one in item.options]
        alike = "中,下列各项" in stem or all(_of_a_kind(a, b) for a, b in pairwise(labels))
        return [] if alike else [f"of different kinds: {labels}"]
    working = _letters(item.explanation).partition("=")[0]
    if item.difficulty != "arithmetic" or "-" not in working:
        return []
    left, right = working.split("-")[:2]
    found = []
    if any((scale in left) != (scale in right) for scale in "万亿"):
        found.append("of different precision")
    asked = re.search(r"(?P<one>[^,]+)比(?P<other>[^,]+)多多少", stem)
    if asked and "中," not in stem and not _of_a_kind(asked["one"], asked["other"]):
        found.append("of different kinds")
    return found


def _of_a_kind(one: str, other: str) -> bool:
    """Whether two labels end in the same word."""
    return one[-2:] == other[-2:]
