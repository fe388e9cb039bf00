"""From a question to a cited answer or an honest refusal (问答)."""
