"""A question to the numbers it wants computed with (算式解析): which operation, over what."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import takewhile
from typing import TYPE_CHECKING

from assistant.evidence.named_pairs import with_their_names
from assistant.evidence.remainders import remainder_of
from assistant.model import Operation
from assistant.question.asks import INSIDE, Ask, ask_of, is_modifier
from assistant.question.forms import form
from assistant.question.lexicon import Term, plain
from assistant.question.rows import nouns_of, row_alone
from assistant.question.years import without_years, years_of

if TYPE_CHECKING:
    from assistant.evidence.gather import Scope
    from assistant.question.query import Query

_QUANTITY_TAIL = re.compile(
    r"(?:多少|几|多|少|高|低|相差|差|是|为|有(?!关)|了|一共|(?<!公)共)+[\u4e00-\u9fff]{0,2}$"
)
_SHARE_OF = re.compile(
    rf"^(?P<whole>.+?){INSIDE}(?:[,,]|有)?(?P<part>.+?)(?:的)?(?:所)?(?:占|比例|比重|占比)"
)
_SHARE_THAT = re.compile(
    rf"^(?P<whole>.+?){INSIDE},?(?:有|占)?"
    r"(?:多大比例|多少比例|百分之几|百分之多少|几成)(?:的|是)?(?P<part>[^,]{2,})$"
)
_HOW_LARGE = r"(?:多大比例|多少比例|百分之几|百分之多少|几成)"
_SHARE_DONE = re.compile(
    rf"^(?P<whole>.{{4,}}?)(?:有|占)?{_HOW_LARGE}(?:的|是)?(?P<part>[^,占]{{2,}})$"
)
"""推送的线索有百分之几查实了."""
_SHARE_BEHIND = re.compile(
    rf"^(?P<whole>[^,]{{4,}}),(?P<part>[^,]{{2,}}?)的?占(?:了|到|比)?{_HOW_LARGE}$"
)
"""评查的案卷,优秀的占百分之几."""
_SHARE_SINCE = re.compile(
    rf"^(?P<whole>[^,]{{2,}}的[^,]{{2,}}),(?:其中|年底前?|年内|截至年底|目前|已经?|最终|最后)*"
    rf"(?P<part>[^,占]{{2,8}}?)了?{_HOW_LARGE}$"
)
"""督察发现的问题,年底前整改了百分之几."""
_SHARE_ASIDE = re.compile(
    r"^(?P<whole>[^,]{4,}),(?:其中)?(?P<part>[^,占]{2,12}?)的?占比[例重]?[是为有]?(?:多少|多大|百分之几|几成)$"
)
"""办结的法律援助案件,刑事案件的占比是多少."""
_SHARE_ALONE = re.compile(
    rf"^(?P<part>[^,]{{4,}}?)的?(?:所)?占(?:了|到|比)?(?:{_HOW_LARGE}|百分比|多少)$"
)
"""随迁子女读公办学校的占百分之几: the whole is the one that the report counts it under."""
_PART_OF = re.compile(
    r"^(?P<part>.+?)(?:大概|大约|约|共|一共)?占(?!比(?:例|重)?[是为有多几])(?:了|到|全部|所有|总|整个)*(?P<whole>.+?)(?:总数|总量|总额|全部)?(?:的)?"
    r"(?:百分之几|百分之多少|多少|几成|比例|比重|多大|几分|百分比)"
)
_COMPARED = re.compile(
    r"^(?P<left>.+?)(?:比|较|与|和|跟|同)(?P<right>.+?)(?:相比|比起来|之间|的)?(?:多|少|高|低|相差|差|增加|减少|大|小)"
)
_SHARES = (_SHARE_ASIDE, _SHARE_THAT, _SHARE_OF, _SHARE_BEHIND, _PART_OF, _SHARE_DONE)
_TOPIC_OF_ROW = re.compile(
    r"^(?P<topic>[^,、]{2,}?)(?:,|里面?,?|(?<=[件项起份人次])中,?)(?P<row>[^,]+(?:、|和|与|以及|及|加上)[^,]+)$"
)
"""行政复议案件,维持和驳回的: what stands before a row of parts is no part itself."""
_PLACE_ABOVE = re.compile("(?:全|整个)[国省市州盟县区旗]|全自治[区州县]")
_IS_RATE = re.compile("率(?:是|为|有|达到?)?[ ,]*$")
_ROW = 2
_LAST_YEAR = re.compile(r"(?:上一?年度?|去年|前一年)(?:同期)?")
"""比上年减少多少 asks for a change that the report states."""
_ADDED_UP = re.compile(r"加|合(?:起来|计|在)|之和|总和|两项|两者|三项")
_TOGETHER = re.compile(r"总数|总和|总量|合计|一共|加起来|两项|两者|三项")


@dataclass(frozen=True, slots=True, kw_only=True)
class Operand:
    """One side of a computation: what is asked, and for which years and places."""

    ask: Ask
    scope: Scope
    done: bool = False
    """What is taken from a whole: the figure's own name must say so (整改)."""


