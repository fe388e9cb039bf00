"""A text made from reports on the page (成稿): what each such part does, in whatever tab."""

from __future__ import annotations

from collections.abc import Callable, Generator  # noqa: TC003 - Gradio reads annotations
from contextlib import closing
from typing import TYPE_CHECKING, Any

import gradio as gr

from assistant.views.composed import Composed, composed_view
from assistant.views.composing_desk import halted
from page.parts import QUIET, html

if TYPE_CHECKING:
    from gradio.events import Dependency

    from assistant.model import Citation

__all__ = ["COMPOSING", "ComposedPart", "drawn_each"]

COMPOSING: dict[str, Any] = {**QUIET, "concurrency_id": "compose", "concurrency_limit": 4}


class ComposedPart:
    """A drawn text and the value behind it; `name` is known to composed.js."""

    def __init__(self, name: str) -> None:
        self._composed: gr.State = gr.State(None)
        self._drawn = html("", name)

    @property
    def parts(self) -> list[Any]:
        """What `drawn_each` and `nothing` draw."""
        return [self._composed, self._drawn]

    @staticmethod
    def nothing() -> tuple[None, str]:
        """The part without a text."""
        return None, ""

    def begun_by(self, making: Dependency) -> None:
        """Let stop and close end what an event began."""
        self._drawn.stop(_halt, self._composed, self.parts, cancels=[making], **QUIET)
        self._drawn.clear(self.nothing, None, self.parts, cancels=[making], **QUIET)

    def opens(self, pane: gr.HTML, show: Callable[[Citation, str], str]) -> None:
        """Open its sources in a pane; `show` is told the citation and a name for it."""

        def opened(composed: Composed | None, chosen: gr.SelectData) -> Any:  # noqa: ANN401
            citations = composed.citations if composed else ()
            place = int(str(chosen.value))
            if place >= len(citations):
                return gr.skip()
            return show(citations[place], f"text-{place}")

        self._drawn.select(opened, self._composed, pane, **QUIET)


def drawn_each(composing: Generator[Composed]) -> Generator[tuple[Any, ...]]:
    """A text each time there is more of it; leaving it stops the model.

    Where nothing is new, nothing is drawn: it would cover what a stop has drawn meanwhile.
    """
    drawn: Composed | None = None
    with closing(composing):
        for composed in composing:
            fresh = composed != drawn
            drawn = composed
            yield (composed, composed_view(composed)) if fresh else (gr.skip(), gr.skip())


def _halt(composed: Composed | None) -> tuple[Any, ...]:
    composed = halted(composed)
    return composed, composed_view(composed) if composed else ""
