"""Figures of many reports side by side (表): tables, charts, ledger rows, and files of them."""
