"""What, who, which, when, how (查原文): the sentence that says so, quoted."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from assistant.evidence.choose_sentence import choose_sentence, sentence_answers
from assistant.evidence.named_number import telling_all
from assistant.evidence.people import held_by_office, holders_named
from assistant.model import Answer, Reply, Statement
from assistant.question.asks import Ask, ask_of
from assistant.question.lexicon import coverage
from assistant.wording import refusals
from assistant.wording.excerpt import excerpt
from assistant.wording.statements import sentence_statement
from corpus.quantities import find_quantities

if TYPE_CHECKING:
    from assistant.evidence.gather import Evidence, Scope, SentenceHit
    from assistant.question.query import Query


class Passage:
    """哪个司法所被评为…, “三张清单”指什么: the last type, which takes every question."""

    def accepts(self, query: Query) -> bool:
        """Every question that came so far."""
        return bool(query.core)

    def answer(self, query: Query, scope: Scope, evidence: Evidence) -> Reply | None:
        """Quote the sentence that answers."""
        ask = ask_of(query.core)
        if not ask.terms:
            return refusals.too_vague()
        hit, nearest = choose_sentence(
            ask, scope, evidence, several=query.has("list") or "指" in query.core
        )
        if hit and not _names_holder(query.core, hit):
            hit, nearest = None, None
        hit = telling_all(query.core, hit, ask, scope, evidence) if hit else None
        hit = _gone_on(hit) if hit else None
        if hit and _WHEN.search(query.core) and not _TELLS_WHEN.search(hit.view.text):
            hit, nearest = None, hit
        if hit and (kind := _WHICH.search(query.core)):
            hit = _naming(kind["kind"], hit, ask, scope, evidence)
        if hit and (did := _WHO_DID.search(query.core)):
            hit = _saying(did["act"], hit, ask, scope, evidence)
        if hit and "得奖" in query.core:
            hit = _with_honour(hit)
        if hit is None:
            return _refused(query, ask, nearest)
        if under := _under_heading(hit):
            return Answer(statements=under)
        span = excerpt(hit, ask.terms, _stated(query.core))
        return Answer(statements=(sentence_statement(hit.reading, hit.view.position, span),))


def _stated(core: str) -> re.Pattern[str] | None:
    """The numbers that a question states itself (哪几个市超过95%), as written."""
    told = [quantity.span.of(core).lstrip("不超过近约达到逾") for quantity in find_quantities(core)]
    return re.compile("|".join(rf"(?<![\d.]){re.escape(one)}" for one in told)) if told else None


def _names_holder(core: str, hit: SentenceHit) -> bool:
    """Whether a sentence tells who holds the office asked for, where one is."""
    role = _ROLE.search(core)
    named = role is None or holders_named(hit.view.text, role["role"])
    return bool(named or (role and held_by_office(hit.view.text, role["role"])))


def _refused(query: Query, ask: Ask, nearest: SentenceHit | None) -> Reply:
    """None of the reports' matters, or a matter of which they are silent."""
    weak = nearest is None or nearest.fit.covered < _RELATED
    concept = any(term.concept for term in ask.terms) or "法治" in query.core
    if weak and not concept:
        return refusals.off_topic()
    return refusals.indicator_absent(ask, [nearest] if nearest else [])


_WHICH = re.compile("哪一?(?:个|家|些|几个)(?P<kind>村|社区|乡镇|镇|乡|街道|司法所|调委会|调解室)")
_NO_NAME = "示范|行政|农|乡|山|下|驻|进|入|法治|各|全|每|个|级|民主|美丽|先进|等|的|基层|年"


def _naming(kind: str, hit: SentenceHit, ask: Ask, scope: Scope, evidence: Evidence) -> SentenceHit:
    """The best sentence that names one of the kind asked for (哪个村), else the one found."""
    end = "镇|乡" if kind == "乡镇" else kind
    named = re.compile(rf"(?:(?!{_NO_NAME})[\u4e00-\u9fff]){{2,6}}(?:{end})")
    if named.search(hit.view.text):
        return hit
    ranked = evidence.sentences(ask.terms, scope, evidence.meaning(ask.text, scope))
    return next(
        (one for one in ranked[:_LOOKED_AT] if named.search(one.view.text) and _fits(one)), hit
    )


