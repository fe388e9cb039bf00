"""Rows of nouns in a question (并列): 省级、市级中心, and the measures that end in 率 or 额."""

from __future__ import annotations

import re

from assistant.question.forms import form
from assistant.question.lexicon import table

__all__ = ["measures_end", "nouns_of", "row_alone", "row_of_measures"]


def nouns_of(text: str) -> list[str]:
    """The nouns of a row; 一、二、三产 are 一产, 二产, 三产, and 省级、市级中心 are two 中心."""
    for short, full in table("question")["compounds"].items():
        text = text.replace(short, full)
    nouns = [
        noun.removeprefix("其中").strip(" 的")
        for noun in re.split(r"、|和|与|以及|及(?!其)|,|跟|加上", text)
    ]
    nouns = [noun for noun in nouns if noun]
    if len(nouns) < _ROW:
        return nouns
    last = nouns[-1]
    ended = [_with_shared_end(noun, last) for noun in nouns]
    tail = _CHANGE_TAIL.search(last) if "、" in text else None
    if tail is None or not tail.start():
        return ended
    return [noun if noun[-1] in _RATES else noun + tail.group() for noun in ended]


_ROW = 2


def _with_shared_end(noun: str, last: str) -> str:
    """创建的省级 beside 市级示范中心 is 创建的省级示范中心; a year before it is no part of it."""
    if lead := _YEAR.match(noun):
        return lead.group() + _with_shared_end(noun[lead.end() :], last)
    level, shared = _LEVEL.search(noun), _LEVEL.match(last)
    if level and level.end() == len(noun) and shared:
        return noun + last[shared.end() :]
    if _shares_end(noun, last):
        return noun + last[len(noun) :]
    at = last.find(noun[-_ROW:]) if len(noun) > _ROW else -1
    goes_on = at > 0 and len(last) - at > _ROW + 1 and noun[-1] not in _MEASURED
    return noun + last[at + _ROW :] if goes_on else noun


_YEAR = re.compile(r"\s*20\d\d年度?\s*(?=.)")
_RATES = "率比度速幅"
_CHANGE_TAIL = re.compile("(?:增速|增幅|降幅|涨幅|增长率)$")
"""投资和零售总额增速: what is asked of the last is asked of all."""
_LEVEL = re.compile(r"(?:国家|省|市|县|区|镇|乡|村|部|厅|州)级")


def _shares_end(noun: str, last: str) -> bool:
    """Whether a short noun leaves out what the last one says for both."""
    if len(noun) == 1:
        return len(last) > 1
    alike = len(last) > len(noun) + 1 and noun[-1] == last[len(noun) - 1]
    return alike and (len(noun) == _ROW or (len(noun) == _ROW + 1 and noun[-1] not in _MEASURED))


def row_of_measures(text: str) -> list[str]:
    """列出A数、B率和C额: every one of a row of measures is asked for without a question word."""
    nouns = [noun.strip(" 的,") for noun in nouns_of(form("listed").sub(" ", text))]
    every = len(nouns) >= _ROW and all(noun and noun[-1] in _MEASURED for noun in nouns)
    return nouns if every else []


_MEASURED = "率额量数值度比次"


_ROW_WITHOUT_QUESTION = re.compile(
    r"(?<=、)[^、,和与及多少几]{2,}?(?<!总)(?:增速|增幅|件数|人数|次数|率|(?<=[办受处审理结])数量)$"
    r"|、[^、,]{2,}(?:和|与|及|以及)[^、,和与及多少几]{2,}?(?<!总)数$"
)


def measures_end(text: str) -> re.Match[str] | None:
    """Where a row of measures ends (成交额、转化率是多少): each of them is asked for."""
    found = re.search(r"(?:是|为|有|达到)?(?:多少|几)", text)
    if found is None:
        return re.search("$", text) if _ROW_WITHOUT_QUESTION.search(text) else None
    nouns = nouns_of(text[: found.start()])
    every = len(nouns) >= _ROW and all(
        noun[-1] in _MEASURED and not _ONCE.search(noun) for noun in nouns
    )
    return found if every else None


_ONCE = re.compile("[一两二三四五六七八九十几\\d]次$")
"""推综合查一次 is no measure."""


_COUNTS_ROW = re.compile(
    r"(?:这|那|以上|上述)?(?:[两二三四五六七八九十]|\d{1,2})(?:类|项|样|种|者|方面|个(?:领域|方面|部门)?)"
    r"(?![\u4e00-\u9fff]{0,3}、)[^、]*$"
)


def row_alone(head: str) -> str:
    """A、B、C这三样材料…,全年: what counts the row up, and what comes behind, is none of it."""
    stretches = head.split(",")
    rows = [number for number, stretch in enumerate(stretches) if re.search("、|加上", stretch)]
    if not rows:
        return head
    kept = stretches[: rows[-1] + 1]
    kept[-1] = _COUNTS_ROW.sub("", kept[-1])
    return ",".join(kept)
