"""Follow-up questions made whole from what was asked before (追问).

The earlier question is read again, not its answer trusted: the same conversation always leads to
the same reading.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from assistant.question.asks import is_modifier, tells
from assistant.question.followup_reckoned import reckoned_anew
from assistant.question.forms import clean, form, forms_of
from assistant.question.lexicon import is_topic, terms_of
from assistant.question.twins import parallel_to, twin_of
from assistant.question.units import measure_pattern
from assistant.question.years import without_years, years_of
from corpus.fold import fold
from corpus.numerals import ordinal_of

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from assistant.model import Turn
    from assistant.question.lexicon import Term

_LEAD = re.compile(r"^(?:那么|那|还有|另外|再问一下|再问|换成|改成|如果是|要是)")
_END = re.compile(r"(?:呢|又如何|又怎么样|怎么样|如何|又是多少|是多少|多少|又?是谁)*[?!。]*$")
_ORDINAL = re.compile(
    r"第(?P<n>[一二三四五六七八九十\d]+)(?:个|条|项|点|方面|类|种)?|(?P<last>最后(?:一)?(?:个|条|项|点))"
)
_TELL = re.compile(r"具体|详细|展开|说说|讲讲|介绍|怎么说|内容|说一下|讲一下|是什么|指什么|解释")
_MODIFIER = re.compile(
    r"(?:的|年度|定的|实际|预期)*(?:目标|计划|任务|预期|实际|结果|完成情况|安排)(?:数|值)?(?:的)?"
)
"""Words that turn the earlier question and name no new topic (目标呢)."""
_GOES_ON = re.compile(
    r"^(?:其中|里面|当中|涉及|共|一共|总共|查出|成功|占|分别|具体|有多少|多少|哪|有没有[^,]{2,}的$)"
)
_SHORT = 14


@dataclass(frozen=True, slots=True, kw_only=True)
class Resolved:
    """A question that stands alone, and what it took over."""

    question: str
    carried: str = ""
    item: int | None = None
    """Position of the item of the earlier list that is meant; -1 for the last."""
    before: str = ""
    """The earlier question, where this one names no matter itself."""
    together: str = ""
    """The earlier question with this one behind it."""


def resolve(
    question: str, history: Sequence[Turn], places_of: Callable[[str], tuple[tuple[str, ...], str]]
) -> Resolved:
    """The question with what it leaves out taken from the turns before.

    `places_of` gives the places a question names and the question without them.
    """
    said = clean(question)
    if not history:
        return Resolved(question=said)
    before = _last_whole(history, places_of)
    if (found := _ordinal(said)) is not None:
        return Resolved(question=before, carried=before, item=found)
    if _YEAR_BEFORE.fullmatch(said) and len(years := years_of(before)) == 1:
        whole = before.replace(str(years[0]), str(years[0] - 1))
        return Resolved(question=whole, carried=whole)
    if anew := reckoned_anew(question, said, before, places_of):
        return Resolved(question=anew, carried=before)
    if not _elliptical(question, said):
        return _scoped(
            said, before, places_of, leads=_LEAD.search(fold(question).strip()) is not None
        )
    return _completed(said, before, places_of)


_YEAR_BEFORE = re.compile(
    r"(?:那么?|再?往前)?(?:上一?年度?|前一年|头一年|去年|上年)(?:同期)?的?"
    r"(?:呢|又?(?:是|有)?(?:多少|几)[\u4e00-\u9fff]?)?[?]?"
)


def _last_whole(
    history: Sequence[Turn], places_of: Callable[[str], tuple[tuple[str, ...], str]]
) -> str:
    """The question before, itself made whole."""
    return resolve(history[-1][0], history[:-1], places_of).question


def _ordinal(said: str) -> int | None:
    found = _ORDINAL.search(said)
    if not found or not (_TELL.search(said) or len(said) <= 6) or form("quantity").search(said):
        return None
    if found["last"]:
        return -1
    number = ordinal_of(found["n"])
    return number - 1 if number else None


def _elliptical(question: str, said: str) -> bool:
    """Whether the question leaves something out: 那…呢, or a few words without a question."""
    if re.search(r"呢\s*[?。!]*\s*$", fold(question)) and len(said) <= 2 * _SHORT:
        return not form("quantity").search(said) or _LEAD.search(fold(question).strip()) is not None
    if _LEAD.search(fold(question).strip()) and len(said) <= _SHORT:
        return form("quantity").search(said) is None
    return len(said) <= _SHORT and not forms_of(said) and not terms_of(without_years(said))


def _scoped(
    said: str,
    before: str,
    places_of: Callable[[str], tuple[tuple[str, ...], str]],
    *,
    leads: bool,
) -> Resolved:
    """A whole question that leaves out where and when, if it goes on about the same matter."""
    named, rest = places_of(said)
    named_before, rest_before = places_of(before)
    terms = terms_of(without_years(form("quantity").sub(" ", rest)))
    if not named and (other := _other_kind(rest, rest_before)):
        return _completed(other, before, places_of)
    if not named and form("quantity").search(said) and terms and all(map(is_modifier, terms)):
        return _completed(form("quantity").sub("", said), before, places_of)
    act_alone = _names_an_act_alone(terms)
    goes_on = leads or act_alone or _GOES_ON.match(said) is not None
    everyone = {"which_place"} < forms_of(said) & {"which_place", "rank", "coverage"}
    if named or everyone or not (named_before or goes_on):
        return Resolved(question=said)
    years, years_before = years_of(rest), years_of(rest_before)
    when = "" if years else "".join(f"{year}年" for year in years_before)
    place = "".join(named_before)
    about = ""
    alone = _OWN_SUBJECT.match(_LEAD.sub("", rest)) is not None
    if goes_on and not alone and not any(term.topic for term in terms_of(without_years(rest))):
        topics = [
            term.text
            for term in terms_of(without_years(rest_before))
            if not term.verb or (term.act and not act_alone)
        ]
        about = " ".join(topics) + "中,"
    carried = "、".join(part for part in (place, when, about.rstrip("中,")) if part)
    own = any(term.topic for term in terms_of(without_years(rest))) or not form("quantity").search(
        said
    )
    whole = Resolved(question=f"{place}{when}{about}{said}", carried=carried)
    return whole if own or years else replace(whole, before=before, together=f"{before},{said}")


_OWN_SUBJECT = re.compile(
    r"(?!其中|里面|当中)[\u4e00-\u9fff]{3,}?(?<!的)(?:一?共|全年|总共)?"
    r"(?:受理|办理|办结|处理|收到|化解|查处|排查|[审收办开做发建查])了(?:多少|几)"
)
"""来信来访受理了多少 names its own matter, and 化解了多少 does not."""


def _names_an_act_alone(terms: Sequence[Term]) -> bool:
    """受理了多少 goes on about what was received before, at the same level."""
    return bool(terms) and all(term.act for term in terms)


def _completed(
    said: str, before: str, places_of: Callable[[str], tuple[tuple[str, ...], str]]
) -> Resolved:
    named, rest = places_of(said)
    named_before, rest_before = places_of(before)
    years, years_before = years_of(rest), years_of(rest_before)
    topic = _END.sub("", _LEAD.sub("", without_years(rest))).strip(" ,的")
    core_before = without_years(rest_before).strip(" ,的")
    place = "".join(named or named_before)
    when = "".join(f"{year}年" for year in (years or years_before))
    core = core_before
    if terms_of(topic) or topic:
        core = _other_level(topic, core_before) or _with_topic(topic, core_before)
    carried = [part for part in (
        "" if named else place,
        "" if years else when,
        _asked(core_before) if topic else core_before,
    ) if part]  # fmt: skip
    return Resolved(question=f"{place}{when}{core}", carried="、".join(carried))


_LEVEL = re.compile(r"(?:国家|全国|[省市州县区乡镇村厅部局])(?:本级|一级|级(?!别))|本级")


def _other_level(topic: str, before: str) -> str:
    """The earlier question with another level: 市级 in the place of 厅本级."""
    if _LEVEL.fullmatch(topic) is None:
        return ""
    other = _LEVEL.sub(topic, before, count=1)
    return other if other != before else ""


def _other_kind(said: str, before: str) -> str:
    """省级 of 省级的新增了多少 behind 新增国家级示范村几个: one word is new, and of a kind."""
    words = terms_of(without_years(form("quantity").sub(" ", said)))
    new = [term.text for term in words if not any(v in before for v in (term.text, *term.variants))]
    return new[0] if len(new) == 1 and twin_of(new[0], before) else ""


def _asked(before: str) -> str:
    """What the earlier question asked for, without its topic (多少件)."""
    found = measure_pattern().search(before) or form("quantity").search(before)
    return found.group() if found else ""


def _is_rate_of_it(topic: str, before: str) -> bool:
    """Whether the new topic is a bare rate (回复率), which is one of what was asked before."""
    terms = terms_of(topic)
    bare = topic.endswith("率") and len(terms) == 1 and not is_topic(terms[0].text)
    return bare and any(not term.verb for term in terms_of(before))


_THING = re.compile("[\u4e00-\u9fff]{2,}(?:会|班|课|活动|中心|[室所站队点书证])")
"""机关学习会: a thing of its own, though none of its words tells much."""


_RATE_OF = re.compile("[^,?]{2,}的(?P<rate>[\u4e00-\u9fff]{2,5}率)(?:是|为|有)?(?:多少|多高)")
"""人大代表建议的满意率是多少, 政协提案的呢."""


def _counted_anew(topic: str, before: str) -> str:
    """How many of the new topic; the measure word stays behind, as another may count it."""
    if rate := _RATE_OF.fullmatch(before):
        return f"{topic}的{rate['rate']}是多少"
    terms = terms_of(topic)
    if terms and all(term.act for term in terms):
        nouns = " ".join(term.text for term in terms_of(before) if not term.verb)
        return f"{nouns}{topic}多少"
    return f"{topic}多少"


def _with_topic(topic: str, before: str) -> str:
    """The new topic in the form of the earlier question."""
    if not form("quantity").search(topic) and _is_rate_of_it(topic, before):
        nouns = " ".join(term.text for term in terms_of(before) if not term.verb)
        return f"{nouns} {topic}是多少"
    if form("quantity").search(topic) or form("quantity_nouns").search(topic):
        return topic
    telling = any(map(tells, terms_of(topic))) or _THING.fullmatch(topic)
    if _MODIFIER.fullmatch(topic) or not telling:
        return parallel_to(topic, before) or f"{before} {topic}"
    if twin := twin_of(topic, before):
        return before.replace(twin, topic)
    if form("quantity").search(before):
        return _counted_anew(topic, before)
    if re.search(r"率|比例|占比", before):
        return f"{topic}是多少"
    for name in ("list", "yesno", "text", "passage"):
        found = form(name).search(before)
        if found:
            return (
                f"{found.group()}{topic}"
                if before.startswith(found.group())
                else f"{topic}{found.group()}"
            )
    return topic
