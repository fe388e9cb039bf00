"""A question to the things it wants (子问题): words, numbers wanted, one or several."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from assistant.question.before_and_now import asked_once, each_alone
from assistant.question.forms import form
from assistant.question.head_noun import head_of
from assistant.question.lexicon import Term, is_act, is_topic, terms_of
from assistant.question.narrowing import less_for_the_title, narrowed
from assistant.question.rows import measures_end, nouns_of, row_of_measures
from assistant.question.units import measure_asked, measure_pattern, unit_class_asked
from assistant.question.years import without_years, years_of
from corpus.quantities import find_quantities

if TYPE_CHECKING:
    from corpus.model import Quantity

__all__ = [
    "INSIDE",
    "Ask",
    "ask_of",
    "asks_of",
    "is_modifier",
    "nouns_of",
    "tells",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Ask:
    """One thing wanted (子问题): its words, and those that an earlier part of the question set."""

    text: str
    terms: tuple[Term, ...]
    context: tuple[Term, ...] = ()
    head: tuple[str, ...] = ()
    """The noun right behind 多少 and its measure word; empty if there is none."""
    measure: str = ""
    """The measure word of the question (件)."""
    unit_class: str | None = None
    """Class of units of `units.toml`; None if the question leaves it open."""
    years: tuple[int, ...] = ()
    """Years named in this part of the question."""
    counted: bool = False
    """Part or whole of a share: a percentage can be neither."""
    change: bool = False
    """A change is wanted (增长了多少), not a level."""
    step: bool = False
    """By how much it moved since last year (较上年提高了多少): a level is no answer."""
    target: bool = False
    """A target is wanted, not a result."""
    without: str = ""
    """What the question leaves out (不算规章); empty if it leaves out nothing."""
    actual: bool = False
    """What was really done is wanted; a target is no answer."""
    inside: bool = False
    """A part of what the context names is wanted (受理的案件里,刑事的)."""
    told: tuple[Quantity, ...] = ()
    """Numbers that the question itself states (11个超市化解了多少起): none of them is asked for."""
    out_of: Quantity | None = None
    """The number that the wanted one is a part of (立案的64件里,…有几件)."""
    paired: bool = False
    """Two numbers are wanted, of which one took the other's place (从多少到多少)."""


_CHANGE = re.compile(
    r"增长|增加|增速|增幅|下降|减少|降低|提高|提升|上升|回落|降幅|涨|同比|百分点|多了|少了|降了|[减砍省]了|[压砍裁减]掉|便宜了|贵了|精简了|少[跑交填等走]"
    r"|(?:缩短|压缩|压减|缩减)了?(?:多少|几|百分之)(?!到|至)"
)
_ACTUAL = re.compile(r"实际(?!利用|使用|控制|困难|需要|问题|情况)|真正|已经")
_LAST_YEAR = re.compile(r"(?:比|较|同)(?:上一?年度?|去年|前一年)(?:同期)?")
"""What a change is measured against names no matter."""
_STEP = re.compile(
    r"(?:[比较]|同比|相?[比较]于|与)(?:上一?年度?|去年|前一年)?(?:同期)?(?:相比)?"
    r"(?:增长|增加|下降|减少|降低|提高|提升|上升|回落|压减|[多少涨降升减])了?(?:多少|几|百分之)(?!到|至)"
    r"|[量数率额](?:增长|下降|上升|提高|降低|上涨)了(?:多少|几|百分之)"
)
_TARGET = re.compile(r"目标|预期|计划|打算|力争|预计|要达到|要实现|今后|下一步")
INSIDE = (
    r"(?:里面|里头|当中|之中|(?<![这那年邻公乡城手夜万])(?<!(?<!中)心)里(?!程)"
    r"|(?<![集其心期])中(?![心标介央小型等医]))"
)
"""X里, X中: what stands before is a whole; 邻里, 公里, 中心 are words of their own."""
_PART_OF_WHOLE = re.compile(rf"^(?P<whole>.{{2,40}}?){INSIDE},?(?P<part>[^,]{{2,}}(?:多少|几).*)$")
_BREAK = re.compile(
    r"(?<=[件起份条个名人次批场期家项元])(?=(?:多少|几)[\u4e00-\u9fff])|[,;。?!:、\s]|(?<=[\u4e00-\u9fff])(?:以及|还有|并且|另外|同时|又|和|与|及)(?=[\u4e00-\u9fff])"
)


