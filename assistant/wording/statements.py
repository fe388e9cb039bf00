"""Statements in the report's own words, with their citations (成句)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from assistant.model import Citation, Statement
from assistant.question.lexicon import cut, is_act, is_generic, is_verb, plain
from corpus.fold import fold
from corpus.model import Figure, FigureKind, Span
from corpus.stretches import announced_unit
from prompts import say

if TYPE_CHECKING:
    from assistant.evidence.gather import FigureHit
    from assistant.evidence.reading import Reading
    from corpus.model import Section

_LONGEST_LABEL = 48
_SHORT_LABEL = 6
_CASES, _KIND_OF_CASE = "案件", 4
"""不予处罚案件: an act of four characters before 案件 names a kind of them, which is a matter."""
_RATE = re.compile(r"(?:率|度|比例|占比|比重)$")


def cite(reading: Reading, span: Span, section: int | None) -> Citation:
    """A citation of a stretch of a report."""
    report = reading.report
    about = report.metadata
    return Citation(
        report_id=report.id,
        report=title_of(reading),
        document_number=about.document_number.value if about.document_number else None,
        place=about.place.value if about.place else None,
        year=about.year,
        section=report.headings(section),
        quote=report.quote(span),
        span=span,
        file=report.file,
    )


def cite_sentence(reading: Reading, position: int) -> Citation:
    """A citation of one sentence."""
    sentence = reading.report.sentences[position]
    return cite(reading, sentence.span, sentence.section)


def title_of(reading: Reading) -> str:
    """The report's title; its file's name where it has none."""
    title = reading.report.metadata.title
    return title.value if title else re.sub(r"\.\w+$", "", reading.report.file)


def scope_words(reading: Reading, year: int | None) -> str:
    """安居区2022年: the last step of the place and the year, as far as the report has them."""
    place = reading.report.metadata.place
    return (place.value if place else "") + (f"{year}年" if year else "")


_DIGITS = frozenset("0123456789０１２３４５６７８９")


def written(reading: Reading, figure: Figure) -> str:
    """A figure's number as the report writes it, without the spaces inside.

    A unit that its sentence announces (单位:件) is added to it.
    """
    number = re.sub(r"\s", "", reading.report.quote(figure.quantity.span))
    sentence = reading.report.sentences[figure.sentence].span
    before = Span(sentence.start, figure.quantity.span.start)
    unit = announced_unit(reading.folded, before) if number[-1:] in _DIGITS else ""
    return number + unit


_ASKED_NOUN = re.compile(r"(?:多少|几)个([\u4e00-\u9fff]{2,})")
_SHORTEST_REST = 2


def counted_noun(reading: Reading, figure: Figure, question: str) -> str:
    """单位 of 向5个单位制发整改通知书, where 几个单位 is asked for; empty for none.

    个 says nothing of what is counted, as 件 or 户 do; so the noun is told with the number.
    """
    asked = _ASKED_NOUN.search(question)
    if asked is None or figure.quantity.unit != "个":
        return ""
    noun = next((word for word in cut(asked.group(1)) if len(word) > 1), "")
    behind = reading.folded[figure.quantity.span.end : figure.clause.end]
    found = re.match(f"[\u4e00-\u9fff]{{0,4}}?{re.escape(noun)}", behind) if noun else None
    return found.group() if found else ""


def label_of(figure: Figure) -> str:
    """What a figure counts, with the topic from before where its own words do not name it."""
    own = figure.indicator
    if figure.subject and _needs_subject(figure):
        own = say("answers", "figure_subject", subject=figure.subject, indicator=own or "数量")
    return own if len(own) <= _LONGEST_LABEL else own[-_LONGEST_LABEL:]


def _needs_subject(figure: Figure) -> bool:
    """化解 or 办结率 alone do not say of what."""
    if figure.parent is not None:
        return True
    words = [word for word in cut(figure.indicator) if not is_generic(word)]
    acts = _KIND_OF_CASE if figure.indicator.endswith(_CASES) else _LONGEST_LABEL
    telling = [
        word
        for word in words
        if len(word) > 1
        and not _RATE.search(word)
        and (len(word) >= acts or not (is_verb(word) or is_act(word)))
    ]
    return not telling or (
        figure.kind is FigureKind.CHANGE and len(figure.indicator) <= _SHORT_LABEL
    )


def figure_statement(hit: FigureHit, question: str = "") -> Statement:
    """指标:数值, with the sentence it stands in; an old level is not told as the year's.

    The noun that the question counts (几个单位) is told with the number, if it stands there.
    """
    figure = hit.view.figure
    year = hit.reading.report.metadata.year
    old = hit.view.superseded and figure.period in (None, year)
    kind = "figure_target" if figure.kind is FigureKind.TARGET else "figure"
    cited = cite_sentence(hit.reading, figure.sentence)
    label = _quoted_as_written(label_of(figure), cited.quote)
    noun = counted_noun(hit.reading, figure, question)
    shorter = label.removesuffix(noun)
    return Statement(
        text=say(
            "answers",
            "figure_old" if old else kind,
            scope=scope_words(hit.reading, None if old else figure.period),
            label=shorter if len(shorter) >= _SHORTEST_REST else label,
            value=written(hit.reading, figure) + noun,
        ),
        citations=(cited,),
    )


def _quoted_as_written(label: str, sentence: str) -> str:
    """A label without the marks of what its number was taken out of (“最盼的10件事”)."""
    written_so = plain(fold(sentence))
    return _QUOTED.sub(
        lambda found: found[0] if plain(fold(found[1])) in written_so else found[1], label
    )


_QUOTED = re.compile("“([^“”]*)”")


def sentence_statement(reading: Reading, position: int, span: Span | None = None) -> Statement:
    """A sentence, or the stretch of it that matters, quoted."""
    sentence = reading.report.sentences[position]
    quoted = re.sub(r"\s", "", reading.report.quote(span or sentence.span))
    scope = scope_words(reading, reading.report.metadata.year)
    return Statement(
        text=say("answers", "quote", scope=scope + ":" if scope else "", quote=quoted),
        citations=(cite_sentence(reading, position),),
    )


def item_statement(reading: Reading, section: int, lead: Citation | None = None) -> Statement:
    """A heading as an item of a list, without its numeral; a short item stands whole.

    Cited with it is what makes it an item: the heading above, or the sentence that leads in.
    """
    found = reading.report.sections[section]
    citations = [cite(reading, _item_span(reading, found), section)]
    if lead is not None:
        citations.append(lead)
    elif found.parent is not None:
        citations.append(cite(reading, _heading_sentence(reading, found.parent), found.parent))
    return Statement(
        text=say("answers", "item", item=without_numeral(_item_text(reading, found))),
        citations=tuple(citations),
    )


def _item_span(reading: Reading, section: Section) -> Span:
    """An item with the first sentences under its heading, which say what it is."""
    heading = _heading_sentence(reading, section.number)
    under = [
        sentence.span
        for sentence in reading.report.sentences
        if sentence.section == section.number and sentence.span.start >= heading.end
    ]
    return Span(heading.start, under[:_TOLD][-1].end if under else heading.end)


_TOLD = 2
"""Sentences under its heading that are cited with an item."""


def _item_text(reading: Reading, section: Section) -> str:
    """二是案件增幅较大,人手不足; is an item up to its stop, though its heading ends sooner."""
    end = min(section.span.end, _heading_sentence(reading, section.number).end)
    stop = _ITEM_END.search(reading.folded, section.heading.end, end)
    whole = Span(section.heading.start, stop.start() if stop else end)
    item = whole if whole.end - whole.start <= _LONGEST_ITEM else section.heading
    return reading.report.quote(item)


_ITEM_END = re.compile(r"[。;!?\n]")
_LONGEST_ITEM = 80


def without_numeral(heading: str) -> str:
    """A heading without (三), 一是, 1. and the like."""
    folded = fold(heading)
    bare = re.sub(
        r"^\s*(?:第[一二三四五六七八九十百]+(?:部分|章|节)?[、,,:: .]*"
        r"|[((][一二三四五六七八九十百\d]+[))][、..]?|[一二三四五六七八九十百]+[、是要]"
        r"|[\d0-9]{1,2}[、..]|(?:首先|其次|再次|最后)[,,、:]*)\s*",
        "",
        folded,
    )
    bare = heading[len(folded) - len(bare) :]
    return re.sub(r"^[\s::,,、]+|[\s::,,、]+$", "", bare) or heading


def _heading_sentence(reading: Reading, section: int) -> Span:
    """The sentence that a heading begins, or the heading itself."""
    heading = reading.report.sections[section].heading
    for sentence in reading.report.sentences:
        if sentence.span.covers(heading):
            return sentence.span
    return heading
