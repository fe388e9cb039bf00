"""A ranking over more reporters than are read (初选)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assistant.asker import Asker
from assistant.model import Answer, Refusal
from index.build import build_index
from index.retriever import PassageSearch
from index.snapshot import open_snapshot
from tests.embedders import HashEmbeddings

if TYPE_CHECKING:
    from pathlib import Path

_FIRST = "甲乙丙丁戊己庚辛壬癸"
_SECOND = "岚溪砚湖霁沐翊渚"


def test_the_first_of_many_is_found_by_the_ledger(tmp_path: Path) -> None:
    folder = tmp_path / "reports"
    folder.mkdir()
    for number, name in enumerate(f"{a}{b}县" for a in _FIRST for b in _SECOND):
        text = (
            f"{name}2023年法治政府建设情况报告\n一、主要工作\n"
            f"(一)化解矛盾纠纷。全年受理行政复议案件{100 + number * 7 % 83}件,"
            f"办结{50 + number % 40}件。办理行政处罚案件{9000 - number}件。"
            f"行政机关负责人出庭应诉率为100%。\n"
        )
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    embeddings = HashEmbeddings()
    build_index([folder], folder=tmp_path / "index", embeddings=embeddings, model="hash")
    with open_snapshot(tmp_path / "index", model="hash") as snapshot:
        asker = Asker(PassageSearch(snapshot, embeddings))
        most = asker.ask("2023年哪个县受理的行政复议案件最多?")
        least = asker.ask("2023年哪个县受理的行政复议案件最少?")
        rate = asker.ask("2023年哪个县的出庭应诉率最高?")
        ends = asker.ask("2023年受理行政复议案件最多和最少的县分别是谁?")
    assert isinstance(most, Answer)
    assert "182件" in most.statements[0].text
    assert any("80家" in note for note in most.notes)
    assert isinstance(least, Answer)
    assert "100件" in least.statements[0].text
    assert isinstance(rate, Answer)
    assert any("共80家" in note for note in rate.notes)
    assert isinstance(ends, Answer)
    assert ["182件" in ends.statements[0].text, "100件" in ends.statements[1].text] == [True, True]


def test_who_of_very_many_does_not_state_it_is_read(tmp_path: Path) -> None:
    folder = tmp_path / "reports"
    folder.mkdir()
    names = [f"{a}{b}县" for a in _FIRST * 4 for b in _SECOND]
    names = [f"{name[0]}{'东西南北'[number // 80]}{name[1:]}" for number, name in enumerate(names)]
    told = {5: "新收行政复议申请37件。", 7: "开展普法宣传12场。", 300: "开展普法宣传9场。"}
    for number, name in enumerate(names):
        said = told.get(number, f"受理行政复议案件{100 + number}件。")
        text = f"{name}2023年法治政府建设情况报告\n一、主要工作\n(一)化解矛盾纠纷。全年{said}\n"
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    embeddings = HashEmbeddings()
    build_index([folder], folder=tmp_path / "index", embeddings=embeddings, model="hash")
    with open_snapshot(tmp_path / "index", model="hash") as snapshot:
        asker = Asker(PassageSearch(snapshot, embeddings))
        silent = asker.ask("2023年哪些县没有写行政复议案件受理数?")
        both = asker.ask("2023年哪些县写了行政复议案件受理数,哪些没有写?")
    assert isinstance(silent, Answer)
    assert names[7] in silent.statements[0].text
    assert names[300] in silent.statements[0].text
    assert names[0] not in silent.statements[0].text
    assert len(silent.statements[0].citations) == silent.statements[0].text.count("县")
    assert isinstance(both, Refusal)
