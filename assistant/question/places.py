"""Places named in a question (地名): those of the library, and strangers."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

import rjieba

from assistant.question.above import without_upper
from assistant.question.organs import Organs, shortened
from corpus.places import everyday_form, initial_form, short_form, steps_of
from corpus.words import words_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedPlaces:
    """The places of a question, and the question without those the library knows."""

    known: tuple[str, ...]
    """In the order in which the question names them."""
    organs: tuple[str, ...]
    """Departments whose reports are meant, as the library writes them."""
    strangers: tuple[str, ...]
    rest: str


class Gazetteer:
    """The places and departments of a library by all their names, made once (地名录)."""

    def __init__(self, places: Iterable[str], departments: Iterable[str] = ()) -> None:
        places = tuple(dict.fromkeys(places))
        self._aliases = _aliases(places)
        self._organs = Organs(places, dict.fromkeys(departments))

    def find(self, question: str) -> NamedPlaces:
        """Which reports' places and departments a question names, in full or in short."""
        known: dict[str, int] = {}
        organs, rest = self._organs.find(question, self._named(question))
        found = [
            (alias, place)
            for alias, place in self._aliases
            if alias in rest and not _part_of_longer(rest, alias)
        ]
        scopes = [pair for pair in found if not _is_aside(rest, pair[0])]
        for alias, place in scopes if scopes or organs else found:
            if alias in rest:
                known.setdefault(place, question.find(alias))
                rest = re.sub(f"{re.escape(alias)}(?=委(?!员))", f" {alias[-1]}", rest)
                rest = rest.replace(alias, " ")
        return NamedPlaces(
            known=tuple(sorted(known, key=lambda place: known[place])),
            organs=organs,
            strangers=tuple(dict.fromkeys((*self._of_other_level(rest), *_strangers(rest)))),
            rest=rest.strip(),
        )

    def _named(self, question: str) -> frozenset[str]:
        """The places of which a question has any name, even within the name of a department."""
        return frozenset(place for alias, place in self._aliases if alias in question)

    def with_whole(self, question: str) -> str:
        """The question with 全市 as the name of the city above the places that it names.

        望榆区的出庭应诉率与全市相比: only where the library has that city's own report, and a
        place that names no city of its own is below the one city of the library. Where no place
        is named, 全市 is that city, too.
        """
        known = self.find(question).known
        found = (_WHOLE if known else _WHOLE_ALONE).search(question)
        if found is None:
            return question
        level = found["level"] or found["here"] or found["office"]
        above = {self._above(place, level) for place in known or ("",)}
        name = above.pop() if len(above) == 1 else ""
        if not name:
            return question
        return question[: found.start("whole")] + name + question[found.end("whole") :]

    def _above(self, place: str, level: str) -> str:
        """The place of a level that another is part of, if it reports; empty if none is sure."""
        own = {place for _, place in self._aliases}
        if named := next((step for step in steps_of(place)[:-1] if step[-1] == level), ""):
            return named if any(steps_of(one)[-1] == named for one in own) else ""
        alike = [one for one in own if one[-1] == level]
        if len(alike) != 1 or len(own) == 1 or (place and place[-1] not in _BELOW[level]):
            return ""
        return alike[0]

    def without_upper(self, question: str, speaks: Callable[[str, str], bool]) -> str:
        """The question without the upper places said before a name (澜沐省云溪县)."""
        return without_upper(question, self._aliases, speaks)

    def names_of(self, place: str) -> tuple[str, ...]:
        """Every way to name a place of the library."""
        return tuple(alias for alias, named in self._aliases if named == place)

    def _of_other_level(self, rest: str) -> list[str]:
        """槿屏市 where the library has 槿屏县: a name of its own, and not that place."""
        found = []
        for alias, _ in self._aliases:
            at = rest.find(alias)
            if at >= 0 and alias[-1] not in _LEVELS and _is_level(rest[at + len(alias) :]):
                found.append(alias + rest[at + len(alias)])
        return found