def asks_of(core: str) -> tuple[Ask, ...]:
    """The things a question wants, one for each question word, or one in all.

    A part that names nothing itself (2025年要突破多少) asks for what the first part named.
    """
    once = asked_once(core)
    if once != core:
        return tuple(replace(ask, paired=True) for ask in asks_of(once))
    asks: list[Ask] = []
    pending = ""
    for piece in (
        [core] if _distributes(core) else [p for c in _pieces(core) for p in each_alone(c)]
    ):
        joined = f"{pending} {piece}".strip()
        if form("quantity").search(piece) or form("quantity_nouns").search(piece):
            asks += _spread(joined, tuple(t for ask in asks[:1] for t in ask.terms))
            pending = ""
        else:
            pending = joined
    if not asks or not form("quantity").search(core):
        row = row_of_measures(core)
        if row or len(asks) <= 1:
            return tuple(map(ask_of, row)) if row else (ask_of(core),)
    if pending and terms_of(_bare(pending)):
        asks.append(ask_of(pending, tuple(asks[0].terms)))
    kept = [ask for ask in asks if ask.terms or ask.context]
    if not kept:
        return (ask_of(core),)
    leader = next((ask for ask in kept if any(map(tells, ask.terms))), kept[0])
    return tuple(_complete(ask, leader) for ask in kept)


_EACH_OF = re.compile(
    r"(?:分别|各自|各(?!类|种|级|项|地|单位|部门|方|界))(?:是|有|为|达|达到|要)?"
    r"[\u4e00-\u9fff]{0,3}?(?=多少|几|什么)"
)


def _distributes(core: str) -> bool:
    """Whether one question word asks for every noun before it (A和B各是多少)."""
    return len(form("quantity").findall(core)) == 1 and _EACH_OF.search(core) is not None


def _complete(ask: Ask, first: Ask) -> Ask:
    """The ask with the first one's words, if it names nothing itself."""
    if ask is first or ask.head or any(tells(term) for term in ask.terms):
        return ask
    nouns = tuple(
        term
        for term in first.terms
        if (not term.verb or term.text.endswith("率")) and term.text not in _MODIFIERS
    )
    nouns = nouns or tuple(term for term in first.terms if term.text not in _MODIFIERS)
    return replace(ask, terms=tuple(dict.fromkeys((*nouns, *ask.terms))), context=())


def _short_for(term: Term, whole: str) -> Term:
    """刑事 for the 刑事案件 of 法律援助案件: a report leaves out the noun of the whole."""
    stem = term.text[:-_NOUN]
    shared = len(stem) >= _NOUN and not term.topic and whole.endswith(term.text[-_NOUN:])
    return replace(term, variants=(*term.variants, stem)) if shared else term


_NOUN = 2
_MODIFIERS = frozenset(
    ("目标", "计划", "突破", "预期", "任务", "实际", "超过", "达到", "总数", "力争", "变化")
)


def is_modifier(term: Term) -> bool:
    """Whether a word only turns a question (目标, 打算, 增长) and names no matter."""
    return term.text in _MODIFIERS or any(p.fullmatch(term.text) for p in (_CHANGE, _TARGET))


def tells(term: Term) -> bool:
    """Whether a word says by itself what is asked for."""
    if is_modifier(term):
        return False
    return not term.verb or term.concept or any(is_topic(v) or is_act(v) for v in term.variants)


