"""A question over several reporters or years (跨表问题): which indicator, whose, of which years."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING

from assistant.evidence.entities import Entity, entities_of, of_levels
from assistant.evidence.left_out import parted
from assistant.evidence.turns import matter_of, without_lead_in
from assistant.question.asks import Ask, ask_of, tells
from assistant.question.counted_places import counted_places, without_counted_places
from assistant.question.forms import form
from assistant.question.lexicon import table
from corpus.words import words_of
from index.vocabulary import table as vocabulary_table

if TYPE_CHECKING:
    from collections.abc import Iterable

    from assistant.evidence.gather import Evidence, Scope
    from assistant.question.query import Query

__all__ = [
    "Spread",
    "common_year",
    "names_money",
    "read_spread",
    "years_spanned",
    "years_to_follow",
]

_PAIR = 2
_RANGE = re.compile(r"(20[0-4]\d)\s?年?(?:度)?\s?(?:到|至|—+|-+|~|–)\s?(20[0-4]\d)")
_EVERY_REPORT = re.compile(r"(?:现有|所有|全部|每份|各份)(?:的|全部)?报告")
"""Departments report, too."""
_WITHIN = re.compile(r"[\u4e00-\u9fff](?:比(?![例重率分])|较(?!大))\s*[\u4e00-\u9fff]")
_LEVELS = re.compile(r"省|市|县|区|州|镇|乡|街道")


@dataclass(frozen=True, slots=True, kw_only=True)
class Spread:
    """One indicator over reporters and years (跨表问题)."""

    ask: Ask
    entities: tuple[Entity, ...]
    named: bool
    """Whether the question names the reporters, and does not mean all of a kind."""
    years: tuple[int, ...]
    """Years asked for, a span filled up; empty if none is named."""

    @property
    def two_sided(self) -> bool:
        """Whether a 比 is left within: two different matters are compared."""
        return _WITHIN.search(self.ask.text) is not None

    @property
    def what(self) -> str:
        """The indicator in the asker's words, which quote no report."""
        return re.sub('[“”"]', "", self.ask.text)


def read_spread(query: Query, scope: Scope, evidence: Evidence, *strip: str) -> Spread | None:
    """The indicator left when places, years and the words of the tables `strip` are gone.

    None if nothing is left that could be an indicator.
    """
    ask = _bare(query, strip)
    known = any(len(term.text) > _PAIR and len(term.variants) > 1 for term in ask.terms)
    amount = len(ask.terms) >= _PAIR and (ask.unit_class == "money" or names_money(ask))
    if not any(map(tells, ask.terms)) and not ask.head and not known and not amount:
        return None
    named = bool(query.places or query.organs)
    everyone = entities_of(scope.cards) if named else evidence.everyone
    if named:
        wanted = (*query.places, *query.organs)
        rank = {name: number for number, name in enumerate(wanted)}
        entities = tuple(sorted(everyone, key=lambda one: rank.get(one.name, len(rank))))
        entities += _beside(query, entities, evidence)
    elif counted := counted_places(query.core):
        entities = of_levels(everyone, counted.levels)
        if len(entities) != counted.count:
            entities = of_levels(everyone, ())  # 三个县 may be two 县 and a 区
        if len(entities) != counted.count:
            return None  # three places of a report, and not the three of the library
    else:
        entities = of_levels(everyone, _levels_asked(query.question))
        if _EVERY_REPORT.search(query.question):
            entities = everyone
    years = years_spanned(query)
    reported = (card.year for one in entities for card in one.cards if card.year)
    if years and entities and all(year < years[0] for year in reported):
        ask = replace(ask, target=True)  # of a year not reported on yet there are aims alone
    return Spread(ask=ask, entities=entities, named=named, years=years)


def names_money(ask: Ask) -> bool:
    """Whether an ask names a kind of money (欠薪, 罚没款), which counts for a noun."""
    money = vocabulary_table("units")["nouns"]["money"]
    return any(term.text in money for term in ask.terms)


def _beside(query: Query, named: tuple[Entity, ...], evidence: Evidence) -> tuple[Entity, ...]:
    """The places that are counted beside a named one (鸢汀市和三个县区)."""
    counted = counted_places(query.core)
    if counted is None or not counted.levels or not _AND_SO_MANY.search(query.core):
        return ()
    known = {one.name for one in named}
    others = of_levels(evidence.everyone, counted.levels)
    others = tuple(one for one in others if one.name not in known)
    return others if len(others) == counted.count else ()


_AND_SO_MANY = re.compile(
    r"(?:^|[\s,、])(?:和|与|跟|同|及|、)\s*(?:下面|下辖|辖内|其他|其余)?(?:的|这)?[两二三四五六七八九十]+个?[市县区州]"
    r"|[市县区州](?:和|与|跟|同|及|、)(?=\s|$)"
)
"""鸢汀市和三个县区, and not 鸢汀市三个县区."""


def _bare(query: Query, strip: Iterable[str]) -> Ask:
    patterns = table("question")["across"]
    core, without = parted(query.core)
    core = _SURELY.sub("", without_lead_in(core))
    text = _FASTER.sub(lambda found: _FALLS[found["way"][0] in "降下减"], core)
    text = without_counted_places(_NO_MORE_PLACES.sub(" ", _ITS_OFFICE.sub(" ", text)))
    # Words of an aim go first: 从…做到 is no span of years.
    order = ("aim", "range") if "aim" in strip else ("range",)
    for name in (*order, *(name for name in strip if name not in order), "asked", "scope"):
        text = re.sub(patterns[name].replace("MEASURE", _measures()), " ", text)
    text = _trimmed(matter_of(_trimmed(text, patterns["joined"])), patterns["joined"])
    # 哪几个省 counts places, and not what is asked for.
    full = re.sub(patterns["which_place"].replace("MEASURE", _measures()), " ", core)
    full = _COUNTED_PLACES.sub(" ", full)
    ask = _measured_as(ask_of(_COUNTS.sub("", text)), ask_of(full))
    return replace(ask, without=without) if without else ask


