"""Whether a draft speaks of a part of what a report counts, or of more than it (口径异同)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from assistant.draft.name_words import words_of_name
from assistant.draft.words import act_words_in, listed
from assistant.question.lexicon import coverage
from corpus.model import FigureKind

if TYPE_CHECKING:
    from assistant.evidence.reading import FigureView

__all__ = ["among", "is_sum_told_after", "limited", "newly"]

_EVERYWHERE = re.compile("全(?:省|市|县|区|州|镇|乡|自治区|系统)|各(?:级|部门|领域|单位)|全部")
_SUMS_UP = re.compile("总数|总量|总共|合计|共计|一共")
_ALL_OFFICES = re.compile("全[省市县区州镇乡][^,;。]{0,8}(?:系统|部门|机关)|各级")
_EXCEPT = re.compile(
    "(?:不算|不含|不包括|不计|扣除|除去|剔除|刨除|刨去|抛开|撇开|除开|去掉)[^,;。]{0,12}$"
)
_ALONE_IN = re.compile(r"(?:仅|单|光)(?:是|在|仅)?(?:20\d\d年|去年|今年|这|上|当)")
_NEWLY = re.compile("(?<![创高最更])新(?:[创组]?[建增设]|登记|注册|开办|办理?|成立)")
_SUMMED = re.compile(
    "累计|总计已|总数|总量|保有|历年|以来|目前|截至|达到|已(?:成功)?(?:创建|建成|建立)"
)
_NEAR = 24
"""Characters before a number that may say how it is counted."""
_SAME_NAME = 0.8
_FOUND = 0.5
_LETTERS = 4
_NAMES = 2
"""Characters of a name that says what is counted."""


def limited(said: FigureView, true: FigureView) -> bool:
    """Whether the draft speaks of a part of what the report counts, or of more."""
    apart = _limit(said) and not _limit(true)
    return apart or _wider(said, true) or _summed(said, true) or _names_another(said, true)


def among(said: FigureView, true: FigureView, named: float) -> bool:
    """Whether the draft says 其中 where the report does not, of what is not named the same.

    `named` tells how far they are named the same, both ways.
    """
    apart = _is_among(said) and not _is_among(true) and not _limit(true)
    return apart and named < _SAME_NAME


def newly(view: FigureView) -> bool:
    """Whether a number is of what was added, and no sum of all there are."""
    named = view.own + view.row
    return _NEWLY.search(named) is not None and not _SUMMED.search(named)


def _is_among(view: FigureView) -> bool:
    return view.figure.parent is not None or "其中" in view.row


def _limit(view: FigureView) -> bool:
    return (
        any(word in view.row for word in listed("limits") if len(word) > 1)
        or (re.match(r"[^,]{0,6}仅(?![有剩达])", view.row) is not None)
        or _EXCEPT.search(view.earlier[: view.earlier.rfind(view.own)]) is not None
    )


def _names_another(said: FigureView, true: FigureView) -> bool:
    """The draft has every word that tells another number of that sentence from this one."""
    if any(_is_to_the_letter(fellow, said, true) for fellow in true.fellows):
        return True
    if any(word in said.own for word in act_words_in(true.own)):
        return False
    if said.figure.kind is true.figure.kind is FigureKind.CHANGE and _is_bare_change(true.own):
        return False  # 案件数比上年下降: of what the number before it counts
    own = {term.text for term in words_of_name(true.own)}
    for fellow in true.fellows:
        telling = [
            t for t in words_of_name(fellow) if t.text not in own and not t.act and not t.verb
        ]
        if fellow in true.subject or fellow in _up_to(true):
            continue
        if fellow in said.own and fellow not in true.own and true.own not in said.own:
            return True
        if telling and all(t.text in said.own for t in telling) and true.own not in said.own:
            return not any(coverage(t, true.own + true.subject) > _FOUND for t in telling)
    return False


def _up_to(view: FigureView) -> str:
    """The words between the number before and this one (出台免罚清单,列入事项)."""
    return re.split(r"\d", view.earlier)[-1]


def _is_to_the_letter(fellow: str, said: FigureView, true: FigureView) -> bool:
    """查处拖欠工资案件 of 查处违法案件,其中拖欠工资案件."""
    if len(fellow) < _LETTERS or fellow not in said.own or true.own in said.own:
        return False
    return fellow not in true.own + true.subject and not true.own.endswith(said.own)


def is_sum_told_after(true: FigureView) -> bool:
    """新增示范村24个、累计171个: what stands last before a number tells how it is counted."""
    near = true.earlier[-_NEAR:]
    last = [max((m.end() for m in word.finditer(near)), default=0) for word in (_NEWLY, _SUMMED)]
    return 0 < last[0] < last[1] and re.search(r"\d", near[last[0] : last[1]]) is not None


def _is_bare_change(own: str) -> bool:
    """Whether a change names no more than what sort of thing is counted (案件数, 总量)."""
    own = re.sub(r"20\d\d年度?|[比较]", "", own)
    for name in ("comparing", "up", "down"):
        for word in listed(name):
            own = own.replace(word, "")
    rest = own
    for word in ("总数", "总量", "数量", *listed("counted"), "数", "量"):
        rest = rest.replace(word, "")
    return bool(own) and len(rest) < _NAMES


def _summed(said: FigureView, true: FigureView) -> bool:
    """A sum of the draft's against one part of what the report counts (其中甲委员会办理264件)."""
    if not _SUMS_UP.search(said.row) or _is_among(said) or "其中" not in true.row:
        return False
    around = said.own + said.row + said.subject
    return any(
        coverage(term, around) < _FOUND
        for term in words_of_name(true.own)
        if not term.verb and not term.act
    )


def _wider(said: FigureView, true: FigureView) -> bool:
    """One year against a sum over several (累计), 全县 against 乡镇, 全省 against 厅本级."""
    mine = said.own + said.row
    alone = _ALONE_IN.search(said.earlier) or _NEWLY.search(said.earlier[-_NEAR:] + mine)
    summed = _SUMMED.search(true.earlier[-_NEAR:] + true.row)
    if alone and summed and not _SUMMED.search(said.row):
        return not _NEWLY.search(true.own) or is_sum_told_after(true)
    everywhere = _EVERYWHERE.search(said.row) or _ALL_OFFICES.search(said.earlier)
    if not everywhere or _EVERYWHERE.search(true.own):
        return False
    limits = [word for word in listed("partial") if word in true.own]
    if re.search("总共|合计|全部|各领域", said.row):
        limits += [word for word in listed("campaigns") if word in true.earlier]
    limits += [word for word in listed("partial_offices") if word in true.own + true.subject]
    return any(word not in mine + said.subject for word in limits)
