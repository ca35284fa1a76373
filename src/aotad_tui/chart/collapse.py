"""What can be folded in a panel. A reader's turns are a set of texts, so that they can be kept for each person.

A kind of relationship shows all of its ties, some, or none, whichever fits. A turn is `all_of` or `none_of` it; turning
it again takes it back. So a kind that was opened stays open at another width, where less of it would fit.
"""

from __future__ import annotations

TWO_STEPS = "two-steps"
"""Who is two steps away is looked up and shown."""
ALL_TWO_STEPS = "two-steps-all"
"""All of them are, not only the first few."""
ALL_ON_PAGE = "on-page-all"
"""All who are named on the page are shown above the card."""
NO_FACTS = "none facts"
"""What is known is not shown."""


def all_of(kind: str) -> str:
    """All ties of the kind of that id are shown, however many."""
    return kind


def none_of(kind: str) -> str:
    """Nothing of a kind is shown but its heading."""
    return f"none {kind}"
