from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from corpus.model import FigureKind, Hedge
from tests.index.small_reports import QINGLAN, YUNXI, build, open_index, write_reports

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from index.ledger import Ledger
    from index.snapshot import Snapshot

YUNXI_2023 = (
    YUNXI.replace("2022", "2023").replace("2023年2月", "2024年2月").replace("31件,办结28件", "40件")
)
TENSION = """青岚市望舒区2022年法治政府建设情况报告
一、行政争议化解
新收行政复议案件22件,审结20件,其中维持12件、撤销3件。行政机关负责人出庭应诉率达到96.5%。
二、普法
GDP增长5.2%,普法资料发放约2.5万份,受众8000余。
"""


@pytest.fixture
def snapshot(tmp_path: Path) -> Iterator[Snapshot]:
    reports = write_reports(tmp_path / "reports")
    (reports / "云溪2023.txt").write_text(YUNXI_2023, encoding="utf-8")
    (reports / "望舒.txt").write_text(TENSION, encoding="utf-8")
    build(reports, folder=tmp_path / "index")
    with open_index(tmp_path / "index") as opened:
        yield opened


@pytest.fixture
def ledger(snapshot: Snapshot) -> Ledger:
    return snapshot.ledger


def told(ledger: Ledger, *words: str) -> list[tuple[str | None, int | None, str]]:
    names = [name.id for name in ledger.names_with(words)]
    return [(one.place, one.period, one.as_written) for one in ledger.entries(names=names)]


def test_every_figure_is_in_it_as_the_report_has_it(snapshot: Snapshot) -> None:
    seen = 0
    for card in snapshot.cards:
        report = snapshot.report(card.id)
        for number, figure in enumerate(report.figures):
            entry = snapshot.ledger.entry(card.id, number)
            sentence = report.sentences[figure.sentence]
            assert (entry.indicator, entry.subject) == (figure.indicator, figure.subject)
            assert (entry.value, entry.unit) == (figure.quantity.value, figure.quantity.unit)
            assert (entry.hedge, entry.kind) == (figure.quantity.hedge, figure.kind)
            assert (entry.base, entry.period) == (figure.base, figure.period)
            assert (entry.elsewhere, entry.parent) == (figure.place, figure.parent)
            assert entry.as_written == report.quote(entry.span)
            assert entry.quote == report.quote(entry.sentence) == report.quote(sentence.span)
            assert entry.path == report.headings(sentence.section)
            assert entry.file == card.file
            seen += 1
    assert seen == len(snapshot.ledger) == 22


def test_one_entry_word_for_word(ledger: Ledger) -> None:
    (name,) = ledger.names_with(["应诉率"])
    (entry,) = ledger.entries(names=[name.id])
    assert entry.indicator == "行政机关负责人出庭应诉率"
    assert entry.value == Decimal("96.5")
    assert (entry.unit, entry.hedge, entry.kind) == ("%", Hedge.EXACT, FigureKind.SHARE)
    assert (entry.place, entry.year, entry.period) == ("青岚市望舒区", 2022, 2022)
    assert (entry.heading, entry.path) == ("一、行政争议化解", ("一、行政争议化解",))
    assert entry.title == "青岚市望舒区2022年法治政府建设情况报告"
    assert entry.quote.startswith("行政机关负责人") or "出庭应诉率达到96.5%" in entry.quote
    assert (name.heading, name.count, name.group) == ("行政争议化解", 1, entry.group)


def test_names_are_found_by_any_stretch_of_their_words(ledger: Ledger) -> None:
    assert told(ledger, "复议") == [
        ("云溪县", 2022, "31件"),
        ("云溪县", 2022, "28件"),
        ("云溪县", 2023, "40件"),
        ("青岚市望舒区", 2022, "22件"),
        ("青岚市望舒区", 2022, "20件"),
        ("青岚市望舒区", 2022, "12件"),
        ("青岚市望舒区", 2022, "3件"),
    ]
    assert {name.indicator[:3] for name in ledger.names_with(["gdp"]) if not name.subject} == {
        "GDP"
    }
    assert told(ledger, "率") == [("青岚市望舒区", 2022, "96.5%")]
    assert told(ledger, "消 防", "") == []
    # The pairs 行政 and 政复 do stand in names, 政府复议 does not.
    assert ledger.names_with(["行政诉复议"]) == []


def test_words_of_a_question_harm_no_query(ledger: Ledger) -> None:
    for word in ['"', "'", "*", "a OR b", "NEAR(", "-", "\0", "复议'; DROP TABLE figure", "𠮷野"]:
        assert ledger.names_with([word]) == []
        assert ledger.search(text=word, section=word, unit=word, place=word) == ([], 0)
    assert len(ledger) == 22


