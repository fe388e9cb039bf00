"""How well figures and sentences fit an ask."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from assistant.evidence.fit import Fit, fit_sentence
from assistant.evidence.matching import fit_figure
from assistant.evidence.reading import Reading, lay_out
from assistant.question.asks import ask_of
from corpus.read import read_report
from tests.assistant.shelves import YUNXI_2022

if TYPE_CHECKING:
    from assistant.evidence.reading import FigureView

READING = lay_out(read_report(YUNXI_2022, file="云溪.txt"))


def view_of(written: str, reading: Reading = READING) -> FigureView:
    (view,) = [
        view
        for view in reading.figures
        if reading.report.quote(view.figure.quantity.span) == written
    ]
    return view


def fit(question: str, written: str) -> Fit:
    found = fit_figure(ask_of(question), view_of(written))
    assert found is not None
    return found


def missing(found: Fit) -> set[str]:
    return {term.text for term in found.missing}


def test_every_word_near_the_figure() -> None:
    found = fit("受理行政复议多少件", "37件")
    assert found.covered > 0.7
    assert missing(found) == set()


@pytest.mark.parametrize(
    ("question", "right", "wrong"),
    [
        ("受理行政复议多少件", "37件", "34件"),
        ("办结行政复议多少件", "34件", "37件"),
        ("行政复议维持多少件", "19件", "4件"),
        ("行政复议撤销多少件", "4件", "19件"),
        ("行政诉讼案件多少件", "26件", "37件"),
        ("行政处罚案件多少件", "1873件", "26件"),
        ("新领执法证多少人", "168人", "23人"),
    ],
)
def test_the_figure_asked_for_fits_better(question: str, right: str, wrong: str) -> None:
    assert fit(question, right).score > fit(question, wrong).score


def test_a_rival_topic_is_missing_though_the_act_is_there() -> None:
    assert "行政诉讼" in missing(fit("行政诉讼受理多少件", "37件"))
    assert "行政复议" in missing(fit("行政复议办理多少件", "26件"))


def test_a_figure_that_names_its_own_topic_does_not_take_that_of_its_heading() -> None:
    text = "云溪县2022年法治政府建设情况报告\n一、行政复议工作\n办理行政诉讼案件26件。\n"
    view = view_of("26件", lay_out(read_report(text, file="云溪.txt")))
    found = fit_figure(ask_of("行政复议办理多少件"), view)
    assert found is not None
    assert "行政复议" in missing(found)


def test_another_act_is_missing() -> None:
    assert "听证" in missing(fit("行政复议听证多少件", "37件"))


@pytest.mark.parametrize("written", ["88.5%", "3.5亿元", "168人"])
def test_another_kind_of_unit_does_not_fit_at_all(written: str) -> None:
    assert fit_figure(ask_of("受理行政复议多少件"), view_of(written)) is None


def test_a_target_is_not_the_result() -> None:
    asked_result, asked_target = ask_of("出庭应诉率是多少"), ask_of("出庭应诉率目标是多少")
    result, target = view_of("88.5%"), view_of("95%以上")
    by_result = [fit_figure(asked_result, view) for view in (result, target)]
    by_target = [fit_figure(asked_target, view) for view in (result, target)]
    assert by_result[0]
    assert by_result[1]
    assert by_result[0].score > by_result[1].score
    assert by_target[0]
    assert by_target[1]
    assert by_target[0].score < by_target[1].score


def test_a_sentence_by_its_own_words_before_its_headings() -> None:
    terms = ask_of("聘请法律顾问").terms
    fits = {
        READING.report.quote(READING.report.sentences[view.position].span): fit_sentence(
            terms, view
        )
        for view in READING.sentences
    }
    best = max(fits, key=lambda quote: fits[quote].score)
    assert best == "聘请法律顾问8名,建立“三张清单”制度。"
    assert fits[best].missing == ()
    assert {term.text for term in fits["(一)规范行政执法。"].missing} >= {"法律顾问"}


ROWS = lay_out(
    read_report(
        "云溪县人民政府关于2022年度法治政府建设情况的报告\n一、化解纠纷\n"
        "行业性专业性调解组织办理医疗纠纷412件、物业纠纷2196件、劳动争议3058件。"
        "调解各类纠纷4218件,成功4179件,其中邻里纠纷986件、山林土地纠纷742件。\n",
        file="云溪.txt",
    )
)


@pytest.mark.parametrize(
    ("question", "answer", "other"),
    [
        ("专业性调解组织办理了多少件物业方面的纠纷", "2196件", "412件"),
        ("专业性调解组织办理了多少件医疗方面的纠纷", "412件", "2196件"),
        ("调解的邻里纠纷有多少件", "986件", "4218件"),
        ("调解的山林土地纠纷有多少件", "742件", "986件"),
    ],
)
def test_what_opens_a_row_holds_for_all_of_it(question: str, answer: str, other: str) -> None:
    right, wrong = (fit_figure(ask_of(question), view_of(w, ROWS)) for w in (answer, other))
    assert right
    assert wrong
    assert right.score > wrong.score
    assert not right.missing


def test_a_first_instance_is_no_second_one() -> None:
    reading = lay_out(read_report("云溪县2022年报告\n一审行政应诉案件41件。\n", file="云溪.txt"))
    found = fit_figure(ask_of("二审行政诉讼案件有几件"), view_of("41件", reading))
    assert found
    assert "二审" in missing(found)
