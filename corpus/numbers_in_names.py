"""Whether a number names something instead of counting it (名称中的数字).

“四个全面”, 246国道, 第3批, 前20名, 7纳米, 3000吨级, 柳林公园二期, dates,
文号, versions and case numbers.
Each rule looks at a number's neighbours only; the words are lists under `corpus/data`.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from corpus.hedges import is_no_hedge
from corpus.words import words_of

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["names_something"]

_HAN = "\u4e00-\u9fff"
_JOINED_BEFORE = re.compile(r"(?:第\s?|[A-Za-z〔\[+·./:\-—~–\d])$|[〔(]\s?$")
_RANK_BEFORE = re.compile(r"前\s?$")
_RANK_UNITS = ("名", "位", "强", "列")
_NEVER_HAN_UNITS = frozenset("级面点分代时度道头节门口体大扇字页站周")
"""Units that behind a Chinese numeral make a name: 三级, 十分, 一道, 两面."""
_HAN_PREFIXES = frozenset("“‘第《每某这那几")
_ROUND = re.compile("[十百千万亿]+")
_IDIOM = re.compile(r"成[百千]?上?$")
"""成百上千, 成千上万: no count; 建成二十个 is one."""
_COUNTED = re.compile(r"(?:达|到|共|计|为|是|了|累计|发放|印发|受理|办理|投入)\s?$")
_ONE_PREFIXES = frozenset("同另统")
_LETTER_BEHIND = re.compile(r"\s?[A-Za-z〕]")
_NOT_ONE = frozenset("这那某同任统第跑另唯逐哪后前下中一又多少每各成是首打上说干抓做办")
_LABELLED = re.compile(r"(?:[数量额率]|[人件场]次|[总合共小]计|\([\u4e00-\u9fff]{1,2}\))\s?:?\s?$")
"""人次:1560 and 持证人员(人) 284 count, 编号:1560 does not."""
_LONGEST_NAME = 10
_LONGEST_TITLE = 60
_ONE_UNITS = frozenset("个名家件次场期份项条处所部座支人起宗例卷台辆套幅笔")
_PHASE_BEFORE = re.compile(r"(?:[办展出发放播编刊印制织排作送了共计达班报刊讯目栏]|举办了?)\s?$")
_NAMES_BEHIND = ("”", "’", "镇", "村", "乡", "街", "沟", "河", "山", "湾")


@cache
def _starts_with(name: str) -> Callable[[str, int], re.Match[str] | None]:
    return re.compile("|".join(re.escape(word) for word in words_of(name))).match


def names_something(folded: str, found: re.Match[str], start: int, stop: int) -> bool:
    """Whether the number found is part of a name, a date or a numeral rather than a count.

    The text searched goes from `start` to `stop`: what stands before it, such as 2. of a heading,
    joins no number.
    """
    first, last = _token(found)
    begin = found.start("low") if found["low"] else first
    if _starts_with("fixed_names")(folded, begin) or _opens_quotation(folded, begin, last):
        return True
    if _is_joined(folded, found, begin, start) or _in_title(folded, begin, start):
        return True
    if not _is_latin(found["unit"]) and _LETTER_BEHIND.match(folded, last, stop):
        return True
    if found["unit"] and _unit_names(folded, found):
        return True
    if found["unit"] == "日" and not _lasts(folded, found):
        return True
    if found["han"]:
        return _chinese_is_no_count(folded, found, first)
    if found["unit"]:
        return _unit_continues(folded, found)
    if _hedged(found):
        return folded.startswith(("年", "月"), found.end())
    return _bare_digits_name(folded, first, last, stop)


def _is_latin(unit: str | None) -> bool:
    """GWh and km, whose letters are no part of a name such as 5G or 4A."""
    return unit is not None and unit[:1].isalpha() and unit.isascii()


def _token(found: re.Match[str]) -> tuple[int, int]:
    group = "digits" if found["digits"] else "han"
    return found.start(group), found.end(group)


def _hedged(found: re.Match[str]) -> bool:
    return bool(found["scale"] or found["more"] or found["more2"])


def _opens_quotation(folded: str, first: int, last: int) -> bool:
    """The number begins a short quotation: “51020”, “四个全覆盖”, "三项制度"."""
    before = folded[first - 1 : first]
    if before in {"“", "‘"}:
        close = re.compile("[”’]").search(folded, last, last + _LONGEST_NAME)
        return close is not None
    if before != '"':
        return False
    line = folded.rfind("\n", 0, first) + 1
    return folded.count('"', line, first) % 2 == 1


def _in_title(folded: str, first: int, start: int) -> bool:
    """《乡村法治五分钟》 is a name, whatever it counts."""
    opening = folded.rfind("《", max(start, first - _LONGEST_TITLE), first)
    return opening >= 0 and "》" not in folded[opening:first]


def _is_joined(folded: str, found: re.Match[str], first: int, start: int) -> bool:
    """第3批, A3, 1:3, (2023: the number goes on from what stands before it."""
    before = folded[max(start, first - 3) : first]
    if found["unit"] in _RANK_UNITS and _RANK_BEFORE.search(before):
        return True
    joined = _JOINED_BEFORE.search(before)
    if joined is None or re.search(rf"[{_HAN}]\s?/$", before):
        return False  # 120批/360人次
    # In brackets, and behind a label's colon or a dash that is no minus, a count may stand.
    if joined.group().strip() in {"(", ":", "—", "-", "~", "–"}:
        if _LABELLED.search(folded, max(start, first - 8), first):
            return False
        glued = re.search(r"\d[%]?\s?[:\-—~–]$", before) is not None
        return glued or not (found["unit"] or found["scale"])
    return True


def _unit_names(folded: str, found: re.Match[str]) -> bool:
    """3000吨级, 15分钟城市圈 are kinds of things, 五次全会 a meeting; 30分 of 9时30分 is a time."""
    start, end = found.span("unit")
    if found["unit"] == "次" and (
        folded.startswith("届", _token(found)[0] - 1) or folded.startswith(("全会", "全体"), end)
    ):
        return True
    if found["unit"] not in {"个", "类"} and folded.startswith("级", end):
        return True
    if found["unit"] == "分" and re.search(r"\d时$", folded[max(0, start - 6) : _token(found)[0]]):
        return True
    return re.compile("(?:分钟|小时|公里)[\u4e00-\u9fff]{0,8}圈").match(folded, start) is not None


_LASTS = re.compile("以?内|压缩|缩短|压减|缩减|减少|减至|降至")
_LASTED = re.compile("(?:压缩|缩短|压减|缩减|减少|减|降)(?:至|到|为)(?:法定)?$")
_DATED = re.compile(r"月\s?$|月[\d一二三四五六七八九十]{1,3}日[至到—-]$")


def _lasts(folded: str, found: re.Match[str]) -> bool:
    """Whether a number of 日 tells how long (由法定60日压缩至22日), not when (11月20日)."""
    before = folded[max(0, found.start() - _LONGEST_NAME) : _token(found)[0]]
    if found["low"] or _DATED.search(before):
        return False
    return bool(_LASTS.match(folded, found.end("unit")) or _LASTED.search(before))


def _unit_continues(folded: str, found: re.Match[str]) -> bool:
    """What seems a unit is the beginning of a name: 周 of 75周年, 英寸 of 8英寸晶圆."""
    if found["unit"] == "日":
        return False  # it lasts, or it would have been left out before
    longer = _starts_with("not_quantities")(folded, found.start("unit"))
    return longer is not None and longer.end() >= found.end("unit")


def _bare_digits_name(folded: str, first: int, last: int, stop: int) -> bool:
    """Whether digits without a unit name a year, a road, a hotline, a version, a rank."""
    digits, rest = folded[first:last], folded[last : min(stop, last + 6)].lstrip()
    if rest.startswith((*words_of("not_quantities"), "”", "’")):
        return True
    follows = re.match(rf"[{_HAN}]", rest)
    if re.fullmatch(r"\d{7,}|(?:19|20)\d\d|12\d{3}|96\d{3,4}|0\d+|\d+\.0", digits):
        return True
    if re.compile(r"\.\d").match(folded, last, stop):
        return True
    if re.search(r"(?:前|附[件表]|[表图])\s?$", folded[max(0, first - 3) : first]):
        return True
    if follows or re.search(rf"[{_HAN}]\s?$", folded[max(0, first - 2) : first]):
        return False
    return _LABELLED.search(folded, max(0, first - 8), first) is None


def _chinese_is_no_count(folded: str, found: re.Match[str], first: int) -> bool:
    """Chinese numerals count only with a unit; 一 alone is mostly an article, 二 an ordinal."""
    numeral, unit, prefix = found["han"], found["unit"], folded[max(0, first - 1) : first]
    if not unit or (prefix in _HAN_PREFIXES and not _hedge_in_front(folded, found)):
        return True
    if _ROUND.fullmatch(numeral) and _IDIOM.search(folded, max(0, first - 3), first):
        return True
    if prefix in _ONE_PREFIXES and numeral == "一":
        return True
    if unit in _NEVER_HAN_UNITS or folded.startswith(_NAMES_BEHIND, found.end("unit")):
        return True
    if unit == "期" and not _PHASE_BEFORE.search(folded, max(0, first - 3), first):
        return True
    if numeral == "一" and not found["more"] and not found["scale"]:
        return not _is_one(folded, found, first)
    if _ROUND.fullmatch(numeral) and numeral != "十":
        return not (found["more"] or _is_round_count(folded, found))
    return numeral in {"二", "零"} or re.fullmatch("[一二三四五六七八九]{2,}", numeral) is not None


def _is_round_count(folded: str, found: re.Match[str]) -> bool:
    """百万户以上 and 超百场 count; 亿元以上项目 and 千人以上企业 are classes of things.

    So do 十万件 anywhere and 百万件 at the end of a stretch, but not 百万吨乙烯 and 进万家.
    """
    followed = re.compile(rf"\s?[{_HAN}“]").match(folded, found.end()) is not None
    if found["after"]:
        return not followed or bool(_hedge_in_front(folded, found))
    if _hedge_in_front(folded, found):
        return True
    begins, many = found["han"][0] == "十", len(found["han"]) > 1
    counted = _COUNTED.search(folded, max(0, found.start("han") - 2), found.start("han"))
    return begins or (many and (not followed or counted is not None))


def _hedge_in_front(folded: str, found: re.Match[str]) -> bool:
    return bool(found["before"]) and not is_no_hedge(folded, *found.span("before"))


def _is_one(folded: str, found: re.Match[str], first: int) -> bool:
    """一 counts at the end of a stretch: 建成中心一个、分中心十个; not in 每季度召开一次.

    整改一项、销号一项 is said of every single one, unless the sentence counts more in that unit.
    """
    if _is_each(folded, found, first):
        return False
    before = folded[max(0, first - 12) : first]
    stretch = re.split(r"[,、。;:()\n]", before)[-1]
    behind = folded[found.end() : found.end() + 1]
    return (
        found["unit"] in _ONE_UNITS
        and behind in {"", ",", "、", "。", ";", ")", "\n"}
        and len(stretch) > 1
        and (stretch[-1] not in _NOT_ONE or stretch.endswith("减少"))
        and "每" not in stretch
    )


def _is_each(folded: str, found: re.Match[str], first: int) -> bool:
    """A row of verbs that each have one: 发现一处、整改一处、销号一处."""
    unit = re.escape(found["unit"])
    begin = max(folded.rfind(mark, 0, first) for mark in "。;\n") + 1
    stops = [at for mark in "。;\n" if (at := folded.find(mark, first)) >= 0]
    sentence = folded[begin : min(stops, default=len(folded))]
    if re.search(rf"(?:\d|[二两三四五六七八九十百千万])\s?{unit}", sentence):
        return False
    one = rf"[{_HAN}]{{2}}一{unit}"
    return re.search(rf"(?:^|[,、:]|做到|坚持|确保|实现){one}[、,]{one}", sentence) is not None
