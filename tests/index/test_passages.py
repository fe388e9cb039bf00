"""Passages are exact slices, cover every sentence once, and round-trip through LangChain."""

from __future__ import annotations

from dataclasses import replace

import pytest

from corpus.model import Metadata, Report, Section, Sentence, Span
from corpus.read import read_report
from index.passages import from_document, passages_of, to_document, vector_key
from tests.index.small_reports import YUNXI

LONG = (
    "一年来,全县召开法治建设专题会议12次,研究部署重点工作36项,开展领导干部述法活动48人次,推动责任落实;"
    "组织开展行政执法人员培训5期,培训执法骨干420人次,换发新版行政执法证件880个,规范执法行为;"
    "开展重点领域专项监督检查9次,发现并督促整改问题64个,评查行政执法案卷150卷,通报典型案例3件;"
    "建立联系点8个。"
)


def _report(text: str, *sentences: tuple[int, int], headings: tuple[Span, ...] = ()) -> Report:
    return Report(
        id="r1",
        file="某县.txt",
        text=text,
        metadata=Metadata(),
        sections=tuple(
            Section(number=place, parent=None, level=0, heading=heading, span=heading)
            for place, heading in enumerate(headings)
        ),
        sentences=tuple(Sentence(span=Span(*one), section=None) for one in sentences),
        figures=(),
    )


def test_one_passage_a_sentence() -> None:
    report = read_report(YUNXI, file="云溪.txt")
    passages = passages_of(report)
    assert [passage.span for passage in passages] == [one.span for one in report.sentences]
    found = next(one for one in passages if one.text == "全年受理行政复议案件31件,办结28件。")
    assert report.headings(found.section) == ("一、主要工作", "(一)化解行政争议")
    assert found.text == found.span.of(report.text)


def test_a_long_sentence_is_parted_at_semicolons() -> None:
    assert len(LONG) > 150
    parts = passages_of(_report(LONG, (0, len(LONG))))
    middle = LONG.index("开展重点领域")
    assert [one.text for one in parts] == [LONG[:middle], LONG[middle:]]
    assert [one.sentence for one in parts] == [0, 0]


def test_a_sentence_just_short_enough_stays_whole() -> None:
    text = "甲;" * 75
    assert len(passages_of(_report(text, (0, 150)))) == 1


def test_text_without_marks_is_cut_somewhere_and_loses_nothing() -> None:
    text = "法" * 2000
    parts = passages_of(_report(text, (0, 2000)))
    assert "".join(one.text for one in parts) == text
    assert max(len(one.text) for one in parts) == 600


def test_a_heading_that_is_no_sentence_becomes_a_passage() -> None:
    text = "一、主要工作\n全年办结28件。\n二、不足 力量不强。"
    alone, shared = Span(0, 6), Span(16, 20)
    report = _report(text, (7, 15), (21, 26), headings=(alone, shared))
    assert [(one.text, one.sentence) for one in passages_of(report)] == [
        ("一、主要工作", None),
        ("全年办结28件。", 0),
        ("力量不强。", 1),
    ]


def test_a_heading_that_is_a_sentence_comes_once() -> None:
    text = "一、主要工作\n全年办结28件。"
    report = _report(text, (0, 6), (7, 15), headings=(Span(0, 6),))
    assert [one.text for one in passages_of(report)] == ["一、主要工作", "全年办结28件。"]


def test_ids_tell_equal_sentences_and_equal_reports_apart() -> None:
    text = "办结28件。办结28件。"
    report = _report(text, (0, 6), (6, 12))
    ids = {one.id for one in passages_of(report)}
    ids |= {one.id for one in passages_of(replace(report, id="r2"))}
    assert len(ids) == 4


def test_a_vector_is_kept_by_model_and_text() -> None:
    assert vector_key("甲", "办结28件。") == vector_key("甲", "办结28件。")
    assert vector_key("甲", "办结28件。") != vector_key("乙", "办结28件。")
    assert vector_key("甲", "办结28件。") != vector_key("甲", "办结29件。")


def test_a_passage_round_trips_as_a_document() -> None:
    report = read_report(YUNXI, file="云溪.txt")
    for passage in passages_of(report):
        assert from_document(to_document(passage, report)) == passage


def test_a_document_carries_what_filters_need() -> None:
    report = read_report(YUNXI, file="云溪.txt")
    found = next(one for one in passages_of(report) if "复议案件31件" in one.text)
    document = to_document(found, report)
    assert document.metadata["year"] == 2022
    assert document.metadata["file"] == "云溪.txt"
    assert document.metadata["headings"] == ["一、主要工作", "(一)化解行政争议"]


def test_a_foreign_document_is_no_passage() -> None:
    from langchain_core.documents import Document

    with pytest.raises(KeyError):
        from_document(Document(page_content="别处来的", id="x"))
