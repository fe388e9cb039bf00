"""What the reports have on a question (取证), and whether it is good enough to answer with."""
