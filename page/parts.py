"""What tabs are made of (网页部件): a drawn part, and how its events behave."""

from __future__ import annotations

from typing import Any

import gradio as gr

__all__ = ["OWN", "QUIET", "html"]

OWN: dict[str, Any] = {"api_visibility": "private"}
QUIET: dict[str, Any] = {**OWN, "show_progress": "hidden"}


def html(value: str, name: str) -> gr.HTML:
    """A part drawn by a view; page.js and data.js know by its name what to do with it."""
    script = f"fazhi.{name}?.(element, trigger, watch)"
    return gr.HTML(value, elem_id=name, js_on_load=script, apply_default_css=False)
