"""Names of administrative places (地名): the one a report is about, and those a text mentions."""

from __future__ import annotations

import re
from functools import cache

from corpus.words import words_of

_LEVELS = (
    "特别行政区|自治区|自治州|自治县|自治旗|新城(?!区)|新区|开发区|高新区|街道|地区"
    "|省|市|州|盟|县|区|旗|镇|乡"
)
_STEP = re.compile(rf"[\u4e00-\u9fff]{{1,9}}?(?:{_LEVELS})")
_LONGER = re.compile("市(?!场|政(?!府)|直|级|容|民(?![主政间营族]))|(?<!县)县|(?<!区)区")
"""津市|市, and not 浚县|县委."""
_NO_NAME = re.compile(
    r"政府|人民|关于|委员|领导|情况|工作|管理|[的与在对受该各]|^原(?:..|$)|^本(?!溪)"
    r"|.和.|^和(?![平田政顺静硕龙林布]|$)"
)
"""What no name holds; 原 begins one only in 原州 and the like, else it says what a place was."""
_SHORT_STEP = 2


def short_form(place: str) -> str:
    """Drop the level of a name: 安居 of 安居区, 广西 of 广西壮族自治区."""
    for full in words_of("provinces"):
        if place == full:
            bare = re.sub(r"(?:特别行政区|(?:壮族|回族|维吾尔)?自治区|省|市)$", "", place)
            return bare or place
    bare = _peoples().sub("", re.sub(rf"(?:{_LEVELS})$", "", place))
    return bare if len(bare) >= 2 else place


@cache
def _peoples() -> re.Pattern[str]:
    """哈尼族彝族 behind the name of an autonomous place."""
    names = "|".join(sorted(words_of("peoples"), key=len, reverse=True))
    return re.compile(rf"(?<=[\u4e00-\u9fff]{{2}})(?:(?:{names})族)+$")


def everyday_form(place: str) -> str:
    """凉山州 of 凉山彝族自治州, 罗山乡 of 罗山瑶族乡; empty for a place of no people's name."""
    found = re.search(r"(?:自治|族)(?P<level>[州县旗乡])$", place)
    return short_form(place) + found["level"] if found else ""


def initial_form(place: str) -> str:
    """巴州 of 巴音郭楞蒙古自治州: long names of prefectures go by their first letter."""
    bare = short_form(place)
    long = place.endswith("自治州") and len(bare) >= _LONG_NAME
    return f"{bare[0]}州" if long else ""


_LONG_NAME = 4


def steps_of(place: str) -> tuple[str, ...]:
    """Part a place into its levels from the top: 遂宁市安居区 is 遂宁市 and 安居区.

    四川遂宁市 is 四川 and 遂宁市.
    """
    steps, position = [], 0
    if named := _short_province().match(place):
        steps, position = [named[0]], named.end()
    while step := _step_at(place, position):
        steps.append(step)
        position += len(step)
    return tuple(steps) if position == len(place) and steps else (place,)


@cache
def _short_province() -> re.Pattern[str]:
    """A province in short before a city's or a county's name, and not 吉林市 or 海南州."""
    provinces = "|".join(short_form(full) for full in words_of("provinces"))
    cities = "|".join(city for city in words_of("prefectures") if city[-1] not in "市州盟")
    cities += "|" + "|".join(city for city in words_of("prefectures") if city[-1] in "州盟")
    county = (
        "(?!市|自治|港|新|经|高|保税|开发)[\u4e00-\u9fff]{2,3}(?<!族)(?:县|区)(?<!新区)(?<!开发区)"
    )
    return re.compile(rf"(?:{provinces})(?=(?:{cities})(?:(?<=[州盟])|市|州|地区|盟)|{county}$)")


def places_at_start(text: str) -> str:
    """Give the administrative name that a text begins with, as full as it is written."""
    for full in words_of("provinces"):
        if text.startswith(full):
            return full + places_at_start(text[len(full) :])
    step = _step_at(text, 0)
    if not step or not _is_name(step):
        return ""
    return step + places_at_start(text[len(step) :])


def _step_at(text: str, position: int) -> str:
    """One level: 苏州市, 津市市 and 景德镇市 go on behind what looks like their end."""
    found = _STEP.match(text, position)
    if not found:
        return ""
    end = found.end()
    behind = _LONGER.match(text, end)
    if behind and (len(found[0]) <= _SHORT_STEP or found[0][-1] in "州镇"):
        end = behind.end()
    return text[position:end]


def _is_name(step: str) -> bool:
    bare = re.sub(rf"(?:{_LEVELS})$", "", step)
    if bare in words_of("prefectures"):
        return True
    if _NO_NAME.search(bare):
        return False
    return (
        len(bare) >= 1 and step not in words_of("not_places") and bare not in words_of("not_places")
    )
