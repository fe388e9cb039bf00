"""However an index came about, it holds and finds what a fresh build of the same files would."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st

from index.build import remove_reports
from tests.embedders import HashEmbeddings
from tests.index.small_reports import build, open_index

if TYPE_CHECKING:
    from index.snapshot import Snapshot

_SENTENCES = st.sampled_from(
    [
        "全年受理行政复议案件31件,办结28件。",
        "全年受理行政复议案件3.1万件。",
        "全年受理行政复议案件31万件。",
        "开展法治宣传活动52场次;发放资料1万余份。",
        "一、主要工作",
        "(一)加强普法宣传。举办讲座9期。",
        "二、存在的不足",
        "基层执法力量不足。",
    ]
)
_TEXTS = st.lists(_SENTENCES, min_size=1, max_size=5).map("\n".join)
_NAMES = st.sampled_from(["云溪.txt", "青岚.txt", "石桥.txt"])
_STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("write"), _NAMES, _TEXTS),
        st.tuples(st.just("remove"), _NAMES, st.just("")),
        st.tuples(st.just("replace"), st.just(""), st.just("")),
    ),
    min_size=1,
    max_size=6,
)


def _seen(snapshot: Snapshot) -> dict[str, object]:
    """Everything a reader can learn."""
    rows = range(len(snapshot))
    found: dict[str, object] = {
        "files": [card.file for card in snapshot.cards],
        "reports": [snapshot.report(card.id) for card in snapshot.cards],
        "passages": [snapshot.passage(row) for row in rows],
    }
    for query in ("受理复议案件", "法治宣传", "不足"):
        vector = HashEmbeddings().embed_query(query)
        found[f"words {query}"] = snapshot.words.search(query, 10)
        found[f"vectors {query}"] = snapshot.store.search_vector(vector, 10)
    return found


@settings(max_examples=25, deadline=None)
@given(_STEPS)
def test_updates_equal_a_fresh_build(steps: list[tuple[str, str, str]]) -> None:
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        reports, index = folder / "reports", folder / "index"
        reports.mkdir()
        held: dict[str, str] = {}
        for step, name, text in steps:
            if step == "write":
                # Two files with one report are kept as one: told apart here, tested elsewhere.
                held[name] = f"{name}的报告\n{text}"
                (reports / name).write_text(held[name], encoding="utf-8")
                build(reports / name, folder=index, mode="add")
            elif step == "remove" and name in held:
                del held[name]
                (reports / name).unlink()
                with open_index(index) as snapshot:
                    gone = [card.id for card in snapshot.cards if card.file == name]
                remove_reports(index, gone)
            elif step == "replace" and held:
                build(reports, folder=index)
        if held:
            build(reports, folder=folder / "fresh")
            with open_index(index) as updated, open_index(folder / "fresh") as fresh:
                assert _seen(updated) == _seen(fresh)
