"""What can go wrong with what was asked for."""

from __future__ import annotations


class NothingFound(Exception):
    """What was asked for is not there, as far as may be told; the text says so, with candidates if there are any."""
