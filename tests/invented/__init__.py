"""Invented rule-of-law reports with known truth (虚构报告), the same for the same seed.

`World(places=…, years=…).reports()` streams them, each with every number it holds;
`make_questions` asks about them, and `judging` tells whether an answer is right. For files:
`python -m tests.invented --out DIR`.
"""
