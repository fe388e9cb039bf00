"""Report files and what they say (语料): parsing, section trees, sentences, figures, metadata."""
