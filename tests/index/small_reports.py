"""Three small invented reports, and what the index tests do with them again and again."""

from __future__ import annotations

from pathlib import Path

from index.build import BuildOutcome, build_index
from index.snapshot import Snapshot, open_snapshot
from tests.embedders import HashEmbeddings

MODEL = "hash-64"

YUNXI = """云溪县人民政府
关于2022年度法治政府建设情况的报告
市人民政府:
现将2022年法治政府建设情况报告如下。
一、主要工作
(一)化解行政争议。全年受理行政复议案件31件,办结28件。
(二)加强普法宣传。开展法治宣传活动52场次,发放资料1万余份。
二、存在的不足
基层执法力量不足;个别干部法治意识不强。
云溪县人民政府
2023年2月20日
"""
QINGLAN = """青岚市2021年法治政府建设情况报告
一、工作开展情况
2021年,全市审查规范性文件17件,清理废止6件。
全年办理人民来信来访640件次。
二、下一步打算
2022年,将完成执法证件换发300人。
"""
SHIQIAO = """石桥镇关于2022年度法治政府建设情况的报告
一、组织领导
镇党委召开专题会议4次。
二、法治宣传
全镇组建普法队伍9支,调解矛盾纠纷77件。
"""
YUNXI_EDITED = YUNXI.replace("31件,办结28件", "35件,办结33件")

NAMES = {"云溪.txt": YUNXI, "青岚.txt": QINGLAN, "石桥.txt": SHIQIAO}


def write_reports(folder: Path, **changed: str) -> Path:
    """The three reports as files; `changed` gives other texts by the first part of the name."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in NAMES.items():
        (folder / name).write_text(changed.get(Path(name).stem, text), encoding="utf-8")
    return folder


def build(*paths: Path, folder: Path, mode: str = "replace") -> BuildOutcome:
    """Build with the hashing embedder."""
    return build_index(
        paths,
        folder=folder,
        embeddings=HashEmbeddings(),
        model=MODEL,
        mode="add" if mode == "add" else "replace",
    )


def open_index(folder: Path) -> Snapshot:
    """The index as a reader of the hashing model sees it."""
    return open_snapshot(folder, model=MODEL)


def texts(snapshot: Snapshot) -> list[str]:
    """Every passage, row by row."""
    return [snapshot.passage(row).text for row in range(len(snapshot))]


def by_words(snapshot: Snapshot, query: str) -> list[str]:
    """The passages that share a word with the query, best first."""
    return [snapshot.passage(row).text for row, _ in snapshot.words.search(query, 5)]


def by_vector(snapshot: Snapshot, query: str, k: int = 1) -> list[str]:
    """The passages nearest to the query."""
    vector = HashEmbeddings().embed_query(query)
    return [snapshot.passage(row).text for row, _ in snapshot.store.search_vector(vector, k)]
