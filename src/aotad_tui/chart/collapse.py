"""The collapse state of a panel: a set of toggle ids, stored for each person.

A kind of relationship shows all, some or none of its relationships, depending on the room. Toggling `expanded` shows
all of them at any width, and toggling `collapsed` none; toggling again restores the default. Because the toggle says
what to show instead of flipping it, an expanded kind stays expanded at another width, where fewer would fit.
"""

from __future__ import annotations

TWO_STEPS = "two-steps"
"""Show the people two steps away, who are looked up only then."""
ALL_TWO_STEPS = "two-steps-all"
"""Show all of them, not only the first few."""
ALL_ON_PAGE = "on-page-all"
"""Show everyone mentioned on the page above the card."""
PRESENCE = "presence"
"""Show where the person is named, which is looked up only then."""
NO_FACTS = "none facts"
"""Hide the facts."""


def expanded(kind: str) -> str:
    """Return the toggle that shows all relationships of the kind with this id."""
    return kind


def collapsed(kind: str) -> str:
    """Return the toggle that shows only the heading of the kind with this id."""
    return f"none {kind}"
