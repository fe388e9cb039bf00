"""What is left of a whole (剩余): 没通过的有多少, 除了甲还有多少, 还空着多少个编制."""

from __future__ import annotations

import re
from dataclasses import dataclass

from assistant.question.asks import INSIDE

__all__ = ["Remainder", "remainder_of"]

_LEFT_OVER = re.compile(
    r"^(?P<whole>.+?)(?:还剩下?|剩下|剩余|还差|还有|有)(?:多少|几)"
    r"(?:[件个项起条家名人批户宗])?(?P<noun>[\u4e00-\u9fff]{0,6}?)"
    r"(?:还没有?|没有|没能?|未能?|尚未)(?P<part>.+)$"
)
_HOW_MANY_NOT = re.compile(
    r"^(?:目前|现在)?(?:还|仍|尚)?有(?:多少|几)[件个项起条家名人批户](?P<whole>[\u4e00-\u9fff]{2,}?)"
    r"(?:还|仍|尚)?(?:没有|没能?|未能?)(?P<part>[\u4e00-\u9fff]{2,})$"
)
"""还有多少项事项没有纳入大厅."""
_NOT_DONE = re.compile(
    r"^(?P<whole>.+?)(?:但|却|而|后|还)+没(?:有|能)?(?P<part>.+?)的?(?:还剩下?|剩下?|还有|有|是)?(?:多少|几)"
)
_UNDONE = re.compile(
    r"^(?:没(?:有|能)?|未|尚未)(?P<part>[\u4e00-\u9fff]{2,16})的(?P<whole>[\u4e00-\u9fff]{2,}?)(?:还有|还剩|有|是)(?:多少|几)"
)
"""没调解成功的矛盾纠纷还有几起."""
_UNDONE_BEHIND = re.compile(
    r"^(?P<whole>[^,]{2,}?)(?:没(?:有|能)?|不能|不可以?|无法)(?P<part>[\u4e00-\u9fff]{2,6})的"
    r"(?P<noun>[\u4e00-\u9fff]{0,6}?)(?:还|又)?(?:有|剩下?|是)?(?:多少|几)"
)
"""调解纠纷没调成的有多少件, 中心不能即办的事项有多少项."""
_EXCEPT = re.compile(
    r"除[了去掉]?(?P<part>[^,]+?)(?:以外,?|之外,?|外,?|,)(?:其他|其余|剩下|别的)(?P<whole>.+)"
)
_NOT_COUNTING = re.compile(
    r"^(?P<whole>[^,]+),(?:不算|不计|不含|不包括|扣除|刨去|减去)(?P<part>[^,]+),"
    r"(?:其余的?|还|一共|总共|共)?(?:有|是)?(?:多少|几)"
)
"""规划的任务,不算常规工作,一共有多少项."""
_WITHIN_EXCEPT = re.compile(
    rf"^(?P<whole>.+?)(?:{INSIDE}|(?=,)),?(?:除[了去掉]?|刨去|扣除|去掉|减去)"
    r"(?P<part>.+?)(?:以外|之外|外)?,?"
    r"(?:还有|其他|其余|剩下|剩余|另外|别的)[^,]*(?:多少|几)"
)
_REST = re.compile(r"没有?|未能|未|尚未|还没有?|不是|不属于?|不含|不包括|不在")
_BY_THEN = re.compile(
    r"(?:截至|截止|到|至)(?= )"
    r"|(?:截至|截止|到|至)(?:\d{1,2}月)?(?:年|月)?(?:底|末|初)[,，]?|(?<=[,，])(?:年底|年末)|目前|现在|如今"
)
"""截至12月底: when it was counted is no part of what."""
_LEFT = re.compile(r"(?:还剩下?|剩下?|还有|有)(?:多少|几)[个件项起]?")
_VACANT = re.compile(
    r"(?P<whose>.+?)(?:还|仍|尚|现在?)*(?:有)?(?:(?:多少|几)[个名]?)?"
    r"(?:空(?:着|缺|余|出)?|空编|缺编)(?:了|有|是)?(?:(?:多少|几)[个名]?)?(?:编制?|名额)?"
)
"""空着多少个编制: 核定 less 实有."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Remainder:
    """A whole and the part to be taken from it, each in words (剩余)."""

    whole: str
    part: str
    around: str = ""
    """Words that the part is to be read with."""
    core: str
    """The question without the time it was counted."""


def remainder_of(question: str) -> Remainder | None:
    """How a question asks for what is left; None where it does not.

    What came over from last year (结转) would be a third number, and is not reckoned with.
    """
    core = _BY_THEN.sub("", question).strip(" ,")
    if "结转" in core:
        return None
    if found := _VACANT.match(core):
        whose = found["whose"]
        return Remainder(whole=f"{whose}核定编制", part=f"{whose}实有人员", core=core)
    found = (
        _NOT_COUNTING.search(core)
        or _WITHIN_EXCEPT.search(core)
        or _UNDONE.search(core)
        or _EXCEPT.search(core)
        or _HOW_MANY_NOT.search(core)
        or _LEFT_OVER.search(core)
        or _NOT_DONE.search(core)
        or _UNDONE_BEHIND.search(core)
    )
    if found:
        whole, part = found["whole"] + (found.groupdict().get("noun") or ""), found["part"]
    else:
        whole, _, rest = re.sub(rf"{INSIDE}|,", "\n", core, count=1).partition("\n")
        if not _REST.search(rest):
            return None
        part = _REST.sub("", rest)
    return Remainder(whole=whole, part=_as_done(part), around=whole, core=core)


def _as_done(verb: str) -> str:
    """改完 for the 改 of 还剩几个没改: a verb of one character is no word by itself."""
    bare = _LEFT.sub("", verb)
    return verb if len(bare) > 1 else f"{bare}完"
