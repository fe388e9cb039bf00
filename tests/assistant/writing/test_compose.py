"""Summaries, explanations and speeches: each sentence cited, with a model and without."""

from __future__ import annotations

import re

import pytest

from assistant.grounding import grounded
from assistant.model import Answer, Refusal
from assistant.render import to_json
from assistant.writing.compose import Composer
from tests.assistant.shelves import YUNXI_2022
from tests.assistant.writing.hostile import MANNERS, hostile
from tests.assistant.writing.stubs import Says, chat_of, library

ASKER = library(YUNXI_2022)
REPORT = ASKER.evidence.cards[0].id
READING = ASKER.evidence.reading(REPORT)
WORK = next(
    s.number for s in READING.report.sections if s.heading.of(READING.report.text)[0] == "一"
)


def copies(prompt: str) -> str:
    """Says each span as it stands, and something of its own."""
    quotes = re.findall(r"^\[(\d+)\] \([^\n]*?\)([^\n]+)$", prompt, flags=re.MULTILINE)
    said = "".join(f"{quote.rstrip('。')}[{number}]。" for number, quote in quotes[:3])
    return said + "全年受理信访9999件[1]。"


def test_a_report_is_summarised_by_its_own_sentences() -> None:
    summary = Composer(ASKER).summary(REPORT)
    assert [statement.text for statement in summary.statements] == [
        "新领行政执法证168人,清退不符合条件人员23人。",
        "新收行政复议申请41件,受理37件,办结34件,其中维持19件、撤销4件。",
        "走访企业180余家,帮助修改合同文本97份。",
        "少数干部习惯凭经验办事。",
        "说理不充分的现象依然存在。",
    ]
    assert all(grounded(statement) for statement in summary.statements)
    assert summary.written is None


def test_a_section_keeps_to_itself() -> None:
    summary = Composer(ASKER).summary(REPORT, WORK)
    span = READING.report.sections[WORK].span
    assert all(span.covers(citation.span) for citation in summary.citations)


def test_a_model_goes_through_the_parts_and_then_over_all() -> None:
    chat = chat_of(copies)
    summary = Composer(ASKER, chat).summary(REPORT)
    assert isinstance(chat.model, Says)
    assert len(chat.model.prompts) > 3
    assert summary.written is not None
    assert summary.written.sentences == len(summary.statements) > 0
    assert "9999" not in str(to_json(summary)["answer"])
    assert summary.written.dropped
    assert all(grounded(statement) for statement in summary.statements)


def test_no_section_is_left_out_of_a_summary_that_a_model_cut_short() -> None:
    """Its sentences are of the first section alone; what falls short is told by the report's."""

    def tires(prompt: str) -> str:
        return copies(prompt) if "新领行政执法证" in prompt else ""

    summary = Composer(ASKER, chat_of(tires)).summary(REPORT)
    sections = {citation.section[0] for citation in summary.citations}
    plain = Composer(ASKER).summary(REPORT)
    assert sections == {citation.section[0] for citation in plain.citations}
    assert len(sections) > 1
    assert summary.written is not None
    assert 0 < summary.written.sentences < len(summary.statements)


def test_a_long_report_is_summarised_to_its_end() -> None:
    text = "星澜县2023年法治政府建设情况报告\n" + "".join(
        f"{top}、第{top}部分的工作\n"
        + "".join(
            f"({sub}){top}部分第{sub}项工作\n本年完成这一类任务{at}{under}件。\n"
            for under, sub in enumerate("一二三四五六", 1)
        )
        for at, top in enumerate("一二三四", 1)
    )
    asker = library(text)
    summary = Composer(asker).summary(asker.evidence.cards[0].id)
    told = "".join(statement.text for statement in summary.statements)
    assert all(f"完成这一类任务{at}1件" in told for at in (1, 2, 3, 4))


def test_a_term_is_explained_in_the_words_of_the_report() -> None:
    explained = Composer(ASKER).term("三张清单")
    assert isinstance(explained, Answer)
    assert "“三张清单”" in explained.statements[0].text
    worded = Composer(ASKER, chat_of("“三张清单”由国务院统一制定[1]。")).term("三张清单")
    assert isinstance(worded, Answer)
    assert worded.statements == explained.statements
    assert worded.written is not None
    assert len(worded.written.dropped) == 1


def test_what_a_term_sums_up_comes_before_where_it_is_used() -> None:
    used = "各部门已全面推广实施“三张清单”制度。"
    row = "建立不予处罚清单、从轻处罚清单、减轻处罚清单“三张清单”。"
    asker = library(f"云溪县2022年法治政府建设情况报告\n一、主要工作\n{used}{row}\n")
    explained = Composer(asker).term("三张清单")
    assert isinstance(explained, Answer)
    assert [one.quote for one in explained.citations] == [row, used]


def test_a_term_of_no_report_is_refused() -> None:
    refused = Composer(ASKER, chat_of("就是那个[1]。")).term("枫桥经验")
    assert isinstance(refused, Refusal)
    assert refused.text == "报告里没有“枫桥经验”这个说法,不作解释。"


@pytest.mark.parametrize("said", [None, "过去一年,新收行政复议申请41件[1]。胜诉率达99%[1]。"])
def test_a_speech_holds_what_was_chosen_and_nothing_else(said: str | None) -> None:
    composer = Composer(ASKER, chat_of(said) if said else None)
    questions = ["新收行政复议申请多少件?", "走访企业多少家?", "接待游客多少人次?"]
    speech = composer.speech(questions, "法治政府建设")
    assert isinstance(speech, Answer)
    text = str(to_json(speech)["answer"])
    assert "41件" in text
    assert "99%" not in text
    assert "没有写入:接待游客多少人次?(报告中没有可用的答复)" in text
    assert all(grounded(statement) for statement in speech.statements)


@pytest.mark.parametrize("manner", [manner for manner in MANNERS if manner != "hang"])
def test_no_hostile_reply_reaches_a_text(manner: str) -> None:
    picks = Composer(ASKER).summary(REPORT).citations
    for seed in range(4):
        chat = chat_of(lambda prompt, seed=seed: hostile(manner, prompt, seed))  # type: ignore[misc]
        composer = Composer(ASKER, chat)
        *_, spoken = composer.drafting(picks, "法治政府建设")
        for made in (spoken.reply, composer.summary(REPORT, WORK)):
            assert isinstance(made, Answer)
            assert [s.text for s in made.statements if not grounded(s)] == []
            for statement in made.statements:
                quotes = "".join(f"{c.quote}{c.year}{c.section}" for c in statement.citations)
                assert set(re.findall(r"\d+", statement.text)) <= set(re.findall(r"\d+", quotes))


def test_a_paragraph_of_nothing_cannot_be_asked_for() -> None:
    with pytest.raises(ValueError, match="nothing was chosen"):
        list(Composer(ASKER).drafting(()))


def test_a_speech_about_nothing_known_is_a_refusal() -> None:
    assert isinstance(Composer(ASKER).speech(["接待游客多少人次?"]), Refusal)
