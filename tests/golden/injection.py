"""Errors injected into sentences of reports (错误注入): what a writer might get wrong, seeded.

A figure of a report is put into the words of a speech, left true or made wrong in one way. What
is wrong must be flagged, what is true must not be.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from assistant.draft.atoms import Atom, canonical, find_atoms
from assistant.draft.model import AtomKind
from assistant.evidence.reading import lay_out
from corpus.fold import fold
from corpus.model import Figure, FigureKind
from tests.golden.miswriting import (
    REWORDED,
    STRANGERS,
    draft_around,
    other_act,
    rounded,
    spoken,
    turned,
    wrong_digit,
    wrong_scale,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from random import Random

    from corpus.model import Report

__all__ = ["KINDS", "Injected", "inject"]

KINDS = ("true", "rounded", "digit", "scale", "year", "place", "indicator", "direction", "word")
_SHARES = (34, 10, 18, 7, 9, 8, 8, 3, 0)
_LEADING = re.compile(
    r"^(?:(?:全年|全区|全县|全市|全省|全镇|目前|今年|累计|共计|共|已|先后|截至目前|截至年底|同时|其中)[,、]?)+"
)
_TRAILING = re.compile(r"(?:达到|达|共计|共|为|是|约|近|超过|超|的|了|有|至|到)+$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Injected:
    """A draft with one figure of a report in it (注入样本)."""

    kind: str
    text: str
    said: str
    """The number, or the level, as the draft has it."""
    at: int
    """Where it stands in the draft."""
    true: str
    """The number as the report has it."""
    file: str

    @property
    def wrong(self) -> bool:
        """Whether it must be flagged."""
        return self.kind not in {"true", "rounded"}


def inject(reports: Sequence[Report], random: Random, count: int) -> Iterator[Injected]:
    """Yield `count` drafts, each of one figure; the same random gives the same."""
    sources = [(r, f) for r in reports for f in r.figures if _is_clear(r, f)]
    made = tries = 0
    while made < count and tries < count * 40:
        tries += 1
        report, figure = random.choice(sources)
        kind = random.choices(KINDS, _SHARES)[0]
        one = _injected(report, figure, kind, reports, random)
        if one is not None:
            made += 1
            yield one


_HONOURS = {
    AtomKind.LEVEL: ("国家级", "省级", "市级", "县级"),
    AtomKind.BATCH: ("第一批", "第二批", "第三批", "第四批", "第五批", "第六批", "第八批"),
    AtomKind.RANK: ("全国第一", "全省第一", "全省第二", "全市第一", "全市第二", "全国第五"),
    AtomKind.STREAK: ("连续两年", "连续三年", "连续四年", "连续六年"),
}
_LONGEST_SENTENCE = 110


def inject_words(reports: Sequence[Report], random: Random, count: int) -> Iterator[Injected]:
    """The same for levels, batches, ranks, runs of years, titles and document numbers."""
    sources = []
    for report in reports:
        plans = lay_out(report).plans
        for sentence in report.sentences:
            if sentence.section in plans:
                continue
            words = fold(sentence.span.of(report.text)).strip()
            if len(words) > _LONGEST_SENTENCE or not report.metadata.year or not _place(report):
                continue
            atoms = find_atoms(words)
            sources += [
                (report, words, atom)
                for atom in atoms
                if atom.kind in (*_HONOURS, AtomKind.TITLE)
                and sum(other.kind is atom.kind for other in atoms) == 1
            ]
    for _ in range(count):
        report, words, atom = random.choice(sources)
        true = atom.span.of(words)
        kind = random.choice(["true", "word"])
        said = true if kind == "true" else _other_word(atom, true, random)
        if canonical(atom.kind, said) == atom.value:
            kind, said = "true", true
        body = words[: atom.span.start] + said + words[atom.span.end :].rstrip("。")
        body = _LEADING.sub(
            "", re.sub(r"^[^\u4e00-\u9fff“《\d]+|^[一二三四五六七八九]是", "", body)
        )
        for word, other in REWORDED:
            if random.random() < 0.3:
                body = body.replace(word, other, 1)
        text = draft_around(body, _place(report), report.metadata.year or 0, random)
        yield Injected(
            kind=kind, text=text, said=said, at=text.find(said), true=true, file=report.file
        )


def _other_word(atom: Atom, true: str, random: Random) -> str:
    """Another level, batch or rank; a title with another number or a word changed."""
    if atom.kind is not AtomKind.TITLE:
        return random.choice(_HONOURS[atom.kind])
    if found := re.search(r"[一二三四五六七八九]个|20\d\d", true):
        other = "四个" if found[0] != "四个" else "三个"
        new = str(int(found[0]) - 1) if found[0].isdigit() else other
        return true[: found.start()] + new + true[found.end() :]
    for word, other in (("办法", "条例"), ("实施", "监督"), ("行政", "政务"), ("意见", "方案")):
        if word in true:
            return true.replace(word, other, 1)
    return true


def _is_clear(report: Report, figure: Figure) -> bool:
    """A figure of the report's own place and year whose own words say what it counts."""
    about = report.metadata
    if figure.period != about.year or figure.place or figure.parent is not None or not about.place:
        return False
    if figure.kind is FigureKind.TARGET or not figure.quantity.unit or not about.year:
        return False
    written = figure.quantity.span.of(report.text)
    if not re.search(r"\d", written) or len(re.sub(r"\d", "", written)) > 6 or "-" in written:
        return False
    name, after = _words(report, figure)
    sentence = report.sentences[figure.sentence].span
    if "分别" in fold(report.text)[sentence.start : figure.clause.end]:
        return False
    return (
        4 <= len(name + after) <= 40
        and not re.search(r"[\d“”《》()分别和、均]", name + after)
        and _once(report, figure)
    )