def _is_aside(text: str, alias: str) -> bool:
    """Whether a place stands in a name (法治湄屏考评) or as a partner (和湄屏对接)."""
    name = re.escape(alias)
    return re.search(rf"{_NAMED_SO}{name}|[和与同跟]{name}(?:{_TOGETHER})", text) is not None


_NAMED_SO = "(?:法治|平安|数字|信用|清廉|美丽|健康|智慧)"
_TOGETHER = "方面|对接|合作|协作|协同|联合|联手|联动|联办|共建|共同|一起|互认|签[了订署]|结对|毗邻"


def _aliases(library: Iterable[str]) -> list[tuple[str, str]]:
    """Every way to name a place, longest first."""
    aliases: dict[str, str] = {}
    for place in library:
        steps = steps_of(place)
        last = steps[-1]
        names = [place, last, short_form(last), everyday_form(last), initial_form(last)]
        if len(steps) > 1:
            upper = steps[-2]
            names += [
                short_form(upper) + last,
                short_form(upper) + short_form(last),
                upper + short_form(last),
            ]
        for name in (*names, *sorted(shortened(names))):
            if len(name) >= 2 and not (_ZONE.search(place) and name in words_of("prefectures")):
                aliases.setdefault(name, place)
    for place in library:
        city = next((one for one in words_of("prefectures") if place.startswith(one)), "")
        if city and _PARK.search(place) and len(place) - len(city) > _SHORTEST:
            aliases.setdefault(place.removeprefix(city), place)
        bare = _ZONE.sub("", place)
        if bare != place and len(bare) >= 2 and bare not in words_of("prefectures"):
            aliases.setdefault(bare, place)
    return sorted(aliases.items(), key=lambda pair: -len(pair[0]))


_PARK = re.compile("(?:园区|开发区|高新区|新区|示范区|产业园)$")
"""东源产业园区 of 河源东源产业园区."""
_SHORTEST = 3
_ZONE = re.compile(
    "(?:国家级)?(?:经济技术|高新技术产业|高新技术|经济|旅游|综合)?(?:开发|高新|经开|保税)(?:产业)?区$"
)
"""澄鸢 of 澄鸢经济技术开发区; 合肥 is a city, whatever its zone reports."""


_LEVEL_BEFORE_WORD = re.compile(r"[省市州县区镇乡]民[主政间营族]")
"""湄屏市|民主法治示范村 is no 湄屏|市民."""
_WHOLE = re.compile(
    "(?:[与和同跟比占较出]|占[了到]|低于|高于|超过|赶上|达到|追上|^|(?<=[,。年])"
    "|在(?=全[省市州县区][^,。?]{0,16}占)|是(?=全[省市州县区]的?(?:总[数量额]的?)?(?:百分之|几成)))"
    "(?P<whole>全(?P<level>[省市州县区])(?!里(?![头面占])|内|面|域|程)|(?P<here>[省市州县区])里(?=[多少高低和与跟])"
    "|(?P<office>[省市县区])(?=政府(?:[和与跟同、比]|哪|谁|[^,。?]{2,20}比)))"
)
"""市政府和望榆区政府哪个多 names the city by its office."""
_WHOLE_ALONE = re.compile(
    _WHOLE.pattern.replace("(?=政府(?:[和与跟同、比]|哪|谁|[^,。?]{2,20}比))", "(?=政府常务会议)")
)
_BELOW = {
    "省": "市州县区旗",
    "市": "县区旗镇乡道",
    "州": "市县镇乡",
    "县": "镇乡道",
    "区": "镇乡道",
}
"""What may be part of a place of each level; 道 ends 街道."""
_LEVELS = "省市州县区旗镇乡"


def _is_level(behind: str) -> bool:
    """Whether what stands behind a short name opens with its level, and not with 市场 or 乡镇."""
    words = not _LEVEL_BEFORE_WORD.match(behind) and behind.startswith(words_of("level_words"))
    return behind[:1] in tuple(_LEVELS) and not words


