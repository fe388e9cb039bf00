"""Checking a draft against the reports (核稿): claims, what bears them out, and what does not."""
