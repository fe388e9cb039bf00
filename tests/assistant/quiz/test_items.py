"""What is asked of a small invented report, word for word."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from assistant.quiz.asking import askable
from assistant.quiz.bank import QuestionBank, Wanted
from assistant.quiz.model import Difficulty, Kind
from assistant.quiz.rivals import Rivals
from assistant.quiz.stems import question_words, sentence_words
from assistant.quiz.terms import Source, terms_of
from assistant.quiz.voices import voice_of
from corpus.errors import IndexMissing
from corpus.read import read_report
from tests.assistant.quiz.shelf import assistant_over
from tests.assistant.shelves import LINCHUAN, QINGLAN, YUNXI_2021, YUNXI_2022, MemoryShelf

if TYPE_CHECKING:
    from collections.abc import Sequence

    from assistant.quiz.model import QuizItem
    from assistant.quiz.voices import Voice
    from corpus.model import Report
    from index.snapshot import ReportCard


class Reports:
    """Reports in memory, without a ledger."""

    def __init__(self, *texts: str) -> None:
        self._shelf = MemoryShelf(*texts)

    def cards(self) -> Sequence[ReportCard]:
        return tuple(self._shelf.cards)

    def report(self, report_id: str) -> Report:
        return self._shelf.report(report_id)

    def ledger(self) -> None:
        raise IndexMissing(folder=Path("index"))


def _bank(*texts: str) -> QuestionBank:
    return QuestionBank(Reports(*texts))  # type: ignore[arg-type]


def _voice(text: str) -> Voice:
    voice = voice_of(read_report(text, file="报告.txt"))
    assert voice is not None
    return voice


def _all(*texts: str) -> tuple[QuizItem, ...]:
    return _bank(*texts).draw(Wanted(count=10_000))


def _frame(*sentences: str) -> str:
    return "云溪县2022年法治政府建设情况报告\n一、主要工作\n" + "\n".join(sentences) + "\n"


def test_stems_of_a_report() -> None:
    voice = _voice(YUNXI_2022)
    asked = askable(voice)
    rivals = Rivals([voice])
    stems = {question_words(one): one.written for one in asked if not rivals.of(one)}
    assert stems["2022年,云溪县新领行政执法证多少人"] == "168人"
    assert stems["2022年,云溪县办理行政处罚案件多少件"] == "1873件"
    assert stems["2022年,云溪县行政机关负责人出庭应诉率是多少"] == "88.5%"
    assert stems["云溪县提出,2023年培训乡镇执法人员多少人次"] == "300人次"
    assert not any("败诉" in stem or "受理多少" in stem for stem in stems)


@pytest.mark.parametrize(
    ("sentence", "question", "statement"),
    [
        ("全年共开展法治讲座30余次。", "开展法治讲座多少次", "开展法治讲座30余次"),
        (
            "35家执法单位完成案卷评查。",
            "多少家执法单位完成案卷评查",
            "35家执法单位完成案卷评查",
        ),
        (
            "行政复议案件按期办结率达98%。",
            "行政复议案件按期办结率是多少",
            "行政复议案件按期办结率为98%",
        ),
        (
            "挽回受援群众经济损失902万余元。",
            "挽回受援群众经济损失多少元",
            "挽回受援群众经济损失902万余元",
        ),
    ],
)
def test_a_question_and_its_statement(sentence: str, question: str, statement: str) -> None:
    lead = "2022年,云溪县"
    asked = askable(_voice(_frame(sentence)))
    assert [question_words(one) for one in asked] == [lead + question]
    assert [sentence_words(one, one.written) for one in asked] == [lead + statement]


@pytest.mark.parametrize(
    "sentence",
    [
        "其中成功化解12件。",
        "上述案件共15件。",
        "组织甲镇、乙镇两个乡镇开展执法检查。",
        "推进“企业最期盼的10件事”落实。",
        "案卷合格率由92%提高到95%,按期办结率98%。",
        "新建法治广场2—3个。",
    ],
)
def test_half_sentences_are_not_asked(sentence: str) -> None:
    assert askable(_voice(_frame(sentence))) == ()


def test_a_part_is_asked_with_its_whole() -> None:
    voice = _voice(_frame("全年受理行政复议案件40件,其中撤销行政行为4件。"))
    stems = [question_words(one) for one in askable(voice)]
    assert "2022年,云溪县受理的行政复议案件中,撤销行政行为多少件" in stems
    shares = [one for one in _all(voice.report.text) if one.difficulty is Difficulty.ARITHMETIC]
    assert [one.answer for one in shares] == ["10.0%"]
    assert shares[0].explanation == "4件 ÷ 40件 = 10.0%。"


def test_two_figures_for_one_question_are_not_asked() -> None:
    text = _frame("排查各类矛盾纠纷800件。", "排查化解矛盾纠纷760件。", "举办法治讲座12场次。")
    voice = _voice(text)
    rivals = Rivals([voice])
    assert [one.phrase for one in askable(voice) if rivals.of(one)] == ["排查各类矛盾纠纷"]
    stems = [item.stem for item in _all(text) if item.kind is Kind.CHOICE]
    assert not any("排查各类矛盾纠纷" in stem for stem in stems)
    assert any("法治讲座" in stem for stem in stems)


def test_a_department_speaks_for_itself() -> None:
    stems = [item.stem for item in _all(LINCHUAN)]
    assert stems
    assert all("霖川市市场监督管理局" in stem for stem in stems)


def test_a_section_is_asked_for_its_points() -> None:
    items = [one for one in _all(YUNXI_2022) if one.points]
    asked = {one.stem: one.points for one in items}
    assert asked["2022年，云溪县法治政府建设存在哪些不足？"] == (
        "法治思维不强", "执法力量薄弱", "案卷质量不高",
    )  # fmt: skip


def test_years_and_places_are_put_in_order(tmp_path: Path) -> None:
    places = (("云溪县", 29), ("柘岭县", 37), ("青岚县", 52))
    texts = [
        f"{place}2022年法治政府建设情况报告\n一、主要工作\n全年受理行政复议案件{count}件。\n"
        for place, count in places
    ]
    texts += [
        "云溪县2023年法治政府建设情况报告\n一、主要工作\n全年受理行政复议案件41件。\n",
        "云溪县2021年法治政府建设情况报告\n一、主要工作\n全年受理行政复议案件18件。\n",
    ]
    items = QuestionBank(assistant_over(tmp_path, texts)).draw(Wanted(count=1000))
    orders = {one.stem: one.answer for one in items if one.kind is Kind.ORDER}
    assert orders == {
        "2022年，云溪县、柘岭县、青岚县的“受理行政复议案件”，按数量从多到少怎样排列？": (
            "青岚县 > 柘岭县 > 云溪县"
        ),
        "2021年、2022年、2023年，云溪县“受理行政复议案件”的数量，按从多到少怎样排列？": (
            "2023年 > 2022年 > 2021年"
        ),
    }
    grown = {one.stem: one.answer for one in items if one.difficulty is Difficulty.ARITHMETIC}
    assert grown["与2022年相比，云溪县2023年受理行政复议案件增加多少件？"] == "12件"


def test_terms_in_the_reports_own_words() -> None:
    text = (
        _frame(
            "建立不予处罚清单、从轻处罚清单、减轻处罚清单“三张清单”。",
            "推行“首违不罚”,即首次违法且后果轻微并及时改正的可以不予处罚。",
            "落实“三重一大”事项集体决策制度。",
            "围绕“定方向”谋篇布局。",
        )
        + "名词解释\n1.府院联动:政府与法院就行政争议化解建立的工作机制。\n"
        + "2.容缺预审:材料暂缺时先行审查。\n"
    )
    terms = {term.word: (term.source, term.told) for term in terms_of(_voice(text))}
    assert terms["三张清单"] == (Source.DEFINED, "建立不予处罚清单、从轻处罚清单、减轻处罚清单")
    assert terms["首违不罚"] == (
        Source.DEFINED,
        "首次违法且后果轻微并及时改正的可以不予处罚",
    )
    assert terms["府院联动"] == (Source.APPENDIX, "政府与法院就行政争议化解建立的工作机制")
    assert terms["容缺预审"] == (Source.APPENDIX, "材料暂缺时先行审查")
    assert terms["三重一大"][0] is Source.USED
    assert "定方向" not in terms


def test_the_same_seed_gives_the_same_questions_and_another_others() -> None:
    texts = (YUNXI_2022, YUNXI_2021, QINGLAN)
    first = _bank(*texts).draw(Wanted(count=8, seed=5))
    assert _bank(*texts).draw(Wanted(count=8, seed=5)) == first
    assert _bank(*texts).draw(Wanted(count=8, seed=6)) != first


def test_topics_and_kinds_are_chosen() -> None:
    bank = _bank(YUNXI_2022)
    chosen = bank.draw(Wanted(count=50, topics=("行政执法",)))
    assert chosen
    assert all("行政执法" in "".join((one.topic, *one.section)) for one in chosen)
    judged = bank.draw(Wanted(count=50, kinds=(Kind.TRUE_FALSE,)))
    assert {one.kind for one in judged} == {Kind.TRUE_FALSE}
    assert bank.draw(Wanted(count=50, topics=("火星",))) == ()


@pytest.mark.parametrize(
    "text",
    [
        "云溪县2022年法治政府建设情况报告\n一、主要工作\n认真落实各项制度。\n",
        "没有地方也没有年份的一段话,共受理案件12件。",
        "",
    ],
    ids=["no figure", "no place", "empty"],
)
def test_a_report_without_figures_yields_nothing(text: str) -> None:
    assert _all(text) == ()
    assert _bank(text).topics() == ()
    assert _bank().draw(Wanted()) == ()
