"""The guide of the examples in the table of codes."""

from __future__ import annotations

from collections.abc import Mapping

BASE: Mapping[str, str | bytes] = {
    "characters.yaml": "ann: {name: Ann, since: 1}\nbob: {name: Bob, since: 3}\n",
    "sections/a.md": "---\nsince: 3\n---\nAnn meets Bob.\n",
}


def text_of(file: str, example: str) -> str:
    """The text of a file. Pages of the table leave out front matter that says nothing."""
    is_bare = file.endswith(".md") and not example.startswith(("---", "+++"))
    return f"---\nsince: 3\n---\n{example}" if is_bare else example
