"""A library of invented reports in memory, for tests of the answering core."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpus.fold import fold
from corpus.read import read_report
from index.library_db import ReportCard
from tests.embedders import HashEmbeddings

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from corpus.model import Fact, Report

__all__ = ["LINCHUAN", "QINGLAN", "YUNXI_2021", "YUNXI_2022", "MemoryShelf"]

YUNXI_2022 = """云委〔2023〕9号
中共云溪县委 云溪县人民政府
关于2022年度法治政府建设情况的报告
市委、市政府:
现将2022年法治政府建设情况报告如下。
一、主要工作及成效
(一)规范行政执法。新领行政执法证168人,清退不符合条件人员23人。全年办理行政处罚案件1873件,罚没金额2.5万元。
(二)化解矛盾纠纷。一是畅通复议渠道。新收行政复议申请41件,受理37件,办结34件,其中维持19件、撤销4件。二是扎实应诉。办理一审行政诉讼案件26件,行政机关负责人出庭应诉率为88.5%,败诉3件。三是做实信访。县信访局登记群众来信来访402件次。
(三)优化营商环境。走访企业180余家,帮助修改合同文本97份。减免税费3.5亿元,发放补贴8000万元。聘请法律顾问8名,建立“三张清单”制度。
二、存在的不足
(一)法治思维不强。少数干部习惯凭经验办事。
(二)执法力量薄弱。乡镇人手紧、装备少。
(三)案卷质量不高。说理不充分的现象依然存在。
三、2023年工作打算
(一)推动行政机关负责人出庭应诉率达到95%以上。
(二)培训乡镇执法人员300人次。
中共云溪县委
云溪县人民政府
2023年2月17日
"""
YUNXI_2021 = """云溪县2021年法治政府建设情况报告
一、主要工作
(一)化解矛盾纠纷。受理行政复议案件29件,办结25件。办理行政诉讼案件31件。
(二)规范行政执法。办理行政处罚案件1520件。
二、下一步打算
加强队伍建设。
"""
QINGLAN = """青岚市2022年法治政府建设情况报告
一、主要工作
(一)强化复议监督。全市受理行政复议案件512件,审结498件。市级受理203件。
(二)推进政务公开。主动公开信息9120条。
二、存在的问题
(一)工作不平衡。县区差异较大。
(二)宣传不深入。形式较为单一。
"""
LINCHUAN = """霖川市市场监督管理局2022年法治政府建设工作报告
一、工作开展情况
全年办理行政处罚案件640件。
二、存在的问题
队伍老化;经费不足。
"""


def _value(fact: Fact | None) -> str | None:
    return fact.value if fact else None


def _card(report: Report) -> ReportCard:
    about = report.metadata
    return ReportCard(
        id=report.id,
        file=report.file,
        sha256="",
        title=_value(about.title),
        document_number=_value(about.document_number),
        place=_value(about.place),
        year=about.year,
        organ=_value(about.organ),
        issued=_value(about.issued),
        characters=len(report.text),
        sections=len(report.sections),
        sentences=len(report.sentences),
        figures=len(report.figures),
        passages=len(report.sentences),
    )


class MemoryShelf:
    """A `Shelf` over texts; `near` gives the cosine of every sentence, 0 unless told.

    `named` texts keep their name as their file's.
    """

    def __init__(
        self, *texts: str, near: float | None = 0.0, named: Mapping[str, str] | None = None
    ) -> None:
        files = {f"报告{n}": text for n, text in enumerate(texts, 1)} | dict(named or {})
        reports = [read_report(text, file=f"{name}.txt") for name, text in files.items()]
        self._reports = {report.id: report for report in reports}
        self._near = near
        self._embeddings = HashEmbeddings()

    @property
    def cards(self) -> Sequence[ReportCard]:
        """Every report of the library."""
        return [_card(report) for report in self._reports.values()]

    @property
    def ledger(self) -> None:
        """None: the reports are few."""

    def report(self, report_id: str) -> Report:
        """One report, whole."""
        return self._reports[report_id]

    def by_words(self, text: str, k: int, report_ids: Iterable[str]) -> list[tuple[str, int]]:
        """The sentences that share a word with the text."""
        words = text.split()
        found = [
            (sum(word in said for word in words), report_id, position)
            for report_id, position, said in self._sentences(report_ids)
        ]
        best = sorted((one for one in found if one[0]), key=lambda one: -one[0])
        return [(report_id, position) for _, report_id, position in best[:k]]

    def by_meaning(
        self, text: str, k: int, report_ids: Iterable[str]
    ) -> list[tuple[str, int, float]]:
        """All sentences equally near, or by hashed characters where `near` is None."""
        asked = self._embeddings.embed_query(text)
        found = []
        for report_id, position, said in self._sentences(report_ids):
            near = self._near
            if near is None:
                vector = self._embeddings.embed_query(said)
                near = sum(a * b for a, b in zip(asked, vector, strict=True))
            found.append((report_id, position, near))
        return sorted(found, key=lambda one: -one[2])[:k]

    def closeness(self, question: str, texts: Sequence[str]) -> list[float]:
        """All texts equally near, or by hashed characters where `near` is None."""
        if self._near is not None:
            return [self._near] * len(texts)
        asked = self._embeddings.embed_query(question)
        vectors = self._embeddings.embed_documents(list(texts))
        return [sum(a * b for a, b in zip(asked, vector, strict=True)) for vector in vectors]

    def _sentences(self, report_ids: Iterable[str]) -> list[tuple[str, int, str]]:
        return [
            (report_id, position, fold(self._reports[report_id].quote(sentence.span)))
            for report_id in sorted(report_ids)
            for position, sentence in enumerate(self._reports[report_id].sentences)
        ]
