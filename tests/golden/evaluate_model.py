"""`make eval-model`: rules, model with gate, model without, and LangChain's usual pipeline (测评).

`python -m tests.golden.evaluate_model [--record URL] [--limit N]`

Without `--record` the recorded replies are used, so that no model is needed.
"""

from __future__ import annotations

import argparse
import re
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from assistant.grounding import numbers_of, numbers_proved_by
from assistant.model import Answer
from assistant.render import to_json
from assistant.writing.chat import Chat
from assistant.writing.reply import chain_of
from assistant.writing.sentences import sentences_of
from assistant.writing.writer import Writer, tell
from corpus.fold import fold
from tests.golden.corpora import CORPORA, SETS, Question, open_library, read_questions
from tests.golden.judge import faults_of
from tests.golden.recording import Recorded

if TYPE_CHECKING:
    from collections.abc import Sequence

    from langchain_core.language_models import BaseChatModel

    from assistant.asker import Asker
    from assistant.model import Reply
    from assistant.writing.spans import EvidenceSpan
    from tests.bench.pipelines import StockPipeline

__all__ = ["Outcome", "chosen", "live_model", "main", "measured", "rows"]

_FOLDER = Path(__file__).parent / "recordings"
_SETS = (("sample", 1), ("anju_dev", 6))
"""Question sets, and every how-manieth of their questions."""
_CONTEXT = 6144
_LONGEST = 300
_PATIENCE = 300.0
_NOT_SAID = re.compile(
    r"没有(?:写明|提到|提及|说明|记载|相关|找到|明确)|未(?:提及|提到|写明|说明|记载|涉及|找到|明确)|无法(?:回答|确定|得知|判断|提供)"
)
_STOCK_PROMPT = (
    "请只根据下面的资料回答问题。资料中没有答案的,请回答“资料中没有写明”。\n\n资料:\n{context}\n\n"
    "问题:{question}\n\n回答:"
)
NAMES = {
    "rules": "只用规则",
    "gated": "模型,有把关",
    "bare": "模型,无把关",
    "stock": "LangChain 常用流程,同一模型",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What one way of answering made of one question (一题的结果)."""

    question: Question
    told: dict[str, Any]
    seconds: float
    ground: str
    """The text that its numbers may come from: the sentences cited."""
    said: str
    """What is asserted, without the numbers of a list and notes on the question."""

    @property
    def faults(self) -> tuple[str, ...]:
        """What is wrong with the answer."""
        return faults_of(self.question, self.told)[0]

    @property
    def cited(self) -> bool:
        """Whether the evidence is cited."""
        return not faults_of(self.question, self.told)[1]

    @property
    def ungated(self) -> int:
        """Numbers of the answer that stand in no sentence cited."""
        if self.told["refused"]:
            return 0
        return len(numbers_of(self.said) - numbers_proved_by(self.ground))

    @property
    def wrong_number(self) -> bool:
        """Numbers are given, and not those that answer; or where there is no answer."""
        if self.told["refused"] or not numbers_of(self.told["answer"]):
            return False
        wanted = any(re.search(r"\d", word) for word in self.question.must)
        return bool(self.faults) and (self.question.refused or wanted)


class Ways:
    """The four ways of answering one library."""

    def __init__(self, live: BaseChatModel | None) -> None:
        self.library = open_library("anju")
        self.asker: Asker = self.library._current()[1]
        self.ours = Recorded(path=_FOLDER / "answer.jsonl", task="answer", live=live)
        self.theirs = Recorded(path=_FOLDER / "stock.jsonl", task="stock", live=live)
        self.chat = Chat(name="recorded", model=self.ours, timeout=_PATIENCE, context=_CONTEXT)
        self._stock: StockPipeline | None = None
        # Loading the encoder is not part of the first question's time.
        self.asker.ask("预热:报告里有没有写到这件事")

    def rules(self, question: Question) -> Outcome:
        began = time.monotonic()
        reply = self.asker.ask(question.text, question.history)
        return _outcome(question, reply, time.monotonic() - began)

    def gated(self, question: Question) -> Outcome:
        self.ours.asking, self.ours.seconds = question.text, 0.0
        began = time.monotonic()
        *_, last = Writer(self.chat).answer(self.asker, question.text, question.history)
        spent = self.ours.seconds or time.monotonic() - began
        if last.reply is None:
            raise RuntimeError("an answer came to no end")
        return _outcome(question, last.reply, spent)

    def bare(self, question: Question) -> Outcome:
        """The same reply as it came, with the spans that it names."""
        self.ours.asking = question.text
        began = time.monotonic()
        reply = self.asker.ask(question.text, question.history)
        standing = self.asker.standalone(question.text, question.history).question
        spans, told = tell(self.asker, standing, reply, context=_CONTEXT)
        found = time.monotonic() - began
        said = chain_of(self.chat, "answer").invoke(told)
        cited = _named(said, spans)
        told_as = _told(said, cited)
        return Outcome(
            question=question,
            told=told_as,
            said=told_as["answer"],
            seconds=found + self.ours.seconds,
            ground="\n".join(citation["quote"] for citation in cited),
        )

    def stock(self, question: Question) -> Outcome:
        """Chunks, nearest four, one prompt; earlier questions stand before the question."""
        self.theirs.asking = question.text
        began = time.monotonic()
        asked = "".join(f"{before}\n" for before, _ in question.history) + question.text
        chunks = self._stock_pipeline().ask(asked)
        found = time.monotonic() - began
        prompt = _STOCK_PROMPT.format(context="\n\n".join(chunks), question=asked)
        said = self.theirs.invoke(prompt).text
        told_as = _told(said, [])
        return Outcome(
            question=question,
            told=told_as,
            said=told_as["answer"],
            seconds=found + self.theirs.seconds,
            ground="\n".join(chunks),
        )

    def _stock_pipeline(self) -> StockPipeline:
        if self._stock is None:
            from tests.bench.pipelines import open_stock

            self._stock = open_stock()
            self._stock.index(CORPORA["anju"].files)
        return self._stock


def _outcome(question: Question, reply: Reply, seconds: float) -> Outcome:
    told = to_json(reply)
    ground = said = ""
    if isinstance(reply, Answer):
        said = "\n".join(statement.text for statement in reply.statements)
        ground = "\n".join(citation.quote for citation in reply.citations)
        # Results of arithmetic that is shown, and repeated by the gate.
        ground += "\n".join(s.working.result for s in reply.statements if s.working)
    return Outcome(question=question, told=told, seconds=seconds, ground=ground, said=said)


def _told(said: str, citations: list[dict[str, Any]]) -> dict[str, Any]:
    text = "".join(sentence.text for sentence in sentences_of(said))
    refused = not text or bool(_NOT_SAID.search(fold(text)))
    return {"answer": text, "refused": refused, "reason": None, "citations": citations}


def _named(said: str, spans: Sequence[EvidenceSpan]) -> list[dict[str, Any]]:
    ids = {number for sentence in sentences_of(said) for number in sentence.ids}
    found = [span.citation for span in spans if span.number in ids]
    return [
        {"quote": c.quote, "section": list(c.section), "file": c.file} for c in dict.fromkeys(found)
    ]


def chosen(limit: int | None = None) -> list[Question]:
    """The questions that are asked, of all kinds; any first part of them is of all kinds, too."""
    first: list[Question] = []
    others: list[Question] = []
    for name, step in _SETS:
        if not SETS[name].missing:
            found = read_questions(SETS[name])[::step]
            first += found[::2]
            others += found[1::2]
    return [*first, *others][:limit]


def measured(ways: Ways, questions: Sequence[Question]) -> dict[str, list[Outcome]]:
    """Every question in every way; what was recorded before is not asked again."""
    outcomes: dict[str, list[Outcome]] = {name: [] for name in NAMES}
    for name, made in outcomes.items():
        for question in questions:
            one = getattr(ways, name)(question)
            made.append(one)
            print(
                f"{name} {question.id} {one.seconds:.1f}s {one.faults}", file=sys.stderr, flush=True
            )
    return outcomes


def rows(outcomes: dict[str, list[Outcome]]) -> list[str]:
    """The table."""
    lines = [
        "| 做法 | 题数 | 答对 | 给出错数 | 出处正确 | 该拒则拒 | 没有出处的数 | 每题秒数 |",
        "|---|---:|---:|---:|---:|---:|---:|---:|",
    ]
    for name, made in outcomes.items():
        wanted = [one for one in made if not one.question.refused]
        answered = [one for one in wanted if not one.told["refused"]]
        refused = [one for one in made if one.question.refused]
        right = sum(not one.faults for one in wanted)
        cited = f"{sum(one.cited for one in answered)}/{len(answered)}"
        cells = (
            NAMES[name],
            len(made),
            f"{right}/{len(wanted)}",
            sum(one.wrong_number for one in made),
            "不给出处" if name == "stock" else cited,
            f"{sum(not one.faults for one in refused)}/{len(refused)}",
            sum(one.ungated for one in made),
            f"{sum(one.seconds for one in made) / max(1, len(made)):.2f}",
        )
        lines.append(f"| {' | '.join(map(str, cells))} |")
    return lines


def main(arguments: Sequence[str] | None = None) -> None:
    """Ask and print the table."""
    parser = argparse.ArgumentParser(prog="python -m tests.golden.evaluate_model")
    parser.add_argument("--record", metavar="URL", help="ask the model at this endpoint anew")
    parser.add_argument("--model", default="qwen2.5-coder-1.5b-instruct", help="its name there")
    parser.add_argument("--limit", type=int, help="only the first so many questions")
    options = parser.parse_args(arguments)
    live = live_model(options.record, options.model) if options.record else None
    ways = Ways(live)
    questions = chosen(options.limit)
    if live is None:
        both = [q for q in questions if ways.ours.has(q.text) and ways.theirs.has(q.text)]
        questions = both or questions
    outcomes = measured(ways, questions)
    print("\n".join(rows(outcomes)))
    stale = ways.ours.stale + ways.theirs.stale
    if stale:
        print(f"{stale} prompts have changed since the replies were recorded; see README")


def live_model(url: str, name: str) -> BaseChatModel:
    """The model at an endpoint, as the recordings want it."""
    from langchain.chat_models import init_chat_model

    return init_chat_model(
        f"openai:{name}", base_url=url, api_key="none", temperature=0, max_tokens=_LONGEST,
        timeout=_PATIENCE, max_retries=1,
    )  # fmt: skip


if __name__ == "__main__":
    main()
