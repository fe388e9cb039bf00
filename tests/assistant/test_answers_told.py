"""Ranks, document numbers and meanings as a report tells them; wholes, halves and what is left."""

from __future__ import annotations

import pytest

from assistant.asker import Asker
from assistant.model import Refusal
from tests.assistant.shelves import MemoryShelf

REPORT = """梧澄州人民政府关于2023年度法治政府建设情况的报告
梧澄政〔2024〕7号 签发人:闻人峤

2023年,梧澄州人民政府坚持依法行政,各方面工作又有新的起色,在2023年度全省营商环境评价中,我州列第5名,较上年有所前移。

一、主要做法

(一)建章立制。《梧澄州2023年度普法工作要点》(梧澄普办〔2023〕4号)明确了全年任务。推进“两书一函”落实。

(二)改进作风。对省里营商环境督查指出的31个问题、州里暗访查出的17个问题,一并列入台账,责成县(市)逐项整改。

(三)相对集中。集中到州行政审批局、州综合执法局两家行使的权力共986项,其中行政许可301项,行政处罚权685项。

(四)化解矛盾。调解纠纷6104件,成功6021件。州领导包案化解信访积案26件。办理法律援助案件318件,为受援人挽回经济损失742万元。全年执法立案1204件,结案1187件,罚款93.5万元。抽检食品820批次,不合格19批次;抽查化妆品64批次。

(五)宣讲法治。8月14日,州司法局主要负责人赴榉溪水库宣讲水法。全年减税降费12.6亿元,发放再贷款8.4亿元,减少成本支出0.9亿元。

名词解释:
1.“两书一函”:指执法监督建议书、执法监督决定书、执法监督函。
"""
ASKER = Asker(MemoryShelf(REPORT))


def _told(question: str) -> str:
    reply = ASKER.ask(question)
    return reply.text if isinstance(reply, Refusal) else "".join(s.text for s in reply.statements)


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("梧澄州2023年营商环境评价在全省排第几?", "第5名"),
        ("梧澄州营商环境评价排多少名?", "第5名"),
        ("梧澄州普法工作要点的文号是多少?", "梧澄普办〔2023〕4号"),
        ("梧澄州法治政府建设报告的签发人是谁?", "签发人:闻人峤"),
        ("梧澄州报告里的“两书一函”是哪三样?", "执法监督决定书"),
        ("梧澄州2023年8月14号州司法局负责人到哪里宣讲的?", "榉溪水库"),
        ("梧澄州营商环境整改台账里一共列了多少个问题?", "48个"),
        ("梧澄州集中到审批局和综合执法局的权力总共多少项?", "986项"),
        ("梧澄州调解的纠纷没调成的有多少件?", "83件"),
        ("梧澄州2023年执法立的案,还差多少件没结?", "17件"),
        ("梧澄州食品抽检没过关的有多少批次?", "19批次"),
        ("梧澄州搞法律援助,给受援人挽回多少损失?", "742万元"),
        ("梧澄州减税降费比发放的再贷款多多少亿元?", "4.2亿元"),
    ],
)
def test_what_stands_there_is_told(question: str, said: str) -> None:
    assert said in _told(question)


@pytest.mark.parametrize(
    ("question", "wrong"),
    [
        ("梧澄州法治督察考核排第几名?", "第5名"),
        ("梧澄州执法监督管理办法的文号是多少?", "4号"),
        ("梧澄州台账里的问题已经整改完多少个?", "31个"),
        ("梧澄州信访总量是多少件?", "26件"),
        ("梧澄州光治超这一块罚了多少万元?", "93.5万元"),
    ],
)
def test_what_is_not_told_is_refused(question: str, wrong: str) -> None:
    reply = ASKER.ask(question)
    assert isinstance(reply, Refusal)
    assert wrong not in reply.text


def test_a_whole_is_not_added_to_its_part() -> None:
    assert "1671" not in _told("梧澄州集中到审批局和综合执法局的权力总共多少项?")
