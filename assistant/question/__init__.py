"""From a question to what it wants (问题): words, places, years, forms; no report is read here."""
