"""Follow-ups that reckon anew with the matter of the question before (追问:换个算法).

那青岚县和云溪县加起来是多少, 比上年多几件, 哪个县最多: places, years and the reckoning are said,
and what is counted is that of the question before.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from assistant.question.forms import form
from assistant.question.units import measure_pattern
from assistant.question.years import without_years, years_of
from corpus.fold import fold

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["reckoned_anew"]

_WAY = r"(?:增长|增加|上升|提高|上涨|下降|减少|降低|回落|[多少高低增减升降涨差])"
_HOW = r"(?:百分之(?:几|多少)|多少|几)"
_KIND = r"(?:县区|区县|市县|省|市|县|区|州|镇|乡|街道|地方|地区|单位|家|地)"
_COUNTED = (
    rf"(?:[这那]?[两二三四五六七八九十]个?{_KIND}|[各哪每](?:[几些]?个)?{_KIND})"
    r"(?:里面?|中|当中|之中)?"
)
_BASIS = re.compile(r"[比较占]|相当于|倍|^(?:和|与|跟|同)[^,]*(?:相?比|差)")
"""比青岚县多几件, 占全市多少, 是青岚县的几倍: the place before is the other side."""
_RANKED = re.compile(r"第几|名次|排名")
_GREW = re.compile(rf"^(?:又|同比|总体)?{_WAY}了?{_HOW}|^变化(?:有)?多大")
_OPERATION = re.compile(
    rf"加起来|加在一起|合起来|合在一起|合计|总共|一共|总计|共计|累计|之和|年均|平均(?:每[年家]|每个?{_KIND})?"
    rf"|^(?:[和与跟同]\s*)?[比较](?:起来)?(?=呢|$)|相差|差距|相比(?:较|之下)?|对比|比较|变化|趋势|走势|同比"
    rf"|(?:谁|哪(?:个|家|里|边|一?年))[^,]{{0,4}}[最更]?[多少高低大小]|[最更][多少高低大小]"
    rf"|{_WAY}(?:了|出)?{_HOW}|{_HOW}倍|排(?:在|名|到)?第几|第几|名次|排名|占(?=.*(?:{_HOW}|比[例重]|几成))"
)
_COUNTING = re.compile(
    rf"(?:{_OPERATION.pattern})个?[件个条次人名户项起宗份卷家场元点万亿千吨度天部]{{0,3}}"
)
"""多多少条, 平均多少人次: with its measure word."""
_FILLING = re.compile(
    rf"{_COUNTED}|{_WAY}(?:了|出)?(?=$|{_HOW}|,|还是)|还是|(?:上|前|去)一?年(?:度|同期)?|同期|"
    r"[这近前后]?(?:[两二三四五六七八九十几]|这)年(?:来|里|间)?|哪(?:个|家|里|边|一?年)|谁"
    r"|百分之|百分点|多少|几成|比[例重]|全[省市州县区]|总[数量]|分别|各自?|大概|具体|怎么|如何|怎样|什么样?|又|都|呢|吗|了|的|是|有|为|和|与|跟|同|及|到|至|从|在|比|较|占|倍|几|人|多|里|中|每|约"
)


def reckoned_anew(
    question: str,
    said: str,
    before: str,
    places_of: Callable[[str], tuple[tuple[str, ...], str]],
) -> str:
    """The question made whole; empty if it names a matter of its own, or reckons nothing."""
    named, rest = places_of(said)
    bare = without_years(rest)
    if _OPERATION.search(bare.strip()) is None or _names_a_matter(bare):
        return ""
    named_before, rest_before = places_of(before)
    matter = _matter(without_years(rest_before))
    if not matter:
        return ""
    said = re.sub(
        r"^((?:20\d\d年?[比较]|[和与跟同])20\d\d年?)比?$", r"\1相比多多少", _LEAD.sub("", said)
    )
    years = years_of(said)
    other_side = _BASIS.search(_LEAD.sub("", bare).strip()) is not None
    everyone = form("which_place").search(said) or re.search(_COUNTED, said)
    alone = not named and (not everyone or _RANKED.search(said) or _BASIS.match(said))
    opens = bool(named) and other_side and _opens_with_place(question, named, places_of) is False
    place = "".join(named_before) if alone or opens else ""
    when = ""
    if not re.search(r"[两二三四五六七八九十几]年|历年|各年|哪一?年", said) and (
        not years or other_side
    ):
        when = "".join(f"{year}年" for year in years_of(rest_before))
    if _GREW.search(bare.strip()) and len(years_of(rest_before)) == 1 and not years:
        said = f"比上年{said}"
    return f"{place}{when}{matter},{said}"


_LEAD = re.compile(r"^(?:那么|那|还有|另外|再问一下|再问|如果|要是|其中)+")


def _names_a_matter(bare: str) -> bool:
    """Whether anything is left but places, years, the reckoning and its measure word."""
    left = _COUNTING.sub(" ", _LEAD.sub("", fold(bare).strip()))
    for pattern in (measure_pattern(), _FILLING, form("quantity")):
        left = pattern.sub(" ", left)
    return re.search(r"[\u4e00-\u9fff]", left) is not None


def _matter(before: str) -> str:
    """What the question before counts, without the words that asked for it."""
    text = measure_pattern().sub(" ", re.sub("了(?=多少|几)", "", before))
    for pattern in (_ASKED, _OPERATION):
        text = pattern.sub(" ", text)
    text = re.sub(_COUNTED, " ", form("quantity").sub(" ", text))
    text = re.sub(r"(?:(?<=[\s,])|^)[和与跟同及比较的在从到、,\s]+|[\s,的是有为和与]+$", " ", text)
    return re.sub(r"\s+", "", text).strip(" ,的?")


_ASKED = re.compile(rf"(?:分别|各)?(?:是|为|有|达到?)?{_HOW}|比?(?:上一?年|去年|前一年)(?:同期)?")


def _opens_with_place(
    question: str,
    named: tuple[str, ...],
    places_of: Callable[[str], tuple[tuple[str, ...], str]],
) -> bool:
    """Whether the question begins with a place of its own (那青岚县比云溪县多多少)."""
    start = _LEAD.sub("", fold(question).strip())
    return any(
        places_of(start[:end])[0] for end in range(2, 1 + max(map(len, named), default=0))
    ) and not start.startswith(("比", "较", "和", "与", "跟", "同", "是", "占"))
