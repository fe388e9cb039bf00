"""The library as HTML: counts in words, one sentence a failure, names escaped."""

from __future__ import annotations

from pathlib import Path

from assistant.views.library import build_view, cards_view, phase_in_words, refused_view
from corpus.errors import DiskFull, DocumentEncrypted, FileEmpty, NothingToIndex
from index.build import BuildOutcome, Failure, Phase
from index.snapshot import ReportCard


def _card(number: int = 0, *, title: str | None = "报告", file: str = "a.txt") -> ReportCard:
    return ReportCard(
        id=f"id{number}",
        file=file,
        sha256="",
        title=title,
        document_number=None,
        place=None,
        year=None,
        organ=None,
        issued=None,
        characters=10,
        sections=1,
        sentences=2,
        figures=3,
        passages=2,
    )


def test_every_phase_of_a_build_has_its_words() -> None:
    assert [phase_in_words(phase) for phase in Phase] == ["读取报告", "计算向量"]


def test_an_outcome_counts_and_explains() -> None:
    outcome = BuildOutcome(
        snapshot="s",
        changed=True,
        cards=(),
        added=(_card(),),
        failures=(
            Failure(file="<b>.pdf", error=DocumentEncrypted(file="<b>.pdf")),
            Failure(file="空.txt", error=FileEmpty(file="空.txt")),
        ),
    )
    view = build_view(outcome)
    assert "新收录 1 份" in view
    assert "<li>《&lt;b&gt;.pdf》设有密码,无法读取。请取消密码保护后另存,再导入。</li>" in view
    assert view.count("<li>") == 2


def test_a_build_without_effect_says_so() -> None:
    assert "没有收录新的报告" in build_view(BuildOutcome(snapshot="s", changed=False, cards=()))


def test_a_refused_build_names_the_files_or_itself() -> None:
    failure = Failure(file="空.txt", error=FileEmpty(file="空.txt"))
    nothing = NothingToIndex(folder=Path("i"), failures=(failure,))
    assert "《空.txt》是空的" in refused_view(nothing)
    assert "磁盘空间不足" in refused_view(DiskFull(folder=Path("i")))


def test_cards_escape_names_and_mark_the_chosen_one() -> None:
    bad = "<img src=x onerror=alert(1)>"
    view = cards_view([_card(0, title=bad, file=bad), _card(1, title=None)], chosen="id1")
    assert "<img" not in view
    assert view.count("&lt;img src=x onerror=alert(1)&gt;") == 2
    assert 'data-report="id1" aria-pressed="true"' in view
    assert "(未写标题)" in view


def test_a_filter_appears_when_there_is_much_to_filter() -> None:
    assert "filter" not in cards_view([_card(n) for n in range(7)], chosen="")
    assert 'type="search"' in cards_view([_card(n) for n in range(8)], chosen="")