def readings(query: Query, scope: Scope) -> list[tuple[Operation, tuple[Operand, ...]]]:
    """The ways to read the question as arithmetic, most telling first."""
    core = query.core
    ways = _SHARES if form("growth").search(core) else (*_SHARES, _SHARE_SINCE)
    if query.has("share") and (
        found := next(filter(None, (way.search(core) for way in ways)), None)
    ):
        part, whole = found["part"], found["whole"]
        alone = len(query.places) < _ROW and _PLACE_ABOVE.fullmatch(whole.strip(" ,的"))
        if _IS_RATE.search(part) or alone:
            return []  # 整改完成率 is no part; 占全国多大比例 is stated or not known
        if len(query.places) == _ROW and not ask_of(whole).terms:
            whole = part  # of one place in the other
        return [(Operation.SHARE, _share_of(part.strip(" ,的"), whole, scope))]
    if query.has("share") and (found := _SHARE_ALONE.search(core)):
        return [(Operation.SHARE, (_operand(found["part"], scope),))]
    if query.has("difference") and (found := _COMPARED.search(query.question)):
        left, right = found["left"], found["right"]
        if _LAST_YEAR.fullmatch(right.strip(" ,")):
            return []
        return [(Operation.DIFFERENCE, _sides(left, right, scope, ask_of(core).unit_class))]
    if query.has("remainder") and (rest := _remainder(core, scope)):
        return [(Operation.DIFFERENCE, rest)]
    if len(form("quantity").findall(core)) > 1 and not _ADDED_UP.search(core):
        return []  # 办了多少案件,罚没款一共多少: two numbers, none to be added
    if query.has("sum") and (terms := _addends(core, scope) or _over_years(query, scope)):
        return [(Operation.SUM, terms)]
    return []


def _operand(text: str, scope: Scope, context: str = "") -> Operand:
    bare = _QUANTITY_TAIL.sub("", text.strip(" ,"))
    for name in ("sum", "difference"):
        bare = form(name).sub(" ", bare)
    around = ask_of(context).terms if context else ()
    return Operand(ask=ask_of(bare, around), scope=scope)


def _share_of(part: str, whole: str, scope: Scope) -> tuple[Operand, ...]:
    """The part and the whole; a part that is one of several wholes in a row is that one."""
    wholes = _wholes(whole, part, scope)
    sides: tuple[Operand, ...]
    if len(wholes) == 1:
        sides = (_of_level(part, whole, scope), *wholes)
    else:
        same = [operand for operand in wholes if plain(part) in plain(operand.ask.text)]
        sides = (same[0] if len(same) == 1 else _operand(part, scope), *wholes)
    return tuple(replace(side, ask=replace(side.ask, counted=True, told=())) for side in sides)


_LEVEL = re.compile(
    r"(?P<level>国家|省|市|州|县|区|乡镇|乡|镇|街道|村|社区)(?:这?一)?(?:级|层面|一层)(?:的)?"
)


def _of_level(part: str, whole: str, scope: Scope) -> Operand:
    """村一级的 of a total: the part of it whose name begins with the level (村(社区)室149个)."""
    operand = _operand(_without_shared_noun(part, whole), scope, whole)
    found = _LEVEL.fullmatch(part)
    if found is None:
        return operand
    level = found["level"]
    names = (f"{level}级", level, *(level if len(level) > 1 and level != "国家" else ()))
    term = Term(text=names[0], variants=names[1:], weight=2.0, topic=False, act=False)
    return replace(operand, ask=replace(operand.ask, terms=(term,), inside=True))


def _without_shared_noun(part: str, whole: str) -> str:
    """刑事 of 法律援助案件里刑事案件占…: a report names a part without the noun of its whole."""
    whole = whole.rstrip("的总数量")
    pairs = zip(reversed(part), reversed(whole), strict=False)
    shared = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))
    return part[:-shared] if _NOUN <= shared <= len(part) - _NOUN else part


_NOUN = 2


def _wholes(text: str, part: str, scope: Scope) -> tuple[Operand, ...]:
    """The whole of a share: one figure, or several that are named in a row."""
    inside = re.search(r"\(([^()]+、[^()]+)\)", text)
    nouns = [noun for noun in nouns_of(inside[1] if inside else text) if ask_of(noun).terms]
    row = inside is not None or "、" in text or not _JOINS.search(text)
    one_of_them = any(noun.endswith(part) for noun in nouns[:1]) or part in "".join(nouns[1:])
    summed = row or _TOGETHER.search(text) or one_of_them
    if len(nouns) < _ROW or not summed:
        return (_operand(text, scope),)
    return tuple(_without_fellows(_operand(noun, scope, text)) for noun in nouns)


