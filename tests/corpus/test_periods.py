from __future__ import annotations

import pytest

from corpus.fold import fold
from corpus.model import FigureKind, Span
from corpus.outline import outline
from corpus.periods import Periods
from corpus.read import read_report
from corpus.sentences import split_sentences


def period(sentence: str, written: str, *, heading: str = "一、工作成效") -> int | None:
    """The year of the number `written`, in a report on 2023."""
    text = f"{heading}\n{sentence}\n"
    folded, body = fold(text), Span(0, len(text))
    sections = outline(text, folded, body=body)
    sentences = split_sentences(text, folded, sections, body=body)
    position = text.index(written)
    holder = next(s for s in sentences if s.span.start <= position < s.span.end)
    return Periods(folded, sections, 2023).at(holder, position)


@pytest.mark.parametrize(
    ("sentence", "written", "year"),
    [
        ("今年受理14件。", "14", 2023),
        ("2022年以来受理14件。", "14", 2022),
        ("2021年，受理14件，办结12件。", "12", 2021),
        ("去年，受理14件，办结12件。", "12", 2023),
        ("受理52件，上年为37件，办结49件。", "37", 2022),
        ("受理52件，上年为37件，办结49件。", "49", 2023),
        ("受理61件，上年结转7件，审结63件。", "7", 2022),
        ("受理61件，上年结转7件，审结63件。", "63", 2023),
        ("比上年减少8件，办结9件。", "8", 2023),
        ("较2022年上升1.9个百分点。", "1.9", 2023),
        ("应诉率100%，较2022年的88.5%提高。", "88.5", 2022),
        ("落实《纲要（2021—2025年）》任务46项。", "46", 2023),
        ("2021—2025年规划任务46项。", "46", 2023),
        ("对上年度发现的7个问题整改。", "7", 2023),
        ("上年同期受理14件。", "14", 2022),
        ("五年来举办860场，其中2020年当年举办132场。", "860", 2023),
        ("五年来举办860场，其中2020年当年举办132场。", "132", 2020),
        ("1—12月受理14件。", "14", 2023),
        ("受理52件（2021年为37件），办结49件。", "37", 2021),
        ("受理52件（2021年为37件），办结49件。", "49", 2023),
        ("由上年的31件增加到47件。", "47", 2023),
        ("由上年的三十一件变为四十七件。", "四十七", 2023),
        ("较去年的120件增加30件。", "120", 2022),
        ("去年同期受理14件。", "14", 2022),
        ("比 2021 年 的 24件提高 5件。", "5件", 2023),
        ("谋划2024年项目,投资增长61%。", "61", 2023),
        ("到2024年,培训300人次。", "300", 2024),
        ("截至2024年1月,受理14件。", "14", 2023),
    ],
)
def test_the_year_a_number_speaks_of(sentence: str, written: str, year: int) -> None:
    assert period(sentence, written) == year


@pytest.mark.parametrize(
    ("heading", "sentence", "written", "year"),
    [
        ("一、2024年工作打算", "培训300人次。", "300", 2024),
        ("一、下一步工作", "培训300人次。", "300", 2024),
        ("一、 2024 年工作打算", "培训300人次。", "300", 2024),
        ("一、改进措施", "培训300人次。", "300", 2024),
        ("一、存在问题及下步打算", "专职人员仅2名。", "2", 2023),
        ("一、存在问题及下步打算", "专职人员仅2名。\n下一步，新增3名。", "3", 2024),
        ("一、2023年工作情况", "培训300人次。", "300", 2023),
        ("一、工作成效", "2024年，我们力争培训300人次。", "300", 2024),
        ("一、工作成效", "召开9次。下一步，培训300人次。", "9", 2023),
        ("一、工作成效", "召开9次。下一步，培训300人次。", "300", 2024),
    ],
)
def test_plans_speak_of_the_next_year(heading: str, sentence: str, written: str, year: int) -> None:
    assert period(sentence, written, heading=heading) == year


def plans(text: str, year: int | None = 2023) -> list[str]:
    sections = outline(text, fold(text), body=Span(0, len(text)))
    found = Periods(fold(text), sections, year).plans
    return [sections[number].heading.of(text) for number in sorted(found)]


def test_sections_on_plans() -> None:
    text = (
        "一、2023年工作回顾\n(一)下大力气抓落实\n二、存在问题\n"
        "三、2024年重点任务\n(一)抓学习\n四、加强自身建设\n"
    )
    assert plans(text) == ["三、2024年重点任务", "(一)抓学习", "四、加强自身建设"]
    assert plans("一、2023年重点任务完成情况\n二、下步打算\n") == ["二、下步打算"]
    assert plans("一、工作情况\n二、展望\n", None) == ["二、展望"]


@pytest.mark.parametrize(
    "heading",
    [
        "一、强化组织领导,精心谋划部署。",
        "一、统筹安排部署",
        "二、围绕重点任务抓落地",
        "二、分类推进,把计划变成果",
    ],
)
def test_a_heading_on_how_it_was_planned_tells_what_was_done(heading: str) -> None:
    assert plans(f"{heading}\n三、提升执法质效\n") == []


@pytest.mark.parametrize(
    "heading",
    ["三、工作安排及目标", "三、存在的不足和改进措施", "三、主要安排。", "三、谋划来年工作"],
)
def test_a_heading_that_ends_in_a_plan_looks_ahead(heading: str) -> None:
    assert plans(f"一、成效\n{heading}\n") == [heading.rstrip("。")]


def test_without_a_year_nothing_is_guessed() -> None:
    text = "一、工作\n受理14件，上年37件。2021年受理9件。\n"
    folded, body = fold(text), Span(0, len(text))
    sections = outline(text, folded, body=body)
    sentences = split_sentences(text, folded, sections, body=body)
    periods = Periods(folded, sections, None)
    assert periods.at(sentences[1], text.index("14件")) is None
    assert periods.at(sentences[2], text.index("9件")) == 2021


def test_a_closing_paragraph_that_looks_ahead_tells_plans_without_a_heading() -> None:
    text = (
        "榉溪县2022年法治政府建设工作报告\n\n一是抓服务,惠民生。办理法律援助案件412件。\n"
        "下一步,我县将做好以下工作:扩大覆盖面,全年办理法律援助案件450件。\n"
    )
    figures = read_report(text, file="x.txt").figures
    told = [(int(f.quantity.value), f.period, f.kind is FigureKind.TARGET) for f in figures]
    assert told == [(412, 2022, False), (450, 2023, True)]