_SURELY = re.compile(
    r"(?<![\u4e00-\u9fff]研)究竟|到底|具体(?=是|[多少增减]|差|相差)|准确(?=[多少增减])|大概|大约"
)
"""究竟少了几件: how sure one wants to be is no matter."""
_COUNTED_PLACES = re.compile(
    r"(?:哪|这|那)?[几两二三四五六七八九十](?:个|家|份)"
    r"(?:省区市|省区|省市|县区|省|市|县|区|地方|地区|单位|报告)?(?=里|中|[、,?\s]|写|没|都|是|有|的|未|$)"
)
_COUNTS = re.compile(r"(?<=[\u4e00-\u9fff]{2})(?:(?<!案)[件卷]|项|起|场|份)数$|(?:件|户|场)次$")
"""民生实事项数, 信访件次: how it is counted, which the measure word says by itself."""


_FASTER = re.compile(
    r"(?P<way>增长|增加|下降|减少|上升|增|涨|降|升)得?(?:最|更|比较)?(?:快|慢|猛)(?:的)?"
)
"""增得最快: growth is what is compared."""
_NO_MORE_PLACES = re.compile(
    r"\([\s、,和与及]*\)|这?(?:[一两二三四五六七八九十]个?[区县市州镇乡]){2,}(?:里头|里面|里|当中|之中|中)?|(?<![\u4e00-\u9fff])[两二三四五六七八九十](?:省区市|省区|省市|县区|区县|市县|省|市|县|区|地|家|个?地方|县区)(?:的|里|中)?"
)
"""(云溪、青岚)两地 is of the places named, which are taken out by now."""
_ITS_OFFICE = re.compile(r"(?<=[\s,、])政府(?=(?:和|与|跟|同|、|比)\s|哪|谁)")
"""云溪县政府和青岚市政府: the place stands for its government."""
_FALLS = ("增速", "降幅")


@cache
def _measures() -> str:
    return "个人(?![民大才社])|" + "|".join(re.escape(unit) for unit in words_of("units"))


def _trimmed(text: str, joined: str) -> str:
    """Without what joined the words to those taken away."""
    text = re.sub(r"\s+", " ", text)
    while (shorter := re.sub(joined, "", text)) != text:
        text = shorter
    return text


def _measured_as(ask: Ask, full: Ask) -> Ask:
    """The indicator with the measure word that stood in the words taken away."""
    if ask.change and _RATE_OF_CHANGE.search(full.text):
        return replace(ask, unit_class="percent", measure="")
    if ask.unit_class or full.unit_class in (None, "percent"):
        return ask
    counted = _CASES.search(full.text)
    return replace(
        ask,
        unit_class=full.unit_class,
        measure=full.measure or (counted["unit"] if counted else ""),
    )


_CASES = re.compile(r"(?P<unit>件|起)数")
"""审查件数 is counted in 件, and what came of it in 条."""


_RATE_OF_CHANGE = re.compile(r"增速|增幅|降幅|涨幅|百分点|百分之|增长率|[增降涨]得?[最更]?[快慢]")


_KIND_ALONE = re.compile(
    r"(?:^|[\s,年度])(?:各|全市|全省|全州)?(?:县区|区县|市县|县市区)(?![级域直内本])"
)
"""县区罚没金额前两名: the kind of reporter, named without 哪个."""


def _levels_asked(question: str) -> frozenset[str]:
    """县 and 区 of 哪个县(区): the kind of reporter that is asked for."""
    if kind := _KIND_ALONE.search(question):
        return frozenset(_LEVELS.findall(kind.group()))
    found = form("which_place").search(question)
    if not found:
        return frozenset()
    after = re.match(
        r"\(?(?:省|市|县|区|州|镇|乡|街道)\)?(?![级属直内域民])", question[found.end() :]
    )
    before = re.search(r"[省市县区州]+$", question[: found.start()])  # 省区有哪些
    words = (before.group() if before else "") + found.group() + (after.group() if after else "")
    return frozenset(_LEVELS.findall(words))


def years_spanned(query: Query) -> tuple[int, ...]:
    """The years of a question in order; 2019年到2022年 are four."""
    found = _RANGE.search(query.question)
    if found and int(found[1]) < int(found[2]):
        return tuple(range(int(found[1]), int(found[2]) + 1))
    return tuple(sorted(query.years)) or ((query.edition,) if query.edition else ())


def years_to_follow(spread: Spread) -> tuple[int, ...]:
    """The years named, or all that the reporters have; none if there is but one."""
    known = {card.year for entity in spread.entities for card in entity.cards if card.year}
    years = spread.years if len(spread.years) > 1 else tuple(sorted(known))
    return years if len(years) > 1 else ()


def common_year(entities: Iterable[Entity]) -> int | None:
    """The newest year that most of the reporters have a report on."""
    counts: dict[int, int] = {}
    for entity in entities:
        for year in {card.year for card in entity.cards if card.year}:
            counts[year] = counts.get(year, 0) + 1
    return max(counts, key=lambda year: (counts[year], year), default=None)
