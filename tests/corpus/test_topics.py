"""What a figure speaks of where its own words do not say so."""

from __future__ import annotations

import pytest

from corpus.topics import same_measure, tells_matter
from tests.corpus.one_report import figure


@pytest.mark.parametrize(
    "words", ["受理行政复议案件", "应诉案件", "邻里纠纷", "“法律明白人”", "罚没款"]
)
def test_a_matter(words: str) -> None:
    assert tells_matter(words)


@pytest.mark.parametrize(
    "words", ["维持", "确认违法", "法院已审结", "公安机关办理", "调解和解终止", "其余", ""]
)
def test_an_outcome_or_an_organ_tells_none(words: str) -> None:
    assert not tells_matter(words)


def test_units_of_one_measure() -> None:
    assert same_measure("件", "件次")
    assert same_measure("", "")
    assert not same_measure("", "件")
    assert not same_measure("个", "个百分点")


@pytest.mark.parametrize(
    ("sentence", "written", "topic"),
    [
        # An outcome speaks of what was counted in its unit and is no less.
        ("办理行政应诉案件58件,法院审结37件,败诉11件。", "11件", "办理行政应诉案件"),
        ("认领问题9个,制定措施23条,剩余1个。", "1个", "认领问题"),
        ("清理规范性文件38件,继续有效15件,废止7件。", "7件", "清理规范性文件"),
        # A clause that sets the topic holds for the whole list.
        ("行政处罚案件中,公安机关办理46件、交通部门12件。", "12件", "行政处罚案件"),
        ("扎实办理行政复议案件,全年受理52件。", "52件", "扎实办理行政复议案件"),
        # The sentence before, if this one only tells an outcome.
        ("办理行政复议案件33件。审结30件。", "30件", "办理行政复议案件"),
        ("办理行政复议案件33件。审结30件。维持12件。", "12件", "办理行政复议案件"),
        ("办理行政复议案件33件。发放资料30份。", "30份", ""),
        ("办理行政复议案件33件。维持40件。", "40件", ""),
        # Changes: of the rate for points, of what stands next for percent.
        ("受理案件52件,应诉率98%,同比提高1.2个百分点。", "1.2个百分点", "应诉率"),
        ("应诉率98%,发电量2600万度、增长8.2%。", "8.2%", "发电量"),
        ("收到申请41件,受理35件,增长5%。", "5%", "受理申请"),
        # An organ behind a semicolon goes before the matter of another one.
        (
            "受理民间纠纷48件,调解45件;区仲裁委员会立案10件,结案9件。",
            "9件",
            "区仲裁委员会立案",
        ),
        # A rate behind several parts is of their whole, behind one it is the part's.
        ("受理诉求83件,其中答复61件、转办22件,满意率96%。", "96%", "受理诉求"),
        ("评查案卷83卷,其中市级抽评61卷,优秀率43%。", "43%", "市级抽评"),
        # Those who came are of the event.
        ("持证人员746人,组织知识考试4次,参考219人。", "219人", "组织知识考试"),
        # Parts are no topics behind a semicolon.
        (
            "审结行政复议案件28件,其中因撤回申请终止6件;未结2件结转下年。",
            "2件",
            "审结行政复议案件",
        ),
        ("技改投资增速23.9%,高于全国15.9个百分点。", "15.9个百分点", "技改投资增速"),
        # What stands before a colon holds for the whole row.
        ("案件来源:投诉举报45件;上级交办30件。", "30件", "案件来源"),
        ("【行政执法】检查3260家次,发现隐患718处。", "718处", "行政执法"),
        ("合法性审查:合同63份,协议41份,共104份。", "104份", "合法性审查"),
        ("设立产业专项资金,首期安排5亿元。", "5亿元", "设立产业专项资金"),
        ("工业增加值增长6.5%,高于全国1.2个百分点。", "1.2个百分点", "工业增加值"),
        ("生产钾肥749吨、碳酸锂13吨,分别增长4.8%、22.3%。", "4.8%", "生产钾肥"),
        ("生产钾肥749吨、碳酸锂13吨,分别增长4.8%、22.3%。", "22.3%", "碳酸锂"),
        # A share of an outcome is one of it.
        ("审结行政复议案件30件,维持12件,占比40%。", "40%", "维持行政复议案件"),
        ("地区生产总值增长5.8%,总量达到60013亿元。", "60013亿元", "地区生产总值"),
    ],
)
def test_the_topic(sentence: str, written: str, topic: str) -> None:
    assert figure(sentence, written).subject == topic
