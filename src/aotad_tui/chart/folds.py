"""What can be folded in a panel. A reader's turns are a set of texts, so that they can be kept for each person.

A part shows all of itself, some, or nothing, whichever fits. A turn is `all_of` or `none_of` a part; turning it again
takes it back. So a part that was opened stays open at another width, where less of it would fit.
"""

from __future__ import annotations

FOLD = "fold:"
"""What the link of a row that turns a fold begins with."""

TWO_STEPS = "two-steps"
FACTS = "facts"
ON_PAGE = "on-page"


def all_of(part: str) -> str:
    """All of a part is shown, however long it is. A kind of relationship is a part under its id."""
    return f"all {part}"


def none_of(part: str) -> str:
    """Nothing of a part is shown but its heading."""
    return f"none {part}"