def _once(report: Report, figure: Figure) -> bool:
    """No other number of the report goes by the same words."""
    name = _words(report, figure)
    same = [
        f
        for f in report.figures
        if f is not figure
        and f.quantity.unit == figure.quantity.unit
        and f.indicator == figure.indicator
    ]
    return not any(_words(report, f) == name or not f.indicator for f in same)


def _words(report: Report, figure: Figure) -> tuple[str, str]:
    """What stands before and behind the number, with its subject where that says too little."""
    folded = fold(report.text)
    span, clause = figure.quantity.span, figure.clause
    name = _LEADING.sub("", folded[clause.start : span.start].strip())
    name = _TRAILING.sub("", name.strip(" ,"))
    after = folded[span.end : clause.end].strip(" ,。;、")
    if len(name + after) < 5 or (figure.kind is FigureKind.CHANGE and len(name) < 8):
        name = figure.subject + name if not name.startswith(figure.subject) else name
    return re.sub(r"\s", "", name), re.sub(r"\s", "", after)


def _injected(
    report: Report, figure: Figure, kind: str, reports: Sequence[Report], random: Random
) -> Injected | None:
    name, after = _words(report, figure)
    true = re.sub(r"\s", "", figure.quantity.span.of(report.text))
    year, place = report.metadata.year or 0, _place(report)
    said = _numbers(figure, true, random).get(kind, true)
    if kind == "year":
        year = random.choice([year - 2, year - 1, year - 3])
    elif kind == "place":
        place = _other_place(report, reports, random)
    elif kind == "indicator":
        name = other_act(name)
    elif kind == "direction":
        name = turned(name) if figure.kind is FigureKind.CHANGE else ""
    if (
        not said
        or not name
        or (kind not in {"true", "rounded"} and said == true and not _moved(kind))
    ):
        return None
    if kind in {"year", "place"} and _holds_as_well(reports, place, year, figure):
        return None
    body = spoken(name, after, said, figure, random)
    text = draft_around(body, place, year, random)
    at = text.find(said, text.find(body))
    return Injected(kind=kind, text=text, said=said, at=at, true=true, file=report.file)


def _numbers(figure: Figure, true: str, random: Random) -> dict[str, str]:
    """What each way to write the number makes of it; empty where it makes nothing."""
    return {
        "rounded": rounded(figure, random),
        "digit": wrong_digit(true, random),
        "scale": wrong_scale(true),
    }


def _moved(kind: str) -> bool:
    return kind in {"year", "place", "indicator", "direction"}


def _holds_as_well(reports: Sequence[Report], place: str, year: int, figure: Figure) -> bool:
    """Whether the other place or year has the same number of the same: then nothing is wrong."""
    return any(
        other.quantity.value == figure.quantity.value
        for report in reports
        if _place(report) == place and report.metadata.year == year
        for other in report.figures
    )


def _place(report: Report) -> str:
    return report.metadata.place.value if report.metadata.place else ""


def _other_place(report: Report, reports: Sequence[Report], random: Random) -> str:
    own = _place(report)
    places = sorted({_place(one) for one in reports if _place(one)})
    others = [one for one in places if not own.endswith(one) and not one.endswith(own)]
    return random.choice([*others, *STRANGERS[:2]])
