"""Questions over several reporters and years (跨表问题)."""

from __future__ import annotations

import pytest

from assistant.asker import Asker
from assistant.grounding import grounded
from assistant.model import Answer, Reason, Refusal
from tests.assistant.shelves import MemoryShelf


def _report(place: str, year: int, *sentences: str) -> str:
    body = "".join(sentences)
    return f"{place}{year}年法治政府建设情况报告\n一、主要工作\n(一)化解矛盾纠纷。{body}\n"


SHELF = MemoryShelf(
    _report("云溪县", 2021, "全年受理行政复议案件29件。建成公共法律服务站点12个。"),
    _report("云溪县", 2022, "全年受理行政复议案件37件。", "败诉率为8.5%。"),
    _report("云溪县", 2023, "全年受理行政复议案件30件。", "败诉率为6%。"),
    _report("霖川县", 2023, "全年受理行政复议案件52件。建成公共法律服务站点20个。"),
    _report("砚湖县", 2023, "全年受理行政复议案件18件。"),
    _report("青岚市", 2023, "全市受理行政复议案件512件。"),
)


def _ask(question: str) -> Answer:
    reply = Asker(SHELF).ask(question)
    assert isinstance(reply, Answer), reply
    assert all(grounded(statement) for statement in reply.statements)
    return reply


def _text(answer: Answer) -> str:
    return "\n".join((*(s.text for s in answer.statements), *answer.notes))


@pytest.mark.parametrize(
    ("question", "wanted"),
    [
        ("2023年哪个县受理的行政复议案件最多?", ["霖川县", "52件"]),
        ("2023年哪个县受理的行政复议案件最少?", ["砚湖县", "18件"]),
        ("2023年各县受理行政复议案件前两名是谁?", ["霖川县52件、云溪县30件"]),
        ("2023年云溪县和霖川县受理的行政复议案件哪个更多,多多少?", ["霖川县最多", "22件"]),
        ("云溪县2023年受理行政复议案件比2022年增加还是减少了,变化了多少?", ["减少7件", "18.9%"]),
        ("云溪县2021年到2023年受理行政复议案件的变化趋势", ["29件", "37件", "30件", "总体上升"]),
        ("云溪县受理行政复议案件逐年是多少?是不是一直在涨", ["29件", "37件", "30件", "总体上升"]),
        ("云溪县受理行政复议案件2021年以来的变化", ["29件", "37件", "30件", "总体上升"]),
        ("云溪县和霖川县2023年受理行政复议案件合计多少件?", ["82件"]),
        ("云溪县近三年平均每年受理多少件行政复议案件?", ["32件"]),
        ("云溪县败诉率2023年比2022年降了多少?", ["2.5个百分点"]),
        ("2023年霖川县受理的行政复议案件是砚湖县的几倍?", ["霖川县52件是砚湖县18件的2.9倍"]),
        ("霖川县2023年行政复议案件受理数相当于砚湖县的多少倍?", ["2.9倍"]),
        ("云溪县2022年受理行政复议案件是2021年的几倍?", ["2022年37件是2021年29件的1.3倍"]),
        ("和2021年相比,云溪县2022年受理行政复议案件是几倍?", ["2022年37件是2021年29件的1.3倍"]),
    ],
)
def test_numbers_are_set_side_by_side(question: str, wanted: list[str]) -> None:
    text = _text(_ask(question))
    for words in wanted:
        assert words in text


def test_a_ranking_of_counties_leaves_the_city_out() -> None:
    assert "青岚市" not in _text(_ask("2023年哪个县受理的行政复议案件最多?"))


def test_who_reports_and_who_does_not() -> None:
    text = _text(_ask("2023年哪些县写了公共法律服务站点个数,哪些没有写?"))
    assert "霖川县20个" in text
    assert "云溪县、砚湖县" in text
    assert "0个" not in text.replace("20个", "")


def test_a_sum_with_a_gap_is_refused_and_says_where_it_is() -> None:
    reply = Asker(SHELF).ask("云溪县和霖川县2023年建成的公共法律服务站点合计多少个?")
    assert isinstance(reply, Refusal)
    assert reply.reason is Reason.INDICATOR_ABSENT
    assert "云溪县2023年" in reply.text


def test_every_number_compared_has_its_citation() -> None:
    answer = _ask("2023年云溪县和霖川县受理的行政复议案件哪个更多,多多少?")
    quotes = [citation.quote for citation in answer.citations]
    assert any("30件" in quote for quote in quotes)
    assert any("52件" in quote for quote in quotes)


def test_two_reports_that_differ_are_both_shown() -> None:
    shelf = MemoryShelf(
        _report("云溪县", 2023, "全年受理行政复议案件30件。"),
        "云溪县2023年行政复议工作情况报告\n一、总体情况\n(一)办案。全年受理行政复议案件33件。\n",
    )
    reply = Asker(shelf).ask("云溪县2023年受理行政复议案件多少件?")
    assert isinstance(reply, Answer)
    assert {"30件", "33件"} <= {s.text.rstrip("。").rsplit(":", 1)[-1] for s in reply.statements}
    assert any("不一致" in note for note in reply.notes)


