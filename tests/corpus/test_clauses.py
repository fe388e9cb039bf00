import pytest

from corpus.clauses import split_clauses
from corpus.fold import fold
from corpus.model import Span


@pytest.mark.parametrize(
    ("sentence", "pieces"),
    [
        ("受理14件，办结12件。", ["受理14件", "办结12件"]),
        ("修改4件、废止10件", ["修改4件", "废止10件"]),
        ("“双随机、一公开”检查3次", ["“双随机、一公开”检查3次"]),
        ("“实验室1家、平台8个”为主体", ["“实验室1家", "平台8个”为主体"]),
        ("印发《甲、乙办法》,备案", ["印发《甲、乙办法》", "备案"]),
        ("支出3,415,000元,结余2元", ["支出3,415,000元", "结余2元"]),
        ("建成村(社区)中心", ["建成村(社区)中心"]),
        ("建成中心(站、室)共97个、基地2个", ["建成中心(站、室)共97个", "基地2个"]),
        ("受理37件(维持、撤销各3件)", ["受理37件", "维持", "撤销各3件"]),
        ("下放66项（其中：委托14项）", ["下放66项", "其中", "委托14项"]),
    ],
)
def test_marks_part_a_sentence(sentence: str, pieces: list[str]) -> None:
    clauses = split_clauses(fold(sentence), Span(0, len(sentence)))
    assert [clause.span.of(sentence) for clause in clauses] == pieces


def test_depth_counts_brackets() -> None:
    sentence = "下放66项(其中:委托14项),办结3件"
    clauses = split_clauses(sentence, Span(0, len(sentence)))
    assert [clause.depth for clause in clauses] == [0, 1, 1, 0]
    assert [clause.mark for clause in clauses] == ["", "(", ":", ","]
