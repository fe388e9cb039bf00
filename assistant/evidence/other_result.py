"""What came of a matter, and what was done about it (结果与事项): neither answers for the other."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from assistant.question.lexicon import cut, is_act, is_verb, variants_of
from corpus.model import FigureKind

if TYPE_CHECKING:
    from assistant.evidence.reading import FigureView
    from assistant.question.asks import Ask

__all__ = [
    "of_a_deed_for_all",
    "of_a_result",
    "of_no_result",
    "of_what_it_led_to",
    "of_what_was_done",
    "of_what_was_spared",
]


def of_a_result(ask: Ask, view: FigureView) -> bool:
    """人民调解案件调解成功2596件 is not how many cases there were."""
    found = _RESULT.search(view.own)
    if found is None or view.figure.kind is FigureKind.SHARE or _RESULTS.search(ask.text):
        return False
    if _CASE_COUNT.search(ask.text):
        return True
    before = cut(view.own[: found.start()])
    asked = {variant for term in ask.terms for variant in term.variants}
    # Whoever asks what was 调解 may be told what was 调解成功.
    return len(before) > 1 and is_verb(before[-1]) and before[-1] not in asked


def of_no_result(ask: Ask, view: FigureView) -> bool:
    """办理人民调解案件32092件 is not how many were 调解成功."""
    wanted = _RESULT_COUNT.search(ask.text)
    if wanted is None or view.figure.kind is FigureKind.SHARE:
        return False
    near = view.own + view.row + view.subject
    return not any(variant in near for variant in variants_of(wanted["result"]))


_RESULT_COUNT = re.compile(
    "(?P<result>成功|胜诉|败诉|合格|达标|属实)的?(?:案件|纠纷)?(?:件数|数量|总数|数$|了?(?:多少|几)[件起])"
)
_CASE_COUNT = re.compile(
    r"(?:案件|纠纷)(?:总?数|数量|件数)|(?:办理|受理|收到|接到|承办)了?(?:多少|几)[件起][\u4e00-\u9fff]{2,8}(?:案件|纠纷)"
)
_RESULTS = re.compile(r"成功|胜诉|败诉|合格|达标|属实|满意|成了")
_RESULT = re.compile(r"(?<!不)(?:成功|胜诉|合格|达标|属实|满意)(?:的|案件|数|件数)*$")
"""What came of a matter, behind its name."""


def of_what_was_spared(ask: Ask, view: FigureView) -> bool:
    """减免罚款263.7万元 is not what was fined."""
    return _SPARED.match(view.own) is not None and not _SPARING.search(ask.text)


_SPARED = re.compile("(?:为|给)?[\u4e00-\u9fff]{0,4}?(?:减免|免除|免收|少缴|退还|退回|缓缴|免缴)")
_SPARING = re.compile("[减免退缓省]|(?<!多)少")


def of_what_it_led_to(ask: Ask, view: FigureView) -> bool:
    """What came of a matter where the matter is counted: 审查意见6956条, 公开申请14177件."""
    found = _LED_TO.search(view.own)
    measure = ask.measure or ("件" if "件数" in ask.text else "")
    if found is None or not measure or measure == view.figure.quantity.unit:
        return False
    return not any(variant in ask.text for variant in variants_of(found["what"]))


_LED_TO = re.compile(r"(?P<what>意见|建议|申请)(?:意见|建议)?$")


def of_a_deed_for_all(ask: Ask, view: FigureView) -> bool:
    """化解信访积案33件 is not 信访总量: what was done about some is not how many there were."""
    if _ALL_OF.search(ask.text) is None:
        return False
    asked = {variant for term in ask.terms for variant in term.variants}
    acts = [word for word in cut(view.own) if is_act(word) and word not in asked]
    return any(not _COMES_IN.search(act) for act in acts)


_ALL_OF = re.compile("(?<!质)总(?:量|数|件数|人数)(?:一共|共)?(?:是|为|有|达)?(?:多少|几)")
_COMES_IN = re.compile("收|受理|接|登记|新增|发生|登|办理|立案|申请")


def of_what_was_done(ask: Ask, view: FigureView) -> bool:
    """审结139件 is not how many were 没审结."""
    denied = {found["act"] for found in _DENIED_ACT.finditer(ask.text)}
    if not denied or _DENIES.search(view.own):
        return False
    done = {variant for act in denied if is_act(act) for variant in variants_of(act)}
    return any(act in view.own for act in done)


_DENIED_ACT = re.compile(r"(?<!有)(?:没有?|未|尚未|没能|未能)(?P<act>[\u4e00-\u9fff]{2})(?!没有)")
_DENIES = re.compile(r"没|未|不|尚|待|在办|结转|剩|其余")