def test_two_reports_that_differ_in_their_verbs_too_are_both_shown() -> None:
    shelf = MemoryShelf(
        _report("云溪县", 2023, "接待群众法律咨询6668人次。受理行政复议案件52件。"),
        _report("云溪县", 2023, "提供法律咨询7534人次。办结行政复议案件50件。"),
    )
    reply = Asker(shelf).ask("云溪县2023年提供法律咨询多少人次?")
    assert isinstance(reply, Answer)
    assert {"7534人次", "6668人次"} == {one.text.split(":")[1][:-1] for one in reply.statements}
    single = Asker(shelf).ask("云溪县2023年受理行政复议案件多少件?")
    assert isinstance(single, Answer)
    assert "50件" not in _text(single)


def test_a_question_for_any_place_keeps_no_place_from_before() -> None:
    history = [("云溪县2023年受理行政复议案件多少件?", "云溪县2023年受理行政复议案件:30件。")]
    reply = Asker(SHELF).ask("2023年哪个县受理的行政复议案件最多?", history)
    assert isinstance(reply, Answer)
    assert "霖川县" in reply.statements[0].text
    assert not reply.carried


MORE = MemoryShelf(
    _report("云溪县", 2022, "受理行政复议案件30件。"),
    _report(
        "云溪县", 2023,
        "受理行政复议案件42件,同比增长40%。办理人大代表建议33件,比上年减少5件。",
        "行政机关负责人出庭应诉率为96%。",
    ),
    _report("霖川县", 2023, "受理行政复议案件52件。行政机关负责人出庭应诉率为100%。"),
    _report("砚湖县", 2023, "受理行政复议案件18件。行政机关负责人出庭应诉率为91.5%。"),
    _report("青禾县", 2023, "受理行政复议案件18件。"),
)  # fmt: skip


@pytest.mark.parametrize(
    ("question", "wanted"),
    [
        (
            "2023年受理行政复议案件超过40件的有几个县?",
            ["2个", "霖川县52件、云溪县42件"],
        ),
        ("2023年哪些县的出庭应诉率没有达到95%?", ["1个", "砚湖县91.5%", "未载:青禾县"]),
        ("2023年受理行政复议案件数高于平均数的是哪些县?", ["32.5件", "霖川县52件、云溪县42件"]),
        ("2023年云溪县受理的行政复议案件在各县中排第几?", ["第二位", "42件", "霖川县52件"]),
        (
            "2023年受理行政复议案件超过40件且出庭应诉率为100%的有哪些县?",
            ["1个:霖川县(52件、100%)", "云溪县(42件、96%)", "青禾县(18件、未载)"],
        ),
        (
            "2023年哪些县受理行政复议案件不到40件,同时出庭应诉率低于95%?",
            ["1个:砚湖县(18件、91.5%)", "有的条件未载或不能判断的:青禾县(18件、未载)"],
        ),
        (
            "2023年受理行政复议案件超过50件并且出庭应诉率低于95%的有哪几个县?",
            ["没有同时符合所列条件的"],
        ),
        ("2023年受理行政复议案件第二多的是哪个县?", ["第二位的是云溪县:42件"]),
        ("2023年受理行政复议案件最多和最少的县分别是谁,相差多少件?", ["霖川县:52件", "34件"]),
        ("按同比增幅推算,云溪县2023年上一年受理行政复议案件多少件?", ["≈ 30件", "推算数"]),
        ("按减少的件数推算,云溪县2023年上年办理人大代表建议多少件?", ["33件 + 5件 = 38件"]),
        ("霖川县和云溪县2023年受理行政复议案件合计中,霖川县占百分之几?", ["55.3%"]),
        ("2023年各县受理行政复议案件排个序", ["霖川县52件、云溪县42件", "砚湖县18件"]),
        ("2023年各县受理行政复议案件由多到少排列", ["霖川县52件、云溪县42件", "砚湖县18件"]),
    ],
)
def test_places_in_an_order_limits_and_what_follows(question: str, wanted: list[str]) -> None:
    reply = Asker(MORE).ask(question)
    assert isinstance(reply, Answer), reply
    said = _text(reply)
    assert [part for part in wanted if part not in said] == [], said


def test_who_ties_shares_a_place() -> None:
    reply = Asker(MORE).ask("2023年青禾县受理的行政复议案件在各县中排第几?")
    assert isinstance(reply, Answer)
    assert "第三位" in reply.statements[0].text


def test_a_year_before_is_reckoned_from_a_stated_difference_and_said_to_be() -> None:
    reply = Asker(MORE).ask("云溪县2022年办理人大代表建议多少件?")
    assert isinstance(reply, Answer)
    assert "33件 + 5件 = 38件(推算数,报告没有写明)" in _text(reply)
