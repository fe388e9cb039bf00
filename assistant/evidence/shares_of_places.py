"""What share a place has in the place above it, however it is asked (地区占全市).

甲县的案件在乙市总量里占多大比重, 乙市的案件里甲县办的占几成: the first is the part, and the second
the whole, whichever is named first.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from assistant.evidence.entities import level_of
from assistant.question.counted_places import counted_places, without_counted_places
from assistant.question.lexicon import terms_of
from assistant.question.places import Gazetteer
from assistant.question.years import without_years

if TYPE_CHECKING:
    from assistant.question.query import Query

__all__ = ["matter_within", "whole_of", "whole_of_counted"]

_RANKS = ({"国"}, {"省"}, {"市", "州", "盟"}, {"县", "区", "旗"}, {"镇", "乡", "街道"})
_WHOLE, _PART = "\ue000", "\ue001"
_LARGE = (
    r"(?:百分之(?:几|多少)|百分比|多少|多大|几成|比例|比重|份额|比(?![例重较])|(?<=占)(?=[?,]|$))"
)
_PERCENT = r"(?:百分之(?:几|多少)|几成|(?:多大|多少)(?:比例|比重|份额))"
_ALL = r"(?:总量|总数|总额|总盘子|盘子|全部|合计)"
_INSIDE = r"(?:里头|里面?|当中|之中|中)"
_HOLDS = r"(?:所|大概|大约|能|一?共)?(?:占|贡献|承担|分担)(?:了|到)?的?"
_DID = r"(?:这?一[家地县区市]|自己|[办做审受查处收理结出完成的]{0,4})(?:的)?(?:案件|案子|数|量)?"
_IN_THE_WHOLE = re.compile(
    rf"^(?P<matter>.*?),?(?:在|于){_WHOLE}的?(?P<inner>[^,占]*?){_ALL}?{_INSIDE}?的?,?{_HOLDS}{_LARGE}"
)
_BEHIND = re.compile(
    rf"^(?P<matter>.*?)(?:{_HOLDS}{_WHOLE}的?(?P<inner>[^,占]*?){_ALL}?的?{_LARGE}"
    rf"|(?:是|为|相当于|等于){_WHOLE}的?(?P<same>[^,占]*?){_ALL}?的?{_PERCENT})"
)
_OF_THE_WHOLE = re.compile(
    rf"{_WHOLE}的?(?P<inner>[^,占{_PART}]{{2,}}?){_ALL}?{_INSIDE}?,?(?:其中)?{_PART}{_DID}{_HOLDS}{_LARGE}"
)
_FROM_THE_WHOLE = re.compile(
    rf"{_WHOLE}的?(?P<inner>[^,占{_PART}]{{2,}}?){_ALL}?{_INSIDE}?,?有?{_PERCENT}的?"
    rf"(?:是|来自|出自|由|归)于?{_PART}"
)


def _rank_of(place: str) -> int:
    """How far down a place stands: 0 for the country, 4 for a town."""
    level = level_of(place)
    return next((rank for rank, levels in enumerate(_RANKS) if level in levels), len(_RANKS))


def whole_of(places: tuple[str, ...]) -> str:
    """The one place that stands above all others named; empty if there is none."""
    ranks = sorted((_rank_of(place), place) for place in places)
    above = len(ranks) > 1 and ranks[0][0] < ranks[1][0]
    return ranks[0][1] if above else ""


def whole_of_counted(query: Query) -> str:
    """The one place named, if it stands above those that are only counted (三个县区…占全市)."""
    counted = counted_places(query.core)
    if counted is None or len(query.places) != 1:
        return ""
    ranks = [rank for rank, levels in enumerate(_RANKS) if levels & counted.levels]
    below = not counted.levels or (ranks and _rank_of(query.places[0]) < min(ranks))
    return query.places[0] if below else ""


def matter_within(query: Query) -> str:
    """The matter of which a place's share in the one above is asked; empty if none is asked so."""
    whole = whole_of(query.places) or whole_of_counted(query)
    if not whole:
        return ""
    text = _marked(query, whole)
    if (found := _IN_THE_WHOLE.search(text)) and _PART in found["matter"]:
        return _bare(found["matter"]) or found["inner"]
    if (found := _BEHIND.search(text)) and _PART in found["matter"]:
        before, inner = _bare(found["matter"]), _bare(found["inner"] or found["same"] or "")
        # 甲县首违不罚的占乙市处罚案件的比重 sets two matters against each other.
        return before or inner if not (before and inner) or _restates(inner, before) else ""
    found = _OF_THE_WHOLE.search(text) or _FROM_THE_WHOLE.search(text)
    return _bare(found["inner"]) if found else ""


def _restates(inner: str, before: str) -> bool:
    """受理量 behind 受理的行政复议案件 is the same matter."""
    words = [variant for term in terms_of(before) for variant in term.variants]
    told = terms_of(inner)
    said_again = all(set(term.variants) & set(words) for term in told)
    return before.endswith(inner) or (bool(told) and said_again)


_COUNTED = re.compile(r"(?:这)?[两三四五六七八九十]个?[家地县区市州]|分别|各自?")


def _bare(text: str) -> str:
    """The words of a matter without the places, and what counts or joins them."""
    bare = _COUNTED.sub(" ", re.sub(f"[{_WHOLE}{_PART}]", " ", text))
    return bare.strip(" 的,和与、及跟同")


def _marked(query: Query, whole: str) -> str:
    """The question without years, each place a mark of the whole or of a part."""
    text, names = without_years(query.said), Gazetteer(query.places)
    if len(query.places) == 1:
        text = without_counted_places(text, _PART)
    aliases = ((name, place) for place in query.places for name in names.names_of(place))
    for name, place in sorted(aliases, key=lambda pair: -len(pair[0])):
        text = text.replace(name, _WHOLE if place == whole else _PART)
    return text
