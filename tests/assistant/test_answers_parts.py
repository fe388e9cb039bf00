"""Parts asked for by name: a village, one of a row, a breakdown, a noun that is counted."""

from __future__ import annotations

import pytest

from assistant.asker import Asker
from assistant.model import Answer, Reason, Refusal
from assistant.render import answer_text
from tests.assistant.shelves import MemoryShelf

REPORT = """棠涘县人民政府
关于2023年度法治政府建设情况的报告
棠政〔2024〕7号
一、主要工作
(一)加强组织领导。县委常委会会议、县政府常务会议全年研究法治议题21次,其中县政府常务会议研究13次。
(二)规范行政执法。拆除违法建设53处,其中柘圩村12处、汀坪村9处。棠北、涘南、柘桥三个街道先行试点,试点以来立案41件、12件、9件。
(三)强化文件管理。年初现行有效规范性文件63件,新制定9件,废止20件,年末现行有效52件。
(四)化解行政争议。全县发生一审行政诉讼案件61件、二审22件,一审审结54件、败诉8件。为农民工讨薪203件。
(五)优化法律服务。38名律师担任209个村的法律顾问。新登记市场主体3000户,其中企业900户、个体工商户2000户、专业合作社100户。
(六)加强监督。向5个单位制发整改通知书。案卷优秀率由上年的43.5%提高到51.2%。公路货车超限率0.9%(2022年1.6%)。
(七)培育品牌。培育“最受企业欢迎的6件事”。
"""
LIBRARY = Asker(MemoryShelf(REPORT))


@pytest.mark.parametrize(
    ("question", "values"),
    [
        ("柘圩村拆了几处违建?", ["12处"]),
        ("涘南街道试点以来立了多少案?", ["12件"]),
        ("县政府常务会议研究了几次法治议题?", ["13次"]),
        ("2023年底还管用的规范性文件有多少件?", ["52件"]),
        ("当法律顾问的律师有几个?", ["38名"]),
        ("给几个单位发了整改通知书?", ["5个单位"]),
        ("新登记的市场主体包括哪几类,各多少户?", ["企业:900户", "2000户", "100户"]),
        ("案卷优秀率现在是多少,上一年呢?", ["43.5%", "51.2%"]),
        ("货车超限率比上年降了几个百分点?", ["1.6%", "0.9%", "0.7"]),
        ("培育了最受企业欢迎的几件事?", ["6件"]),
    ],
)
def test_the_part_that_is_named_is_told(question: str, values: list[str]) -> None:
    reply = LIBRARY.ask(question)
    assert isinstance(reply, Answer), reply
    text = answer_text(reply)
    assert [value for value in values if value not in text] == []


@pytest.mark.parametrize(
    ("question", "reason"),
    [
        ("苴山村拆了几处违建?", Reason.PLACE_ABSENT),
        ("二审的行政诉讼案件败诉了几件?", Reason.INDICATOR_ABSENT),
        ("帮多少个农民工讨了薪?", Reason.INDICATOR_ABSENT),
    ],
)
def test_the_whole_is_no_answer_for_a_part(question: str, reason: Reason) -> None:
    reply = LIBRARY.ask(question)
    assert isinstance(reply, Refusal), reply
    assert reply.reason is reason


def test_rows_with_heads_of_their_own_do_not_differ_from_each_other() -> None:
    shelf = MemoryShelf(
        "棠涘县农业农村局2023年法治政府建设情况报告\n一、主要工作\n全年执法有序。\n"
        "附:2023年全县执法分领域情况\n1.种子:检查206家次,立案12件。\n2.农药:检查288家次,立案16件。\n"
    )
    reply = Asker(shelf).ask("农药立案多少件?")
    assert isinstance(reply, Answer), reply
    assert "农药——立案:16件" in answer_text(reply)
    assert "12件" not in answer_text(reply)
    assert isinstance(Asker(shelf).ask("全县渔业立案多少件?"), Refusal)


def test_a_twin_takes_the_place_of_the_earlier_matter() -> None:
    asker = Asker(MemoryShelf(REPORT))
    assert "兽药" in asker.standalone("那兽药呢?", [("农药方面立了多少案", "16件")]).question
    assert "农药" not in asker.standalone("那兽药呢?", [("农药方面立了多少案", "16件")]).question