def _part_of_longer(text: str, alias: str) -> bool:
    """安居 of 安居工程: a short form that goes on as another word."""
    if alias[-1] in (*_LEVELS, "道"):
        return False
    at = text.index(alias)
    if _is_level(text[at + len(alias) :]):
        return True  # 云溪市 is not 云溪县
    behind = text[at + len(alias) :]
    if behind.startswith(_WATERS) and rjieba.has_word(alias):
        return rjieba.has_word(alias + behind[0])  # 青海湖, and not 青海|河湟谷地
    return behind.startswith(("工程", "乐业", "房", "路", "大道", *_WATERS))


_WATERS = ("河", "湖", "山", "江", "港")


_NAME = re.compile(
    r"(?<![\u4e00-\u9fff])(?P<name>(?:[\u4e00-\u9fff]{1,7}?(?:省|自治区|市|自治州|州|盟|县|区|旗|镇|乡|街道)))"
    r"(?![级场域街村里内直上下长属]|民(?![主政办生族营事间商意宗])|(?<=乡)镇)"
)
_NOT_IN_NAME = re.compile(
    r"[给的被评为了过在到除向把将哪几多个所全各每第有没是和与跟同比有由从对等及其之时]|政府|机关|项目|报告|案件|办理|受理|处理|审理|依法治|我|这|那"
)


_OPENS = re.compile("[以去由因据凭往外]")
"""以市政府为被告, 去省局, 外省: a word before an office or a level, and no name."""
_TWO_WORDS = 2


def _is_common(word: str, tag: str) -> bool:
    """A dictionary's word of two characters or more that names no place or person."""
    return len(word) > 1 and rjieba.has_word(word) and not tag.startswith(("ns", "nr", "nz"))


_COUNTED = re.compile("[两二三四五六七八九十几各]+[省市县区州]")
"""湖北和青海两省: how many, and no name."""


def _strangers(text: str) -> list[str]:
    """Administrative names that no report is about.

    Provinces, prefectures, and names at the start of a phrase that end as a place does.
    """
    found = [
        full if full in text else short_form(full)
        for full in words_of("provinces")
        if full in text or short_form(full) in text
    ]
    text = re.sub(r"20\d\d年?(?:度)?", " ", text)
    pieces = re.split(r"[^\u4e00-\u9fff]+|(?:和|与|跟|同|比|在|去年|今年|全年)", text)
    found += [name for piece in pieces if (name := _leading_name(piece))]
    found += [name for name in words_of("prefectures") if name in text]
    found = [name for name in found if f"{name}港" not in text]  # a harbour is no place's report
    kept: list[str] = []
    for place in found:
        if place not in words_of("not_places") and not any(place in other for other in kept):
            kept.append(place)
    return kept


def _leading_name(piece: str) -> str:
    """The longest administrative name that a piece of the question begins with."""
    name = ""
    while (step := _NAME.match(piece[len(name) :])) and _is_name(name + step["name"]):
        name += step["name"]
    return name


def _is_name(words: str) -> bool:
    """Whether words that end as a place does are a name, and not 老小区 or 赋予镇."""
    if _NOT_IN_NAME.search(words) or _OPENS.match(words) or _COUNTED.fullmatch(words):
        return False
    if words.endswith("乡镇"):
        return False  # 考核乡镇: those of the place
    tokens = rjieba.tag(words)
    first, tag = tokens[0]
    if len(tokens) > _TWO_WORDS and all(_is_common(*token) for token in tokens[:-1]):
        return False  # 交通执法市支队: what a department does, and its level
    if len(tokens) > 1 and tokens[-1][0] in words_of("not_places") and len(tokens[-1][0]) > 1:
        return False
    if len(first) > 1 and not rjieba.has_word(first):
        return True  # 暮渡 of 暮渡县: in no dictionary, whatever part of speech is guessed for it
    return len(first) == 1 or tag == "vn" or tag[0] not in "vprmdcu"