def _saying(
    act: str, hit: SentenceHit, ask: Ask, scope: Scope, evidence: Evidence
) -> SentenceHit | None:
    """The best sentence that says who did it (主持); None if none does."""
    ranked = evidence.sentences(ask.terms, scope, evidence.meaning(ask.text, scope))
    return next(
        (
            one
            for one in (hit, *ranked[:_LOOKED_AT])
            if act in one.view.text and sentence_answers(one.fit, one.near)
        ),
        None,
    )


_WHO_DID = re.compile("谁来?(?P<act>主持|主讲|牵头|带队|宣读|审定|批准|召集|起草)")


def _fits(hit: SentenceHit) -> bool:
    """Whether a sentence answers; 全省…示范村 is one of 省级."""
    told = [t for t in hit.fit.missing if _OF_LEVEL.get(t.text, "?") not in hit.view.text]
    return sentence_answers(replace(hit.fit, missing=tuple(told)), hit.near)


_LOOKED_AT = 6
_OF_LEVEL = {"国家级": "全国", "省级": "全省", "市级": "全市", "县级": "全县", "区级": "全区"}


def _gone_on(hit: SentenceHit) -> SentenceHit:
    """The sentence that goes on to say what the one found does not (该办法自9月1日起施行)."""
    views, report = hit.reading.sentences, hit.reading.report
    after = hit.view.position + 1
    if not hit.fit.missing or after >= len(views) or not _REFERS.match(views[after].text):
        return hit
    together = report.sentences[after].section == report.sentences[hit.view.position].section
    says = all(coverage(term, views[after].text) for term in hit.fit.missing)
    return replace(hit, view=views[after]) if together and says else hit


_REFERS = re.compile("该|此(?!外|后|次|项|类)|其(?!中|他|它|余)")


def _with_honour(hit: SentenceHit) -> SentenceHit:
    """The sentence that goes on to tell the honour (该平台获评…), if the one found does not."""
    views, report = hit.reading.sentences, hit.reading.report
    section = report.sentences[hit.view.position].section
    for view in views[hit.view.position :]:
        if report.sentences[view.position].section != section:
            break
        own = view.position == hit.view.position
        if _HONOUR.search(view.text) and (own or re.match("[该此其]", view.text)):
            return replace(hit, view=view)
    return hit


_HONOUR = re.compile("获|评为|授予|命名|表彰|入选|[一二三]等奖")


def _under_heading(hit: SentenceHit) -> tuple[Statement, ...]:
    """What stands under a heading, where the sentence found is nothing but a heading."""
    reading = hit.reading
    found = reading.report.sentences[hit.view.position].span
    if found.end - found.start > _LONGEST_TITLE:
        return ()
    for section in reading.report.sections:
        if section.heading.start == found.start and found.end <= section.heading.end + 1:
            positions = [
                position
                for position, sentence in enumerate(reading.report.sentences)
                if section.span.covers(sentence.span) and sentence.span != found
            ]
            return tuple(sentence_statement(reading, p) for p in positions[:_MOST])
    return ()


_MOST = 6
_LONGEST_TITLE = 30
"""What is longer says something itself (1.镇聘请法律顾问1名,由…律师担任。)."""
_WHEN = re.compile(
    r"哪一?[年天日月]|何[时日]|什么(?:时候|时间|日子)|几月(?:几[日号])?|几[号时](?!文|通)"
)
_TELLS_WHEN = re.compile(
    r"\d+(?:年|月|日)|年底|年初|月底|季度|[去今明当]年|[一二三四五六七八九十]五|期间|之后|以来"
)
"""A sentence that only names the thing (发放《民法典》) does not say when it came."""
_ROLE = re.compile(
    r"(?P<role>[\u4e00-\u9fff]?(?:长|主任|书记|代表|负责人|主席))(?:是谁|叫什么|的?名字|姓什么|姓名|的?姓名|是哪位|是哪个人|贵姓)"
)


_RELATED = 0.25
"""Share of a question's words below which it is none for the reports."""
