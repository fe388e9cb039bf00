"""Answers that a language model words (成文), none of whose sentences leaves unchecked."""
