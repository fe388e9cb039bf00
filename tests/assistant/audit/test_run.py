"""Many reports: which are read, which are held, what is counted."""

from __future__ import annotations

import gc
from typing import TYPE_CHECKING

from assistant.audit import audit_library, audit_reports, stream_library
from assistant.audit.run import full_places
from corpus.model import Report
from corpus.read import read_report
from tests.assistant.audit.invented_reports import report_of
from tests.assistant.shelves import MemoryShelf

if TYPE_CHECKING:
    from collections.abc import Sequence

    from index.library_db import ReportCard

TEXT = "{place}{year}年法治政府建设情况报告\n一、主要工作\n{said}\n"


def text_of(place: str, year: int, said: str) -> str:
    return TEXT.format(place=place, year=year, said=said)


TEXTS = (
    text_of("云溪县", 2021, "受理行政复议案件37件。"),
    text_of("云溪县", 2022, "受理行政复议案件52件,同比增长45.5%。"),
    text_of("青岚市", 2022, "行政机关负责人出庭应诉率达120%。"),
)


def test_a_library_gives_what_its_reports_give() -> None:
    shelf = MemoryShelf(*TEXTS)
    result = audit_library(shelf)
    assert result == audit_reports([shelf.report(card.id) for card in shelf.cards])
    assert sorted(f.kind.value for f in result.findings) == ["rate_above_all", "year_on_year"]
    assert (result.checked.reports, result.checked.figures, result.checked.years) == (3, 4, 1)


def test_places_and_years_narrow_what_is_told_not_what_is_compared() -> None:
    shelf = MemoryShelf(*TEXTS)
    kinds = {
        (place, year): [
            f.kind.value
            for f in audit_library(
                shelf, places=(place,) if place else (), years=(year,) if year else ()
            ).findings
        ]
        for place in ("", "云溪县", "青岚市", "松陂县")
        for year in (0, 2021, 2022)
    }
    assert kinds["云溪县", 0] == kinds["云溪县", 2022] == ["year_on_year"]
    assert kinds["青岚市", 0] == ["rate_above_all"]
    assert kinds["", 2021] == kinds["松陂县", 0] == []
    assert audit_library(shelf, places=("云溪县",), years=(2022,)).checked.reports == 1


class FreshShelf:
    """Reads a report anew each time, and counts how many are held by somebody then."""

    def __init__(self, *texts: str) -> None:
        self.cards: Sequence[ReportCard] = MemoryShelf(*texts).cards
        self._texts = {read_report(text, file="").id: text for text in texts}
        self.most = 0

    def report(self, report_id: str) -> Report:
        """One report, read from its text."""
        gc.collect()
        held = [each for each in gc.get_objects() if isinstance(each, Report)]
        self.most = max(self.most, len(held))
        return read_report(self._texts[report_id], file="报告.txt")


def test_no_more_than_two_years_of_a_place_are_held() -> None:
    texts = [
        text_of(f"云{name}县", year, f"受理行政复议案件{year - 2000}件。")
        for name in "东西"
        for year in range(2012, 2020)
    ]
    gc.collect()
    others = sum(isinstance(each, Report) for each in gc.get_objects())
    shelf = FreshShelf(*texts)
    assert sum(result.checked.reports for result in stream_library(shelf)) == 16
    assert shelf.most <= others + 3


def test_the_same_report_twice_is_one() -> None:
    report = report_of("行政机关负责人出庭应诉率达120%。")
    result = audit_reports([report, report])
    assert (len(result.findings), result.checked.reports) == (1, 1)


def test_nothing_to_check_is_no_finding() -> None:
    assert audit_reports([]).checked.reports == 0
    result = audit_reports([report_of("依法行政水平稳步提升。")])
    assert (result.findings, result.checked.figures) == ((), 0)


def test_short_names_belong_to_the_only_long_one() -> None:
    assert full_places(["望舒区", "青岚市望舒区", "云溪县", ""]) == {
        "": "",
        "云溪县": "云溪县",
        "望舒区": "青岚市望舒区",
        "青岚市望舒区": "青岚市望舒区",
    }
    twins = full_places(["望舒区", "青岚市望舒区", "霁川市望舒区"])
    assert twins["望舒区"] == "望舒区"
