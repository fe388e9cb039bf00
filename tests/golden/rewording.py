"""Training questions worded by a real model, recorded (题目润色录音).

`python -m tests.golden.rewording [--record URL] [--count N]`

Without `--record` the recorded replies are used. Every question that came out otherwise than the
rules made it is printed, and what was taken is counted.
"""

from __future__ import annotations

import argparse
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from assistant.quiz.bank import QuestionBank, Wanted
from assistant.writing.chat import Chat
from assistant.writing.rewording import Reworder
from tests.assistant.quiz.shelf import assistant_over, files_of
from tests.golden.evaluate_model import live_model
from tests.golden.recording import Recorded

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from assistant.quiz.model import QuizItem
    from assistant.service import Assistant

__all__ = ["COUNT", "recorded", "reworded", "shelf"]

COUNT = 16
_PATH = Path(__file__).parent / "recordings" / "rewording.jsonl"
_SEED = 5
_CONTEXT, _PATIENCE = 6144, 300.0


def shelf(folder: Path) -> Assistant:
    """The reports that the recorded questions are made from."""
    return assistant_over(folder, files_of("anju", "invented"))


def recorded(live: object = None) -> Recorded:
    """The model as it was recorded; `live` is asked what was not."""
    return Recorded(path=_PATH, task="rewording", live=live)


def reworded(
    assistant: Assistant, model: Recorded, count: int = COUNT
) -> Iterator[tuple[QuizItem, QuizItem]]:
    """Each question as the rules made it, and as it came out."""
    chat = Chat(name="recorded", model=model, timeout=_PATIENCE, context=_CONTEXT)
    reworder = Reworder(chat)
    for item in QuestionBank(assistant).draw(Wanted(count=count, seed=_SEED)):
        model.asking = item.id
        yield item, reworder.reworded(item)


def main(arguments: Sequence[str] | None = None) -> None:
    """Word the questions and print them."""
    parser = argparse.ArgumentParser(prog="python -m tests.golden.rewording")
    parser.add_argument("--record", metavar="URL", help="ask the model at this endpoint anew")
    parser.add_argument("--model", default="qwen2.5-coder-1.5b-instruct", help="its name there")
    parser.add_argument("--count", type=int, default=COUNT, help="how many questions")
    options = parser.parse_args(arguments)
    model = recorded(live_model(options.record, options.model) if options.record else None)
    stems = reasons = made = 0
    with tempfile.TemporaryDirectory() as folder:
        for before, after in reworded(shelf(Path(folder)), model, options.count):
            made += 1
            stems += before.stem != after.stem
            reasons += before.explanation != after.explanation
            if before != after:
                print(f"{before.stem}\n→ {after.stem}\n  {after.explanation}\n", flush=True)
    print(f"{made} questions, {stems} stems and {reasons} explanations reworded")
    if model.stale:
        print(f"{model.stale} prompts have changed since the replies were recorded; see README")


if __name__ == "__main__":
    main()
