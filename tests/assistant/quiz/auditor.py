"""Checks of a question against the report's bare text, by code of its own.

Nothing of the maker is used: numbers are read here by a few patterns, sentences are cut here, and
whether a wrong answer might be right is judged by the letters it shares with the question. That
a fact is the reporter's own and told whole is checked in `tests.assistant.quiz.wholeness`.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import replace
from decimal import Decimal
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

import cn2an  # type: ignore[import-untyped]

from tests.assistant.quiz.wholeness import incomplete

if TYPE_CHECKING:
    from assistant.quiz.model import QuizItem
    from corpus.model import Report

__all__ = ["faults", "letters"]

_NUMBER = re.compile(
    r"(?P<digits>\d+(?:,\d{3})*(?:\.\d+)?)|百分之(?P<share>[零一二三四五六七八九十百点]+)"
    r"|(?P<han>[一二两三四五六七八九十百千零]+)"
)
_SCALE = {
    "万": 10**4,
    "亿": 10**8,
    "千": 10**3,
    "百": 10**2,
    "万亿": 10**12,
    "百万": 10**6,
    "千万": 10**7,
}
_SHARED = 0.7
_PAIRS = (3, 4)
_HEDGED = "余多近约超逾突破上左右不低高于"


def faults(item: QuizItem, report: Report) -> list[str]:
    """What is wrong with a question; nothing if all is well."""
    stem, explanation = letters(item.stem), letters(item.explanation)
    options = tuple(map(letters, item.options))
    item = replace(item, stem=stem, explanation=explanation, options=options)
    found = [*_cited(item, report), *_placed(item, report), *_given_away(item)]
    found += incomplete(item, report)
    check = {
        "choice": _choice, "true_false": _judged, "fill": _stands, "short": _short,
        "order": _ordered, "match": _matched,
    }[item.kind.value]  # fmt: skip
    return [*found, *check(item, report)]


def letters(text: str) -> str:
    """A text without blanks and with narrow marks, as the eye reads it."""
    return "".join(unicodedata.normalize("NFKC", text).split())


def _cited(item: QuizItem, report: Report) -> list[str]:
    bad = [
        one.quote
        for one in item.citations
        if one.report_id == report.id and report.text[one.span.start : one.span.end] != one.quote
    ]
    return [f"cited words do not stand there: {quote}" for quote in bad]


def _placed(item: QuizItem, report: Report) -> list[str]:
    place = report.metadata.place
    found = []
    if place is None or letters(place.value) not in item.stem:
        found.append("no place in the stem")
    years = {int(year) for year in re.findall(r"(\d{4})年", item.stem)}
    if report.metadata.year is None or not years & {report.metadata.year, report.metadata.year + 1}:
        found.append("no year in the stem")
    return found


def _bare(item: QuizItem) -> str:
    """The stem without its years and places."""
    return re.sub(r"\d{4}年", " ", item.stem).replace(item.place, " ")


def _given_away(item: QuizItem) -> list[str]:
    stem = _bare(item)
    found = []
    if item.number is not None:
        right = _only_number(item.number.written)
        judged_true = item.kind.value == "true_false" and item.right == (0,)
        if not judged_true and right in re.findall(r"\d+(?:\.\d+)?", stem):
            found.append("the stem holds the number")
        if not judged_true and item.number.written in stem:
            found.append("the stem holds the answer")
    if item.kind.value == "choice" and any(option in stem for option in item.options):
        found.append("the stem holds an option")
    if any(letters(point) in stem for point in item.points):
        found.append("the stem holds a point")
    return found


def _only_number(written: str) -> str:
    found = _NUMBER.search(written)
    return found.group() if found else written


def _quotes(item: QuizItem) -> str:
    return "\n".join(letters(one.quote) for one in item.citations)


def _stands(item: QuizItem, _report: Report) -> list[str]:
    assert item.number is not None
    written = letters(item.number.written)
    return [] if _has_number(_quotes(item), written) else [f"{written} is not in what is cited"]


def _has_number(text: str, written: str) -> bool:
    """Whether a number stands in a text, not as a part of a longer one."""
    edge = r"(?<![\d.])" if written[0].isdigit() else r"(?<![一二三四五六七八九十百])"
    return re.search(edge + re.escape(written), text) is not None


def _choice(item: QuizItem, report: Report) -> list[str]:
    assert item.number is not None
    found = _stands(item, report)
    if len(set(item.options)) != len(item.options) or len(item.options) != 4:
        found.append("options are not four different ones")
    if letters(item.options[item.right[0]]) != letters(item.number.written):
        found.append("the key is not the number")
    for place, option in enumerate(item.options):
        if place != item.right[0]:
            found += _might_be_true(item, report, option)
    return found


def _might_be_true(item: QuizItem, report: Report, option: str) -> list[str]:
    assert item.number is not None
    if _value(option) == _value(item.number.written):
        return [f"{option} is the right number"]
    if _has_number(_quotes(item), option):
        return [f"{option} stands in the cited sentence"]
    if _unit(option) != _unit(item.number.written):
        return [f"{option} has another unit"]
    if _implied(option, item.number.written):
        return [f"{option} follows from {item.number.written}"]
    asked = _pairs(re.sub(r"多少|____|判断对错", "", _bare(item)).replace(option, ""))
    for clause, near in _clauses(report.text):
        if option not in clause or not _has_number(clause, option):
            continue
        if len(asked & _pairs(near)) >= _SHARED * len(asked):
            return [f"{option} may be true: {near}"]
    return []


@cache
def _clauses(text: str) -> list[tuple[str, str]]:
    """Every clause of a text, and with it the end of the one before."""
    clauses = re.split(r"[。;;,\n]", letters(text))
    return [
        (clause, re.split(r"\d", before)[-1] + clause)
        for before, clause in pairwise(["", *clauses])
    ]


def _implied(option: str, right: str) -> bool:
    """超过2600家 is 超过2500家, too; 30余件 may be 32件."""
    low, high = sorted((_value(option), _value(right)))
    if re.search("超|逾|突破|以上|不少于|不低于|至少|高于|跨", right):
        return _value(option) < _value(right)
    if re.search("以内|以下|不超过|不高于|低于", right):
        return _value(option) > _value(right)
    if any(sign in right for sign in "余多近约") or "左右" in right:
        return high - low < low * Decimal("0.08")
    return False


def _judged(item: QuizItem, report: Report) -> list[str]:
    assert item.number is not None
    found = _stands(item, report)
    true = letters(item.number.written) in item.stem
    if true != (item.right == (0,)):
        found.append("the verdict does not fit the statement")
    if not true:
        said = _numbers_like(item.stem, item.number.written)
        if not said:
            found.append("no number is stated")
        found += [fault for one in said for fault in _might_be_true(item, report, one)]
    return found


def _numbers_like(stem: str, written: str) -> list[str]:
    """Numbers of a stem in the very writing of another."""
    shape = re.escape(written).replace(re.escape(_only_number(written)), "(?:NUMBER)")
    pattern = shape.replace("NUMBER", r"\d+(?:,\d{3})*(?:\.\d+)?|[一二两三四五六七八九十百千零点]+")
    bare = re.sub("“[^”]*”", "", stem)
    return [one.group() for one in re.finditer(r"(?<![\d.])" + pattern, bare)]


def _short(item: QuizItem, report: Report) -> list[str]:
    if item.points:
        return [f"{p} is not cited" for p in item.points if letters(p) not in _quotes(item)]
    if item.difficulty.value != "arithmetic":
        return _stands(item, report)
    working = re.fullmatch(r"([^÷=-]+)([÷-])([^÷=-]+)=([^=]+)。", item.explanation)
    if working is None:
        return ["no working is shown"]
    left, sign, right, result = working.groups()
    found = [f"{one} is not cited" for one in (left, right) if not _has_number(_quotes(item), one)]
    a, b = _value(left), _value(right)
    due = round(a / b * 100, 1) if sign == "÷" else a - b
    if abs(_value(result) - due) > Decimal("0.051"):
        found.append(f"{result} is not {due}")
    if result != item.answer:
        found.append("the answer is not the result")
    return found


def _ordered(item: QuizItem, _report: Report) -> list[str]:
    terms = item.explanation.strip("。").split(">")
    labels = [item.options[place] for place in item.right]
    if sorted(item.right) != list(range(len(item.options))) or len(terms) != len(labels):
        return ["the order is not one of the options"]
    numbers = []
    found = []
    for term, label, cited in zip(terms, labels, _each(item, len(labels)), strict=True):
        written = term.removeprefix(label)
        numbers.append(_value(written))
        if not any(_has_number(letters(one), written) for one in cited):
            found.append(f"{term} is not cited")
    if any(one <= other for one, other in pairwise(numbers)):
        found.append("the order is wrong")
    return found


def _each(item: QuizItem, count: int) -> list[list[str]]:
    """The sentences cited for each; one sentence may hold several."""
    quotes = [one.quote for one in item.citations]
    return [[quote] for quote in quotes] if len(quotes) == count else [quotes] * count


def _matched(item: QuizItem, _report: Report) -> list[str]:
    found = []
    if sorted(item.right) != list(range(len(item.matches))) or len(set(item.matches)) not in (3, 4):
        found.append("not three or four pairs")
    for place, word in enumerate(item.options):
        hint = item.matches[item.right[place]]
        if letters(hint.replace("____", word)) not in _quotes(item):
            found.append(f"{word} is not told so")
        if word in hint:
            found.append(f"{word} stands in its own match")
        others = [hint for at, hint in enumerate(item.matches) if at != item.right[place]]
        if any(word in other for other in others):
            found.append(f"{word} stands in another's match")
    return found


def _value(written: str) -> Decimal:
    found = _NUMBER.search(letters(written))
    assert found is not None, written
    if found["digits"]:
        value = Decimal(found["digits"].replace(",", ""))
    else:
        value = Decimal(
            str(cn2an.cn2an((found["share"] or found["han"]).replace("两", "二"), "smart"))
        )
    behind = letters(written)[found.end() :].lstrip(_HEDGED)
    for scale in sorted(_SCALE, key=len, reverse=True):
        if behind.startswith(scale):
            return value * _SCALE[scale]
    return value


def _unit(written: str) -> str:
    found = _NUMBER.search(written)
    assert found is not None
    return written[found.end() :]


def _pairs(text: str) -> set[str]:
    plain = re.sub(r"[\W\d]", "", letters(text))
    return {a + b for a, b in pairwise(plain)}