def ask_of(text: str, context: tuple[Term, ...] = ()) -> Ask:
    """One ask from its words."""
    years, text = years_of(text), without_years(text)
    found = _PART_OF_WHOLE.match(text)
    if found and not form("ordinal").search(text):
        whole, part = ask_of(found["whole"]), ask_of(found["part"], ask_of(found["whole"]).terms)
        years = years or whole.years
        if not all(is_modifier(term) for term in part.terms):
            kept = tuple(term for term in (*part.context, *context) if term not in part.terms)
            return replace(
                part,
                text=text,
                terms=tuple(_short_for(term, found["whole"]) for term in part.terms),
                context=tuple(dict.fromkeys(kept)),
                years=years,
                inside=True,
                told=whole.told,
                out_of=whole.told[-1] if whole.told else None,
            )
        if part.unit_class:
            nouns = tuple(term for term in whole.terms if not term.act)
            return replace(part, text=text, terms=(*nouns, *part.terms), context=(), years=years)
    step = _STEP.search(text) is not None
    change = step or _CHANGE.search(text) is not None
    terms = terms_of(_bare(_LAST_YEAR.sub(" ", text) if change else text))
    terms = less_for_the_title(narrowed(terms, text), text)
    if single := _single_head(text):
        terms = (*terms, Term(text=single, variants=(single,), weight=1.0, topic=False, act=False))
    own = {term.text for term in terms}
    return Ask(
        text=text,
        terms=terms,
        context=tuple(term for term in context if term.text not in own),
        head=head_of(text),
        years=years,
        measure=measure_asked(text),
        unit_class=None if change and not measure_asked(text) else unit_class_asked(text),
        change=change,
        step=step,
        target=_TARGET.search(text) is not None,
        actual=_ACTUAL.search(text) is not None,
        told=tuple(find_quantities(text)),
    )


def _single_head(text: str) -> str:
    """The one character that 多少 counts (发了多少度电); too short to be a word elsewhere."""
    found = re.search(
        measure_pattern().pattern + r"(?P<one>[电粮煤油气水路桥树地房车税])(?![\u4e00-\u9fff])",
        text,
    )
    return found["one"] if found else ""


def _pieces(core: str) -> list[str]:
    """The question cut where a further question word follows."""
    pieces, start = [], 0
    for found in _BREAK.finditer(core):
        before, after = core[start : found.start()], core[found.end() :]
        both = _asks(before) and _asks(after)
        if both or (found.group() and found.group() in "。?!;"):
            pieces.append(before)
            start = found.end()
    pieces.append(core[start:])
    return [piece for piece in pieces if piece.strip()]


def _asks(text: str) -> bool:
    return bool(form("quantity").search(text) or form("quantity_nouns").search(text))


def _spread(text: str, context: tuple[Term, ...]) -> list[Ask]:
    """A、B和C分别有多少 as one ask a noun; anything else as one ask."""
    found = re.search(r"(?:分别|各)(?!类|种|级|项|地|单位|部门|方|界|领域)", text) or measures_end(
        text
    )
    if found is None:
        return [ask_of(text, context)]
    rest = text[found.end() :]
    head = text[: found.start()]
    if inside := _ROW_INSIDE.match(head):
        head, context = inside["row"], (*context, *ask_of(inside["whole"]).terms)
    nouns = nouns_of(head)
    if len(nouns) < 2:
        return [ask_of(text, context)]
    first = ask_of(nouns[0] + rest, context)
    shared = tuple(term for term in first.terms if not _ONE_OF_ROW.fullmatch(term.text))
    return [first, *(ask_of(noun + rest, shared) for noun in nouns[1:])]


_ONE_OF_ROW = re.compile("[一二三]产业?")
"""一产 of 一产、二产、三产 is the matter of none of the others."""


_ROW_INSIDE = re.compile(rf"^(?P<whole>[^、]{{4,40}}?){INSIDE},(?P<row>[^,]+)$")
"""督察工作里,约谈和问责的: what stands before a row holds for all of it."""
_COPULA = re.compile(r"(?<=[数率额量值度比次])[要需应得]?(?:是|为|有|达到?|实现)+(?=[\s,。?]|$)")
"""件数是, 人次要达到: what joined the noun to its question word."""


_HAVING = re.compile("(?<=[所室])有(?=多少|几)")
"""司法所|有几个, not 司法|所有."""


def _bare(text: str) -> str:
    """The words without question words."""
    text = _HAVING.sub(" ", text)
    for quantity in reversed(list(find_quantities(text))):
        text = text[: quantity.span.start] + " " + text[quantity.span.end :]
    text = measure_pattern().sub(" ", text)
    for name in ("ordinal", "yesno", "quantity", "text"):
        text = form(name).sub(" ", text)
    return _COPULA.sub("", text)
