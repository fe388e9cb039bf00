"""Reports as they are published, and long invented ones: none of them is accused."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.audit import audit_reports
from corpus.loader import discover, load_text
from corpus.read import read_report

ROOT = Path(__file__).parents[3]
REPORTS = [ROOT / "corpus" / "reports", *sorted((ROOT / "tests" / "golden").glob("reports*"))]


@pytest.mark.parametrize("folder", REPORTS, ids=lambda folder: folder.name)
def test_sound_reports_are_left_alone(folder: Path) -> None:
    files = discover([folder])
    result = audit_reports(read_report(load_text(file), file=file.name) for file in files)
    assert [finding.text for finding in result.findings] == []
    assert result.checked.reports == len(files) > 0
    assert result.checked.figures > 0


def test_the_share_that_the_bundled_report_gives_is_recomputed() -> None:
    file = ROOT / "corpus" / "reports" / "anju-2022.txt"
    text = load_text(file)
    assert "625件,成功化解594件,有效化解率达95%" in text
    for wrong in ("85%", "98%", "94%"):
        changed = text.replace("有效化解率达95%", f"有效化解率达{wrong}")
        (finding,) = audit_reports([read_report(changed, file=file.name)]).findings
        assert finding.kind == "share"
        assert "594÷625=95.04%" in finding.text
