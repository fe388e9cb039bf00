"""Shares recomputed from the numbers beside them."""

from __future__ import annotations

import pytest

from tests.assistant.audit.invented_reports import audit_of, kinds_of


@pytest.mark.parametrize(
    "sentence",
    [
        "排查梳理信访矛盾纠纷625件,成功化解594件,有效化解率达98%。",
        "排查矛盾纠纷625件,化解594件,化解率94%。",
        "受理信访事项475件,办结437件,办结率97.0%。",
        "全年调处各类纠纷1987件,成功1935件,成功率99.4%。",
        "抽查执法案卷85卷,合格82卷,合格率98.5%。",
        "抽查案卷八十五卷,合格八十二卷,合格率百分之九十八点五。",
        "化解信访积案29件,占交办总数33件的97.9%。",
        "受理仲裁案件120件,其中劳动争议48件,占45%。",
        "受理申请100件,办结约50件,办结率92%。",
        "受理行政复议案件52件,审结行政复议案件45件。2022年,行政复议案件办结率为96.5%。",
        "行政复议案件受理52件、审结45件。行政复议案件办结率达96.5%。",
        "检查反馈问题40个,整改30个,整改率80%。",
    ],
)
def test_a_share_that_does_not_recompute_is_found(sentence: str) -> None:
    assert kinds_of(sentence) == ["share"]


@pytest.mark.parametrize(
    "sentence",
    [
        "排查梳理信访矛盾纠纷625件,成功化解594件,有效化解率达95%。",
        # Rounded, or cut off.
        "受理案件3000件,办结2989件,办结率99.6%。",
        "受理案件3000件,办结2989件,办结率99.63%。",
        "受理案件937件,办结912件,办结率97.3%。",
        "受理案件937件,办结912件,办结率97.33%。",
        # Hedges.
        "排查纠纷600余件,化解594件,化解率98%。",
        "排查纠纷625件,化解近600件,化解率95.5%。",
        "排查纠纷625件,化解594件,化解率95%以上。",
        "排查纠纷1.2万件,化解11870件,化解率97%。",
        # Another numerator than the one that stands there.
        "受理信访事项475件,办结437件,按期办结率100%。",
        "受理申请41件,办结34件,直接纠错7件,综合纠错率22.5%。",
        "办理行政诉讼案件26件,负责人出庭应诉20件,出庭应诉率100%。",
        "评查案卷90卷,优秀案卷31卷,合格率95.6%。",
        "收到建议100件,未办结12件,办结率95%。",
        # Another denominator.
        "登记纠纷41件,受理37件,办结34件,办结率82.9%。",
        "受理行政复议案件37件(含上年结转5件),办结34件,办结率100%。",
        "受理行政复议案件37件,上年结转5件,办结34件,办结率81%。",
        "审结40件,化解20件,化解率80%。",
        "受理案件100件;化解纠纷50件,化解率90%。",
        "办理信访事项100件,办结信访事项50件,行政复议案件办结率96%。",
        "排查矛盾纠纷100件,化解信访积案50件,矛盾纠纷化解率97%。",
        # What is left of the whole.
        "评查案卷90卷,对4卷不合格案卷下发通知,合格86卷,合格率95.6%。",
        # Several rates at once, aims, and shares of what is not said.
        "纳入评价56件,办结50件,受理率、办结率、满意率均达100%。",
        "民生支出4437亿元、占一般公共预算支出的68%。",
        "2023年,力争受理案件100件,办结90件,办结率达到95%以上。",
        "受理案件100件,其中网上立案30件,占全省的5%。",
    ],
)
def test_a_share_that_may_be_right_is_left_alone(sentence: str) -> None:
    assert kinds_of(sentence) == []


def test_all_that_is_not_all_is_in_doubt() -> None:
    (finding,) = audit_of("受理信访事项1000件,办结998件,办结率100%。").findings
    assert (finding.kind, finding.severity) == ("not_all", "doubt")
    assert "998÷1000=99.8%" in finding.text
    (finding,) = audit_of("受理信访事项475件,办结437件,办结率100%。").findings
    assert (finding.kind, finding.severity) == ("share", "doubt")
    assert kinds_of("受理信访事项475件,办结475件,办结率100%。") == []


def test_the_arithmetic_is_shown() -> None:
    (finding,) = audit_of("排查矛盾纠纷625件,成功化解594件,化解率98%。").findings
    assert "594÷625=95.04%" in finding.text
    assert [term.written for term in finding.terms] == ["98%", "594件", "625件"]


def test_numbers_of_the_sentence_before_serve_only_a_rate_that_names_its_matter() -> None:
    assert kinds_of("受理行政复议案件52件,审结45件。", "办结率96.5%。") == []
    assert kinds_of("受理行政复议案件52件,审结45件。", "信访事项办结率96.5%。") == []


def test_what_was_recomputed_is_counted() -> None:
    said = "排查矛盾纠纷625件,成功化解594件,化解率95%。办理案件26件,出庭应诉率88.5%。"
    assert audit_of(said).checked.shares == 1