def _without_fellows(operand: Operand) -> Operand:
    """One of a row that names its own matter: the matter beside it is none of what it is of."""
    if not any(term.topic for term in operand.ask.terms):
        return operand
    kept = tuple(term for term in operand.ask.context if not term.topic)
    return replace(operand, ask=replace(operand.ask, context=kept))


_JOINS = re.compile(r"和|与|及|,|跟|加上")
"""Two nouns without one of these are one word for both (建议提案)."""


def each_in_its_place(operands: tuple[Operand, ...], query: Query) -> tuple[Operand, ...]:
    """Where a question names as many places as numbers, each number is of its own place."""
    if len(query.places) != len(operands):
        return operands
    return tuple(
        replace(
            operand,
            scope=replace(
                operand.scope, cards=tuple(c for c in operand.scope.cards if c.place == place)
            ),
        )
        for operand, place in zip(operands, query.places, strict=True)
    )


def _sides(left: str, right: str, scope: Scope, unit: str | None) -> tuple[Operand, Operand]:
    """Both sides of a comparison; a side that names nothing itself borrows the other's words."""
    texts = with_their_names(without_years(left), without_years(right))
    first, second = _operand(texts[0], scope), _operand(texts[1], scope)
    if not _names_something(second.ask):
        terms = (term for term in (*first.ask.terms, *second.ask.terms) if not is_modifier(term))
        borrowed = replace(first.ask, terms=tuple(dict.fromkeys(terms)), target=second.ask.target)
        second = replace(second, ask=borrowed)
    elif not first.ask.terms:
        first = replace(first, ask=second.ask)
    else:
        second = replace(second, ask=ask_of(second.ask.text, first.ask.terms))
    first, second = _counted_in(first, unit), _counted_in(second, unit)
    left_years, right_years = years_of(left), years_of(right)
    return (
        replace(first, scope=replace(scope, years=left_years or scope.years[:1])),
        replace(second, scope=replace(scope, years=right_years or scope.years[:1])),
    )


def _names_something(ask: Ask) -> bool:
    """Whether a side has a noun of its own; a word of four letters is one (减税降费)."""
    return any(
        not term.verb or term.concept or len(term.text) >= _FOUR_LETTERS for term in ask.terms
    )


_FOUR_LETTERS = 4


def _remainder(core: str, scope: Scope) -> tuple[Operand, Operand] | None:
    """X里没通过的有多少: all of X less those that did."""
    rest = remainder_of(core)
    if rest is None:
        return None
    unit = ask_of(rest.core).unit_class
    whole, part = _operand(rest.whole, scope), _operand(rest.part, scope, rest.around)
    return _counted_in(whole, unit), replace(_counted_in(part, unit), done=True)


def _counted_in(operand: Operand, unit: str | None) -> Operand:
    """The operand, counted as the question counts the result."""
    return replace(operand, ask=replace(operand.ask, unit_class=operand.ask.unit_class or unit))


def _addends(core: str, scope: Scope) -> tuple[Operand, ...]:
    """A和B加起来: the nouns before the word for adding, each with the words behind it."""
    core = _PLUS.sub("加上", core)
    head, tail = _around_sum(core)
    if {found.group() for found in form("sum").finditer(core)} == {"共"} and not _JOINS.search(
        head
    ):
        return ()  # 制定、修改、废止的规章共多少部 is one number
    head = row_alone(head)
    topic = _TOPIC_OF_ROW.match(head)
    nouns = [noun for noun in nouns_of(topic["row"] if topic else head) if ask_of(noun).terms]
    if len(nouns) < _ROW:
        return ()
    unit = ask_of(tail).unit_class
    operands = []
    for number, noun in enumerate(nouns):
        around = topic["topic"] if topic else nouns[0] if number else ""
        operand = _operand(noun, scope, around)
        operands.append(
            replace(operand, ask=replace(operand.ask, unit_class=unit or operand.ask.unit_class))
        )
    return tuple(operands)


_PLUS = re.compile(
    r"(?<=[\u4e00-\u9fff])(?<![增附参添更外追])加(?![快强大工入起在总分装班油固速盖密价征收罚急深派温设减害注息之以上权挂一合])"
    r"(?=[\u4e00-\u9fff]{2})"
)
"""人大建议加政协提案."""


def _around_sum(core: str) -> tuple[str, str]:
    """The question before and behind its word for adding; 加上 joins and is not that word."""
    found = [match for match in form("sum").finditer(core) if match.group() != "加上"]
    if found:
        return core[: found[-1].start()], core[found[-1].end() :]
    asked = form("quantity").search(core)
    return (core[: asked.start()], core[asked.start() :]) if asked else (core, "")


def _over_years(query: Query, scope: Scope) -> tuple[Operand, ...]:
    """2022年和2023年合计: the same number of each year."""
    if len(query.years) < _ROW:
        return ()
    bare = re.sub(r"(?:[两二三]年|和|与|、)", " ", form("sum").sub(" ", query.core))
    ask = ask_of(bare)
    return tuple(Operand(ask=ask, scope=replace(scope, years=(year,))) for year in query.years)
