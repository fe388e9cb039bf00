"""What holds for every test: properties are tried on the same cases each run, and never timed.

A change is refused for what it broke, not for a case that another run happened to draw;
`pytest --hypothesis-profile=default` draws new ones.
"""

from hypothesis import settings

settings.register_profile("repeatable", derandomize=True, deadline=None)
settings.load_profile("repeatable")
