"""The table under an answer: its rows, its gaps, its bounds, and the sentence of every number."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from lxml import etree

from assistant.model import Answer, Compared, Statement
from assistant.render import to_json, to_text
from assistant.service import Assistant
from assistant.tables.answer_table import ROWS, AnswerTable, answer_table, proofs
from assistant.tables.table import citation_of
from assistant.views.conversation import Exchange
from assistant.views.talk import talk_view
from corpus.model import FigureKind
from tests.assistant.ledger_entries import entry
from tests.embedders import HashEmbeddings

if TYPE_CHECKING:
    from pathlib import Path

    from index.ledger import Ledger
    from index.ledger_model import Entry
    from tests.assistant.terminal import Terminal

REPORT = """{place}人民政府关于{year}年度法治政府建设情况的报告
一、主要工作
(一)化解行政争议。全年受理行政复议案件{cases}件。机关负责人出庭应诉率达{rate}%。
"""
TREND = "云溪县近三年受理行政复议案件的变化趋势如何?"


class SmallLedger:
    """Knows the entries it was given."""

    def __init__(self, *entries: Entry) -> None:
        self._held = {(one.report_id, one.number): one for one in entries}

    def entry(self, report_id: str, number: int) -> Entry:
        return self._held[report_id, number]


def _table(answer: Answer, *entries: Entry) -> AnswerTable | None:
    return answer_table(answer, _ledger(*entries))


def _ledger(*entries: Entry) -> Ledger:
    return SmallLedger(*entries)  # type: ignore[return-value]


def _answer(*grid: tuple[str, int, tuple[Entry, ...]], cites: Entry) -> Answer:
    """An answer that states one number and compares those of a grid."""
    return Answer(
        statements=(Statement(text="答。", citations=(citation_of(cites),)),),
        grid=tuple(
            Compared(who=who, year=year, figures=tuple((e.report_id, e.number) for e in said))
            for who, year, said in grid
        ),
    )


def _ranking(count: int) -> tuple[Answer, list[Entry]]:
    entries = [entry(f"第{n:05}号县", value=str(count - n)) for n in range(count)]
    grid = ((one.place or "", 2022, (one,)) for one in entries)
    return _answer(*grid, cites=entries[0]), entries


def test_rows_are_all_who_were_compared_and_silence_is_a_gap() -> None:
    first, last = entry("云溪县", 2021, "29"), entry("云溪县", 2023, "52")
    other = entry("青岚市", 2023, "512")
    answer = _answer(
        ("云溪县", 2021, (first,)),
        ("云溪县", 2022, ()),
        ("云溪县", 2023, (last,)),
        ("柘岭县", 2022, ()),
        ("青岚市", 2023, (other,)),
        cites=first,
    )
    shown = _table(answer, first, last, other)
    assert shown
    assert shown.table.places == ("云溪县", "柘岭县", "青岚市")
    assert shown.table.years == (2021, 2022, 2023)
    assert to_text(answer, shown).splitlines()[1:7] == [
        "",
        "受理行政复议案件(单位:件)",
        "地区    2021年  2022年  2023年",
        "云溪县  29[1]   未载    52[2]",
        "柘岭县  未载    未载    未载",
        "青岚市  未载    未载    512[3]",
    ]
    assert not shown.left_out


def test_a_department_has_its_own_name_and_a_place_the_one_of_the_answer() -> None:
    office, place = entry("霖川市", value="640"), entry("岚县", value="37", number=1)
    answer = _answer(
        ("霖川市市场监督管理局", 2022, (office,)), ("云岚市岚县", 2022, (place,)), cites=office
    )
    shown = _table(answer, office, place)
    assert shown
    assert shown.table.places == ("霖川市市场监督管理局", "云岚市岚县")
    assert [cell.missing for cell in shown.table.cells] == [False, False]


def test_one_figure_is_no_table_and_neither_are_a_target_and_its_result() -> None:
    done, aim = entry(value="60"), entry(value="50", kind=FigureKind.TARGET, number=1)
    assert (
        _table(_answer(("云溪县", 2022, (done,)), ("青岚市", 2022, ()), cites=done), done) is None
    )
    both = _answer(("云溪县", 2022, (aim,)), ("云溪县", 2022, (done,)), cites=done)
    assert _table(both, done, aim) is None
    plain = Answer(statements=both.statements)
    assert _table(plain, done) is None


def test_reports_that_differ_are_both_shown() -> None:
    one, other = entry(value="37"), entry(value="38", number=1, quote="另说受理行政复议案件38件。")
    third = entry("青岚市", value="512")
    answer = _answer(("云溪县", 2022, (one, other)), ("青岚市", 2022, (third,)), cites=third)
    shown = _table(answer, one, other, third)
    assert shown
    assert shown.table.cell("云溪县", 2022).conflicting


def test_what_reports_name_differently_is_headed_in_the_words_of_the_question() -> None:
    one, other = entry(), entry("青岚市", indicator="行政复议收案")
    answer = _answer(("云溪县", 2022, (one,)), ("青岚市", 2022, (other,)), cites=one)
    shown = _table(replace(answer, what="复议案件"), one, other)
    assert shown
    assert to_text(answer, shown).splitlines()[2] == "复议案件(单位:件)"
    alike = _answer(("云溪县", 2022, (one,)), ("青岚市", 2022, (one,)), cites=one)
    shown = _table(replace(alike, what="复议"), one)
    assert shown
    assert shown.table.indicator == "受理行政复议案件"


def test_a_figure_lost_since_leaves_no_table_with_a_hole() -> None:
    kept, lost = entry("云溪县"), entry("青岚市")
    answer = _answer(("云溪县", 2022, (kept,)), ("青岚市", 2022, (lost,)), cites=kept)
    assert _table(answer, kept) is None
    assert proofs(answer, _ledger(kept)) == (citation_of(kept),)


def test_ten_thousand_places_are_thirty_rows_and_a_note() -> None:
    answer, entries = _ranking(10_000)
    shown = _table(answer, *entries)
    assert shown
    assert len(shown.table.places) == ROWS == 30
    assert shown.table.places[0] == "第00000号县"
    note = "共 10000 家,表中列前 30 家,其余 9970 家没有列出。"
    assert shown.left_out == note
    assert note in to_text(answer, shown).splitlines()
    view = talk_view((Exchange(question="谁最多", reply=answer, table=shown),), bare=False)
    html = etree.HTML(view)
    assert len(html.xpath("//table//tbody/tr")) == 30
    assert len(html.xpath("//svg//rect[contains(@class, 'reactive')]")) == 20
    assert html.xpath("//p[@class='note']/text()") == [note, "图中画表的前 20 行。"]
    assert len(view) < 80_000


def test_those_who_say_something_have_their_rows_before_those_who_do_not() -> None:
    said = (entry("甲县"), entry("乙县"))
    silent = tuple((f"{n}号县", 2022, ()) for n in range(40))
    answer = _answer(*silent, *((e.place or "", 2022, (e,)) for e in said), cites=said[0])
    shown = _table(answer, *said)
    assert shown
    assert shown.table.places[:3] == ("甲县", "乙县", "0号县")


def test_a_click_on_any_number_opens_its_own_sentence() -> None:
    answer, entries = _ranking(4)
    exchange = Exchange(question="谁最多", reply=answer, table=_table(answer, *entries))
    html = etree.HTML(talk_view((exchange,), bare=False))
    values = html.xpath("//table//button[@data-act='cite']")
    opened = [exchange.sources[int(value.get("data-citation"))] for value in values]
    assert [value.text for value in values] == ["4", "3", "2", "1"]
    assert [citation.report_id for citation in opened] == [one.report_id for one in entries]
    # The list of sources keeps to what the statements cite.
    assert len(html.xpath("//button[@class='citation']")) == 1
    assert len(exchange.citations) == 1


def test_the_table_waits_for_the_whole_answer_and_is_copied_with_it() -> None:
    answer, entries = _ranking(3)
    whole = Exchange(question="谁最多", reply=answer, table=_table(answer, *entries))
    early = Exchange(question="谁最多", reply=answer, table=whole.table, shown=1)
    assert "<table" not in talk_view((early,), bare=False)
    (copied,) = re.findall(r'data-text="([^"]*)"', talk_view((whole,), bare=False))
    assert "第00001号县  2[2]" in copied
    # An exchange from before there were tables.
    assert "<table" not in talk_view((Exchange(question="谁", reply=answer),), bare=False)


def test_programs_get_every_number_that_was_compared_once() -> None:
    answer, entries = _ranking(50)
    cited = to_json(answer, proofs(answer, _ledger(*entries)))["citations"]
    assert [one["place"] for one in cited] == [one.place for one in entries]
    # Two numbers of one sentence have one source; the same words in two reports have two.
    pair = entry("云溪县", quote="受理37件,办结37件。"), entry("云溪县", number=1)
    twin = entry("青岚市", quote="受理37件,办结37件。")
    both = _answer(
        ("云溪县", 2022, (pair[0],)), ("云溪县", 2023, (pair[0],)), ("青岚市", 2022, (twin,)),
        cites=pair[0],
    )  # fmt: skip
    assert [c.place for c in proofs(both, _ledger(*pair, twin))] == ["云溪县", "青岚市"]


@pytest.fixture
def library(tmp_path: Path) -> Path:
    """Reports of one county over three years, and of two others of the last."""
    folder = tmp_path / "报告"
    folder.mkdir()
    numbers = {("云溪县", 2021): 29, ("云溪县", 2022): 37, ("云溪县", 2023): 52,
               ("柘岭县", 2023): 61, ("砚湖县", 2023): 44}  # fmt: skip
    for (place, year), cases in numbers.items():
        text = REPORT.format(place=place, year=year, cases=cases, rate=year - 1930)
        (folder / f"{place}{year}.txt").write_text(text, encoding="utf-8")
    return folder


def test_a_ranking_and_a_trend_over_real_reports(library: Path, tmp_path: Path) -> None:
    held = Assistant(tmp_path / "index", embeddings=HashEmbeddings(), model="hash")
    held.add([library])
    ranked = held.ask("2023年哪个县受理的行政复议案件最多?")
    assert isinstance(ranked, Answer)
    shown = held.table(ranked)
    assert shown
    assert shown.table.places == ("柘岭县", "云溪县", "砚湖县")
    assert len(ranked.citations) == 3  # every number of a short order
    told = held.proofs(ranked)
    assert [(one.place, one.year) for one in told] == [
        ("柘岭县", 2023),
        ("云溪县", 2023),
        ("砚湖县", 2023),
    ]
    # What the ledger cites is what the answer cites, to the letter.
    assert told[0] == ranked.citations[0]
    trend = held.ask(TREND)
    assert isinstance(trend, Answer)
    shown = held.table(trend)
    assert shown
    assert shown.citations == trend.citations


def test_the_command_line_shows_the_table_and_programs_keep_their_contract(
    terminal: Terminal, library: Path, tmp_path: Path
) -> None:
    index = tmp_path / "索引"
    assert terminal.run("build", library, "--index", index).code == 0
    text = terminal.run("ask", TREND, "--index", index).out.splitlines()
    start = text.index("受理行政复议案件(单位:件)")
    assert text[start + 1 : start + 3] == [
        "地区    2021年  2022年  2023年",
        "云溪县  29[1]   37[2]   52[3]",
    ]
    assert text[start + 4].startswith("[1] 《云溪县人民政府关于2021年度")
    asked = (
        "2023年哪个县受理的行政复议案件最多?",
        TREND,
        "2023年云溪县和砚湖县受理行政复议案件谁多?",
    )
    lines = "\n".join(json.dumps({"question": one}, ensure_ascii=False) for one in asked)
    out = terminal.run("ask", "--jsonl", "--index", index, said=lines.encode()).out
    told = [json.loads(line) for line in out.splitlines()]
    keys = {"answer", "refused", "reason", "citations", "model", "dropped"}
    assert [set(one) for one in told] == [keys] * 3
    assert [len(one["citations"]) for one in told] == [3, 3, 2]
    assert [c["file"] for c in told[1]["citations"]] == [
        f"云溪县{y}.txt" for y in (2021, 2022, 2023)
    ]
    assert "单位" not in "".join(one["answer"] for one in told)
