"""Invented rule-of-law reports with known truth (虚构报告), the same for the same seed."""
