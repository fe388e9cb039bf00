"""Tabs of the page (网页), put together by app.py; only the two of them know Gradio."""
