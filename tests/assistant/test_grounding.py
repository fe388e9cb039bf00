"""The gate: what a citation proves, in whatever writing, and what it does not."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from assistant.grounding import grounded, keep_grounded, numbers_of, through_gate
from assistant.model import Answer, Citation, Operation, Statement, Working
from corpus.model import Hedge, Quantity, Span


def citation(quote: str, *section: str) -> Citation:
    return Citation(
        report_id="r",
        report="云溪县2022年法治政府建设情况报告",
        document_number=None,
        place="云溪县",
        year=2022,
        section=section or ("一、主要工作",),
        quote=quote,
        span=Span(0, len(quote)),
        file="云溪.txt",
    )


def passes(text: str, quote: str, *section: str) -> bool:
    return grounded(Statement(text=text, citations=(citation(quote, *section),)))


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("受理:37件。", "全年受理行政复议案件37件。"),
        ("发放资料35000份。", "发放资料3.5万份。"),
        ("发放资料3.5万份。", "发放资料35000份。"),
        ("覆盖率5%。", "覆盖率百分之五。"),
        ("建成三十七个。", "建成37个。"),
        ("走访180余家。", "走访企业180余家。"),
        ("受理37件。", "受理 37 件。"),
        ("受理３７件。", "受理37件。"),
        ("合计4.3亿元。", "合计43000万元。"),
        ("案件有所增加。", "受理37件。"),
        ("满意率90%。", "满意率达到九成。"),
        ("占75%以上。", "占七成五以上。"),
        ("占75%。", "占四分之三。"),
        ("占三分之一。", "占1/3,即三分之一。"),
        ("新增3—5家。", "新增3至5家。"),
        ("受理10万件。", "受理十万件。"),
    ],
)
def test_a_number_in_another_writing_is_the_same(text: str, quote: str) -> None:
    assert passes(text, quote)


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("受理:38件。", "全年受理行政复议案件37件。"),
        ("受理:37起。", "全年受理行政复议案件37件。"),
        ("走访180家。", "走访企业180余家。"),
        ("走访180余家。", "走访企业180家。"),
        ("近880人次。", "约880人次。"),
        ("发放3.5万份。", "发放3.5份。"),
        ("覆盖率5个百分点。", "覆盖率5%。"),
        ("受理37件,办结34件。", "受理37件。"),
        ("占33%。", "占三分之一。"),
        ("受理10件。", "受理数十件。"),
        ("新增5家。", "新增3—5家。"),
        ("新增2—5家。", "新增3—5家。"),
    ],
)
def test_another_number_unit_or_hedge_is_dropped(text: str, quote: str) -> None:
    assert not passes(text, quote)


def test_a_number_may_stand_in_any_of_the_citations() -> None:
    both = (citation("受理37件。"), citation("办结34件。"))
    assert grounded(Statement(text="受理37件,办结34件。", citations=both))


@pytest.mark.parametrize(
    ("text", "good"),
    [
        ("原文:“少数干部习惯凭经验办事。”", True),
        ("原文:“习惯凭经验”", True),
        ("原文:“少数 干部习惯凭经验办事”", True),
        ("原文:“多数干部习惯凭经验办事。”", False),
        ("原文:“少数干部不习惯凭经验办事。”", False),
        ("列为“主要工作”", True),
    ],
)
def test_a_quotation_must_be_a_cited_stretch(text: str, good: bool) -> None:
    assert passes(text, "少数干部习惯凭经验办事。") is good


def test_a_quotation_that_holds_one() -> None:
    quote = "建立“三张清单”制度。"
    assert passes("“建立“三张清单”制度。”", quote)
    assert not passes("“建立“四张清单”制度。”", quote)


@pytest.mark.parametrize(
    ("text", "quote", "section", "good"),
    [
        ("2022年受理:37件。", "受理37件。", "一、主要工作", True),
        ("2021年受理:37件。", "受理37件。", "一、主要工作", False),
        ("2021年受理:37件。", "2021年受理37件。", "一、主要工作", True),
        ("2021年受理:37件。", "去年受理37件。", "一、主要工作", True),
        ("2023年培训:37人。", "培训37人。", "三、2023年工作打算", True),
        ("2023年培训:37人。", "培训37人。", "三、下一步工作打算", True),
        ("2024年培训:37人。", "培训37人。", "三、下一步工作打算", False),
    ],
)
def test_a_year_must_be_the_reports_or_in_the_sentence(
    text: str, quote: str, section: str, good: bool
) -> None:
    assert passes(text, quote, section) is good


def amount(value: str, unit: str = "件", hedge: Hedge = Hedge.EXACT) -> Quantity:
    return Quantity(span=Span(0, 1), value=Decimal(value), unit=unit, hedge=hedge)


SUM = Statement(
    text="受理37件 + 办理26件 = 63件。",
    citations=(citation("受理37件。"), citation("办理26件。")),
    working=Working(
        operation=Operation.SUM, operands=(amount("37"), amount("26")), scale="", result="63件"
    ),
)


def test_arithmetic_is_repeated() -> None:
    assert grounded(SUM)


@pytest.mark.parametrize(
    ("result", "operands"),
    [
        ("64件", (amount("37"), amount("26"))),
        ("63起", (amount("37"), amount("26"))),
        ("64件", (amount("37"), amount("27"))),
        ("63件", (amount("37", hedge=Hedge.MORE), amount("26"))),
        ("63件", (amount("37", unit="起"), amount("26"))),
    ],
    ids=["wrong", "other unit", "operand not cited", "operand hedged", "operand's unit"],
)
def test_wrong_arithmetic_is_dropped(result: str, operands: tuple[Quantity, ...]) -> None:
    assert SUM.working
    working = replace(SUM.working, operands=operands, result=result)
    assert not grounded(replace(SUM, text=f"受理37件 + 办理26件 = {result}。", working=working))


def test_a_result_without_its_arithmetic_is_dropped() -> None:
    assert not grounded(replace(SUM, working=None))


def test_only_what_fails_is_dropped() -> None:
    good = Statement(text="受理37件。", citations=(citation("受理37件。"),))
    bad = Statement(text="受理38件。", citations=(citation("受理37件。"),))
    assert keep_grounded([bad, good, bad]) == (good,)
    answer = Answer(statements=(bad, good), carried="沿用", notes=("注",))
    assert through_gate(answer) == Answer(statements=(good,), carried="沿用", notes=("注",))
    assert through_gate(Answer(statements=(bad,))) is None


def test_quantities_and_what_is_none() -> None:
    assert numbers_of("受理37件,拨打12345热线,“八五”普法,2022年") == {
        (Decimal(37), "件", Hedge.EXACT)
    }


def test_a_unit_that_the_quote_announces_stands_with_its_numbers() -> None:
    quote = "各地审结情况（单位：件）：甲溪区 312，市本级 84。"
    assert passes("市本级:84件。", quote)
    assert not passes("市本级:84人。", quote)


def test_a_year_with_a_space_behind_its_digits_stands() -> None:
    quote = "条例于 2021 年 11 月 26 日通过，自 2029 年 3 月 1 日起施行。"
    assert passes("“自2029年3月1日起施行”", quote)
