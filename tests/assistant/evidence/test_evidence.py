"""Evidence: which reports are looked into, for which years, in which order."""

from __future__ import annotations

import pytest

from assistant.asker import Asker
from assistant.evidence.entities import is_department
from assistant.evidence.gather import Evidence, Scope, scope_of
from assistant.question.asks import ask_of
from tests.assistant.shelves import LINCHUAN, QINGLAN, YUNXI_2021, YUNXI_2022, MemoryShelf

SHELF = MemoryShelf(YUNXI_2022, YUNXI_2021, QINGLAN, LINCHUAN)
ASKER = Asker(SHELF)


def scope(question: str) -> list[tuple[str | None, int | None]]:
    found = scope_of(ASKER.parse(question), SHELF.cards)
    return [(card.place, card.year) for card in found.cards]


def test_the_reports_of_the_place_or_of_the_department_or_all() -> None:
    assert scope("云溪县受理多少件") == [("云溪县", 2022), ("云溪县", 2021)]
    assert scope("市场监管局处罚多少件") == [("霖川市", 2022)]
    assert len(scope("受理多少件")) == 4


def test_the_years_named_are_the_years_of_the_figures() -> None:
    evidence = Evidence(SHELF)
    ask = ask_of("行政复议受理多少件")
    for year, best in ((2022, "512件"), (2021, "29件")):
        hits = evidence.figures(ask, Scope(cards=tuple(SHELF.cards), years=(year,)))
        written = [hit.reading.report.quote(hit.view.figure.quantity.span) for hit in hits]
        assert best in written[:2]
        assert {hit.view.figure.period for hit in hits} == {year}
    assert evidence.figures(ask, Scope(cards=tuple(SHELF.cards), years=(2015,))) == []


def test_plans_speak_of_the_year_after() -> None:
    evidence = Evidence(MemoryShelf(YUNXI_2022))
    cards = tuple(evidence.shelf.cards)
    terms = ask_of("培训乡镇执法人员").terms
    later = evidence.sentences(terms, Scope(cards=cards, years=(2023,)))
    assert "培训乡镇执法人员300人次" in later[0].view.text
    now = evidence.sentences(terms, Scope(cards=cards, years=(2022,)))
    assert all("300人次" not in hit.view.text for hit in now)


def test_nearness_in_meaning_lifts_a_sentence() -> None:
    evidence = Evidence(MemoryShelf(YUNXI_2022))
    everything = Scope(cards=tuple(evidence.shelf.cards))
    terms = ask_of("聘请法律顾问").terms
    usual = evidence.sentences(terms, everything)
    last = usual[-1]
    near = {(last.reading.report.id, last.view.position): 0.99}
    lifted = next(
        number
        for number, hit in enumerate(evidence.sentences(terms, everything, near))
        if hit.view == last.view
    )
    assert lifted < len(usual) - 1


def test_many_reports_are_looked_into_only_where_the_search_finds_something() -> None:
    evidence = Evidence(SHELF)
    hits = evidence.figures(ask_of("主动公开多少条"), Scope(cards=tuple(SHELF.cards)))
    assert [hit.reading.report.quote(hit.view.figure.quantity.span) for hit in hits] == ["9120条"]


def test_a_report_is_laid_out_once() -> None:
    evidence = Evidence(SHELF)
    card = SHELF.cards[0]
    assert evidence.reading(card.id) is evidence.reading(card.id)


@pytest.mark.parametrize(
    ("organ", "department"),
    [
        ("霖川市市场监督管理局", True),
        ("澜沐省卫生健康委", True),
        ("霖川市教委", True),
        ("霖川市发展和改革委员会", True),
        ("中共霖川市委", False),
        ("霖川市依法治市委员会", False),
        ("霖川高新技术产业开发区管理委员会", False),
        ("霖川市人民政府办公室", False),
    ],
)
def test_a_department_is_no_government(organ: str, department: bool) -> None:
    assert is_department(organ) == department
