"""The questions ask for what the reports say, and the judge tells right from wrong."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from tests.invented.asking import Amount, Question
from tests.invented.data import indicators
from tests.invented.judging import answer_faults, citation_faults
from tests.invented.places import Place
from tests.invented.questions import KINDS, make_questions
from tests.invented.truth import Invented, Known
from tests.invented.world import World

if TYPE_CHECKING:
    from collections.abc import Iterable

WORLD = World(places=12, years=6, seed=5, gaps=True)
REPORTS = tuple(WORLD.reports())
QUESTIONS = make_questions(REPORTS, first=WORLD.span[0], newest=WORLD.span[-1])
ANSWERED = [question for question in QUESTIONS if not question.refuse]


def _ideal(question: Question) -> str:
    """An answer that holds just what is wanted."""
    said = [str(one) for one in (*question.order, *question.must)]
    said += [words[0] for words in question.any_of]
    return "，".join([*said, f"{question.winner}最多" if question.winner else ""])


def test_every_kind_has_its_questions() -> None:
    counted = Counter(question.kind for question in QUESTIONS)
    assert set(counted) == set(KINDS)
    assert all(count == 20 for kind, count in counted.items())
    assert len({question.id for question in QUESTIONS}) == len(QUESTIONS)
    assert len({question.q for question in QUESTIONS}) > len(QUESTIONS) * 0.97


def test_the_same_seed_asks_the_same_questions() -> None:
    again = make_questions(REPORTS, first=WORLD.span[0], newest=WORLD.span[-1], kinds=["rank"])
    assert again == [question for question in QUESTIONS if question.kind == "rank"]
    other = make_questions(REPORTS, first=WORLD.span[0], newest=WORLD.span[-1], seed=2)
    assert other != QUESTIONS


def test_questions_are_whole_sentences_without_gaps() -> None:
    for question in QUESTIONS:
        assert "{" not in question.q
        assert "年年" not in question.q
        assert len(question.q) > 8


def test_evidence_stands_in_the_reports() -> None:
    texts = {report.stem: report.text for report in REPORTS}
    for question in ANSWERED:
        assert question.cites >= 1
        for known in question.evidence:
            start, end = known.span
            assert texts[known.report][start:end] == known.as_written


def test_a_flawed_number_is_asked_for_only_as_a_conflict() -> None:
    wrong = {(flaw.place, flaw.year, flaw.key) for report in REPORTS for flaw in report.flaws}
    for question in ANSWERED:
        told = [one for one in question.evidence if one.kind != "target"]
        used = {(one.place, one.year, one.key) for one in told}
        assert (question.kind == "conflict") == bool(used & wrong)


def test_what_is_refused_as_unreported_is_in_no_report() -> None:
    for question in QUESTIONS:
        if question.kind in {"unreported", "year_absent"}:
            names = [place for place in WORLD.all_places if question.places[0] in _names(place)]
            assert names
            said = [
                known
                for report in REPORTS
                if report.place in names
                for known in report.truth
                if known.key == question.keys[0] and known.period == question.years[0]
            ]
            assert not said


def _names(place: Place) -> set[str]:
    return {place.name, place.full, place.base}


def test_places_of_refused_questions_have_no_report() -> None:
    names = {place.name for place in WORLD.all_places}
    for question in QUESTIONS:
        if question.refuse == "place_absent":
            assert question.places[0] not in names
            assert question.places[0] in question.q


def test_the_judge_takes_an_answer_that_holds_all() -> None:
    for question in QUESTIONS:
        ideal = _ideal(question)
        assert not answer_faults(question, ideal, refused=bool(question.refuse)), question.q


def test_the_judge_takes_no_wrong_number() -> None:
    for question in ANSWERED:
        wanted = next((one for one in question.must if isinstance(one, Amount)), None)
        if wanted is None:
            continue  # who does not report it
        wrong = replace(wanted, value=wanted.value + 7)
        changed = _ideal(question).replace(str(wanted), str(wrong))
        assert answer_faults(question, changed, refused=False)


def test_the_judge_wants_refusals_and_answers_where_due() -> None:
    for question in QUESTIONS:
        assert answer_faults(question, "", refused=not question.refuse)


def test_the_judge_wants_every_number_cited() -> None:
    for question in ANSWERED:
        quotes = [(known.report, known.sentence) for known in question.evidence]
        assert not citation_faults(question, quotes)
        assert citation_faults(question, quotes[1:]) or len(set(quotes)) < len(question.evidence)
        assert citation_faults(question, [("别的报告", quote) for _, quote in quotes])


def test_the_judge_takes_the_same_number_of_a_second_report() -> None:
    twice = next(one for one in ANSWERED if one.elsewhere)
    twins = {(one.place, one.period, one.key): one for one in twice.elsewhere}
    cited = [twins.get((one.place, one.period, one.key), one) for one in twice.evidence]
    quotes = [(known.report, known.sentence) for known in cited]
    assert not citation_faults(twice, quotes)
    assert citation_faults(replace(twice, elsewhere=()), quotes)


@pytest.mark.parametrize(
    ("answer", "faults"),
    [
        ("受理3.5万余件。", 0),
        ("受理三万五千余件。", 0),
        ("受理 35,000 余件。", 0),
        ("受理３５０００余件。", 0),
        ("受理35000件。", 1),
        ("受理近35000件。", 1),
        ("受理35000余人。", 1),
        ("受理3.5余件。", 1),
        ("受理35000余件，计划40000件。", 1),
    ],
)
def test_numbers_are_the_same_in_any_writing(answer: str, faults: int) -> None:
    question = Question(
        id="1", kind="figure", q="受理多少件？", places=(), years=(), keys=(),
        must=(Amount(value=Decimal(35000), unit="件", hedge="余"),),
        must_not=(Amount(value=Decimal(40000), unit="件"),),
    )  # fmt: skip
    assert len(answer_faults(question, answer, refused=False)) == faults


@pytest.mark.parametrize(
    ("answer", "good"),
    [
        ("霁川县最多", True),
        ("霁川县比云岚县多7件", True),
        ("云岚县30件，霁川县37件，霁川县高于云岚县", True),
        ("云岚县比霁川县多7件", False),
        ("云岚县最多", False),
        ("云岚县30件，霁川县37件", False),
    ],
)
def test_who_is_ahead_must_be_said(answer: str, good: bool) -> None:
    question = Question(
        id="1", kind="compare", q="哪个多？", places=("云岚县", "霁川县"), years=(), keys=(),
        winner="霁川县",
    )  # fmt: skip
    assert (not answer_faults(question, answer, refused=False)) == good


def _small() -> Iterable[Invented]:
    """Two places, three years, one indicator."""
    told = {"云岚县": (200, 250, 310), "霁川县": (100, 90, 84)}
    for number, (name, values) in enumerate(told.items()):
        place = Place(number=number, name=name, level="county", base=name[:2], upper="云岚市")
        for year, value in zip(range(2022, 2025), values, strict=True):
            sentence = f"受理行政复议案件{value}件。"
            known = Known(
                place=name, year=year, key="reviews_accepted", value=Decimal(value), unit="件",
                hedge="", as_written=f"{value}件", kind="level", period=year, sentence=sentence,
                start=8, report=f"{name}{year}",
            )  # fmt: skip
            yield Invented(
                place=place, year=year, style="classic", stem=f"{name}{year}", text=sentence,
                truth=(known,),
            )  # fmt: skip


def _must(kind: str, places: set[str], years: set[int]) -> set[str]:
    questions = make_questions(_small(), first=2022, newest=2024, each=60, kinds=[kind])
    for question in questions:
        if set(question.places) == places and set(question.years) == years:
            return {str(one) for one in (*question.must, question.winner) if str(one)}
    raise AssertionError(f"no {kind}")


def test_expected_results_are_right() -> None:
    up, down = {"云岚县"}, {"霁川县"}
    every = {2022, 2023, 2024}
    assert _must("difference", up, {2022, 2024}) == {"200件", "310件", "110件"}
    assert _must("growth", up, {2023, 2024}) == {"250件", "310件", "24%"}
    assert _must("growth", down, {2023, 2024}) == {"90件", "84件", "6.7%"}
    assert _must("sum", up, every) == {"200件", "250件", "310件", "760件"}
    assert _must("sum", up | down, {2024}) == {"310件", "84件", "394件"}
    assert _must("average", up, {2022, 2023}) == {"200件", "250件", "225件"}
    assert _must("average", up | down, {2024}) == {"310件", "84件", "197件"}
    assert _must("compare", up | down, {2023}) == {"250件", "90件", "160件", "云岚县"}
    trend = make_questions(_small(), first=2022, newest=2024, each=60, kinds=["trend"])
    words = {question.places[0]: question.any_of[0][0] for question in trend}
    assert words == {"云岚县": "上升", "霁川县": "下降"}


def test_questions_are_json() -> None:
    for question in QUESTIONS:
        row = json.loads(json.dumps(question.as_json(), ensure_ascii=False))
        assert row["q"] == question.q
        assert row["cites"] == question.cites


def test_labels_and_phrasings_are_not_shared() -> None:
    words = [word for one in indicators().values() for word in (one.label, *one.ask, *one.chat)]
    assert len(set(words)) == len(words)