def test_filters_narrow_each_other(ledger: Ledger, snapshot: Snapshot) -> None:
    def asked(**filters: object) -> list[str]:
        cells = sorted(ledger.cells(**filters))  # type: ignore[arg-type]
        entries = ledger.entries(**filters)  # type: ignore[arg-type]
        assert {(c.report_id, c.number) for c in cells} == {
            (e.report_id, e.number) for e in entries
        }
        return [entry.as_written for entry in entries]

    yunxi = next(card.id for card in snapshot.cards if card.file == "云溪2023.txt")
    names = [name.id for name in ledger.names_with(["受理行政复议"])]
    assert asked(names=names) == ["31件", "28件", "40件"]
    assert asked(names=names, years=[2023]) == ["40件"]
    assert asked(names=names, reports=[yunxi]) == ["40件"]
    assert asked(names=names, places=["青岚市"]) == []
    assert asked(places=["青岚市"], kinds=[FigureKind.LEVEL]) == ["17件", "6件", "640件次"]
    assert asked(places=["青岚市"], kinds=[FigureKind.TARGET]) == ["300人"]
    assert asked(names=[]) == asked(years=[]) == asked(groups=[1]) == []
    assert len(asked()) == 22


def test_cells_say_what_calculations_need(ledger: Ledger) -> None:
    (cell,) = [cell for cell in ledger.cells(places=["青岚市望舒区"]) if cell.unit == "份"]
    assert (cell.place, cell.year, cell.period) == ("青岚市望舒区", 2022, 2022)
    assert (cell.value, cell.unit, cell.hedge) == (Decimal(25000), "份", Hedge.ABOUT)
    assert (cell.kind, cell.base, cell.elsewhere, cell.parent) == (
        FigureKind.LEVEL, "", None, None,
    )  # fmt: skip


def test_parts_point_at_their_whole(ledger: Ledger) -> None:
    (name,) = [name for name in ledger.names_with(["维持"]) if name.indicator == "维持"]
    (part,) = ledger.entries(names=[name.id])
    assert part.parent is not None
    assert ledger.entry(part.report_id, part.parent).as_written == "20件"


def test_a_figure_that_is_not_there(ledger: Ledger, snapshot: Snapshot) -> None:
    with pytest.raises(KeyError):
        ledger.entry(snapshot.cards[0].id, 999)
    with pytest.raises(KeyError):
        ledger.entry("nowhere", 0)
    with pytest.raises(KeyError):
        ledger.group_of(7)


def test_the_page_reads_on_where_it_left_off(ledger: Ledger) -> None:
    whole, total = ledger.search()
    assert total == len(whole) == 22
    assert whole == sorted(whole, key=lambda one: (one.place or "", one.file, one.number))
    paged = [one for start in range(0, 30, 7) for one in ledger.search(limit=7, offset=start)[0]]
    assert paged == whole
    assert ledger.search(offset=22) == ([], 22)
    assert ledger.search(limit=0) == ([], 22)


def test_the_page_is_searched(ledger: Ledger, snapshot: Snapshot) -> None:
    def found(**asked: object) -> list[str]:
        entries, total = ledger.search(**asked)  # type: ignore[arg-type]
        assert total == len(entries)
        return [entry.as_written for entry in entries]

    assert found(text="复议 受理", year=2023) == ["40件"]
    assert found(text="640") == ["640件次"]
    assert found(text="复议 22") == ["22件"]
    assert found(place="青岚市", section="下一步") == ["300人"]
    assert found(unit="份", place="青岚市望舒区") == ["约2.5万份"]
    assert found(report_id=snapshot.cards[0].id, text="没有的") == []
    assert found(place="没有") == []


def test_lists_for_the_filters(ledger: Ledger) -> None:
    assert ledger.years() == [2021, 2022, 2023]
    of_2021 = frozenset(entry.report_id for entry in ledger.entries(years=[2021]))
    assert ledger.reports_of(2021) == of_2021
    assert of_2021
    assert not ledger.reports_of(1999)
    assert ledger.places() == ["云溪县", "石桥镇", "青岚市", "青岚市望舒区"]
    assert ledger.units()[0] == "件"
    assert "" not in ledger.units()


def test_many_threads_read_at_once(ledger: Ledger) -> None:
    whole = ledger.entries()

    def read(number: int) -> bool:
        names = {name.id for name in ledger.names_with(["复议" if number % 2 else "率"])}
        cells = list(ledger.cells(names))
        return ledger.entries() == whole and len(cells) == (7 if number % 2 else 1)

    with ThreadPoolExecutor(8) as pool:
        assert all(pool.map(read, range(64)))


def test_conflicting_figures_are_both_kept(tmp_path: Path) -> None:
    reports = write_reports(tmp_path / "reports")
    other = QINGLAN.replace("17件", "19件").replace("青岚市2021年", "青岚市二〇二一年")
    (reports / "青岚另一份.txt").write_text(other, encoding="utf-8")
    build(reports, folder=tmp_path / "index")
    with open_index(tmp_path / "index") as snapshot:
        assert told(snapshot.ledger, "审查规范性文件") == [
            ("青岚市", 2021, "17件"),
            ("青岚市", 2021, "6件"),
            ("青岚市", 2021, "19件"),
            ("青岚市", 2021, "6件"),
        ]


def test_no_report_has_a_figure(tmp_path: Path) -> None:
    report = tmp_path / "望舒.txt"
    report.write_text("望舒县法治政府建设情况报告\n一、概况\n没有数字。\n", encoding="utf-8")
    build(report, folder=tmp_path / "index")
    with open_index(tmp_path / "index") as snapshot:
        ledger = snapshot.ledger
        assert (len(ledger), ledger.entries(), ledger.search()) == (0, [], ([], 0))
        assert (ledger.groups(), ledger.years(), ledger.units()) == ([], [], [])
        assert ledger.names_with(["率"]) == []
