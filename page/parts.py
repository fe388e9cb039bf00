"""What tabs are made of (网页部件): a drawn part, and how its events behave."""

from __future__ import annotations

from typing import Any

import gradio as gr

__all__ = ["BUSY", "IDLE", "OWN", "QUIET", "UPLOAD_LIMIT_MB", "html"]

OWN: dict[str, Any] = {"api_visibility": "private"}
QUIET: dict[str, Any] = {**OWN, "show_progress": "hidden"}
# Two parts that are shown by turns, such as the send and the stop button.
IDLE = (gr.update(visible=True), gr.update(visible=False))
BUSY = (gr.update(visible=False), gr.update(visible=True))
UPLOAD_LIMIT_MB = 200
"""Above every limit of the loader, which says more of each file."""


def html(value: str, name: str) -> gr.HTML:
    """A part drawn by a view; page.js and data.js know by its name what to do with it."""
    script = f"fazhi.{name}?.(element, trigger, watch)"
    return gr.HTML(value, elem_id=name, js_on_load=script, apply_default_css=False)
