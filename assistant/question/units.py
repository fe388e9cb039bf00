"""Classes of units (量词类别): 几起 may be answered with 件, never with 元 or %."""

from __future__ import annotations

import re
from functools import cache

from corpus.words import words_of
from index.vocabulary import table, unit_class

__all__ = [
    "MISFIT",
    "alike",
    "implied_by",
    "measure_asked",
    "measure_pattern",
    "unit_class",
    "unit_class_asked",
    "unit_fit",
]

_HARD = (
    "money",
    "percent",
    "length",
    "area",
    "weight",
    "energy",
    "volume",
    "duration",
    "age",
    "score",
    "person",
    "animal",
)
"""Classes that answer for no other."""
_ADDABLE = ("case", "money", "percent")
"""Classes whose units are different words for one thing."""
_ANYTHING = "thing"
"""几个 is asked of anything that can be counted."""
_COUNTS_NO_PERSON = frozenset(("家", "所", "处", "座", "支", "户", "户次"))
"""几家律师事务所 is not 公职律师19名, nor 惠及多少户 12万人次."""
_NEVER_TIMES = frozenset(("个", "家", "所", "处", "座", "支", "户"))
_NEVER_PAPER = frozenset(("家", "所", "座", "支", "户"))
_NEVER = frozenset((("vehicle", "case"), ("vehicle", "paper")))
"""网约车有多少辆 is not 415件."""
MISFIT = -0.1
"""几起 answered with 个: possible, but to be doubted."""


def unit_class_asked(text: str) -> str | None:
    """The class a question wants: by the measure word after 多少 or 几, else by a telling noun."""
    for found in re.finditer(r"(?:多少|几)个?(?:万|亿|百(?!分)|千)?", text):
        rest = text[found.end() :]
        at = text[found.start() : found.end()]
        if rest.startswith("人") and not rest.startswith(_NO_PERSON):
            return "person"  # 几个人
        if at.endswith("个") and not rest.startswith(("百分点", "工作日", "月")):
            rest = "个" + rest
        for unit in words_of("units"):
            counts = rest.startswith(unit) and not rest.startswith(_NO_PERSON[2:])
            if counts and (name := unit_class(unit)):
                return name
    if _PROPORTION.search(text):
        return "percent"
    if (counted := _counted_in().search(text)) and (name := unit_class(counted["unit"])):
        return name
    if _of_money().search(text):
        return "money"
    if _of_people().search(text):
        return "person"
    told = [
        (text.rfind(word), len(word), name)
        for word, name in table("units")["asked"].items()
        if word in text and f"{word[:-1]}人大" not in text
    ]
    return max(told)[2] if told else None


_PROPORTION = re.compile("面积比(?:例|率)?(?:是|为|有|达|升|到|怎|如何|多少|$)")
"""优良水质面积比达到多少 is no 面积."""
_NO_PERSON = ("人次", "人份", "人民", "人大", "人才", "人社")
"""多少个人民调解委员会 asks for no 个人."""


@cache
def _of_money() -> re.Pattern[str]:
    """追回多少工资, 减免租金多少: the noun beside 多少 says what it is counted in."""
    nouns = "|".join(table("units")["nouns"]["money"])
    return re.compile(
        rf"(?:多少|几)(?:{nouns})(?!率)|(?:{nouns})(?:一共|总共|共)?(?:是|为|有|达到?)?多少(?![\u4e00-\u9fff])"
    )


@cache
def _of_people() -> re.Pattern[str]:
    """帮多少农民工讨回工资: the noun behind 多少 says who is counted."""
    nouns = "|".join(table("units")["nouns"]["person"])
    return re.compile(
        rf"(?:多少|几)(?!人[大民才社])(?:{nouns})(?!诉求|意见|来[信访电]|反映|投诉|纠纷|电话|举报|咨询|求助|[建提议][议案])"
    )


@cache
def _counted_in() -> re.Pattern[str]:
    """份数, 场数: the measure word stands in a noun."""
    units = "|".join(re.escape(unit) for unit in words_of("units"))
    return re.compile(rf"(?P<unit>{units})数(?!据|字|量|码|额|比|占)")


def alike(one: str, other: str) -> bool:
    """Whether numbers of two units can be added: 件 and 起 can, 所 and 个 cannot."""
    return _SAME.get(one, one) == _SAME.get(other, other) or (
        unit_class(one) == unit_class(other) and unit_class(one) in _ADDABLE
    )


_SAME = {"名": "人", "位": "人", "场次": "场", "标箱": "标准箱", "TEU": "标准箱", "千瓦时": "度"}
"""Two names of one unit."""


@cache
def implied_by(unit: str) -> frozenset[str]:
    """What a unit says by itself: 平方米 is of an 面积."""
    return frozenset(table("units")["implied"].get(unit_class(unit) or "", ()))


def _heads(unit: str) -> str:
    return "times" if unit.endswith("次") else "households" if unit.startswith("户") else "people"


def measure_asked(text: str) -> str:
    """The measure word of a question; empty if it has none."""
    found = re.search(r"(?:多少|几)(?:万|亿|百|千)?", text)
    rest = text[found.end() :] if found else ""
    if rest.startswith(_NO_PERSON[2:]):
        return ""  # 多少人大建议
    return next((unit for unit in words_of("units") if rest.startswith(unit)), "")


def unit_fit(wanted: str | None, unit: str, exact: str = "") -> float | None:
    """How well a unit answers: a bonus, or None where it cannot.

    `exact` is the measure word of the question: 人次 do not count 名.
    """
    have = unit_class(unit)
    if wanted is None:
        return 0.0
    if have == "person" and not unit.startswith("户") and exact in _COUNTS_NO_PERSON:
        return None
    if have == wanted:
        return MISFIT if wanted == "person" and exact and _heads(exact) != _heads(unit) else 0.08
    if not unit:
        return 0.0
    if wanted == "time" and unit in _NEVER_TIMES:
        return None  # 检查了几次 is not 40家
    if wanted == "paper" and unit in _NEVER_PAPER:
        return None  # 权力多少项 is not 两家
    if wanted == "time" and have == "person" and unit.endswith("户次"):
        return 0.08  # 检查43.8万户次 is how often there was an inspection
    if wanted == _ANYTHING and have in ("person", "vehicle"):
        return 0.0
    if wanted in _HARD or have in _HARD or (wanted, have) in _NEVER:
        return None
    odd = have is None and unit != exact
    return MISFIT if odd or (wanted, have) == ("case", _ANYTHING) else 0.0


@cache
def measure_pattern() -> re.Pattern[str]:
    """多少件, 几个, 多少钱: the question word with what it counts in."""
    units = "|".join(re.escape(unit) for unit in (*words_of("units"), "钱"))
    return re.compile(
        rf"(?:(?:多少|几)(?:[百千万亿]+)?(?!个体|人[大民才社])(?:{units})(?!\w*率)|哪[几一两二三四五六七八九十]?(?:{units}))"
    )
