"""The callouts of guides, of GitHub and of Obsidian: the style and the sign of each."""

from __future__ import annotations

from aotad_tui.story.grounds import Certainty

CALLOUT_STYLES = {
    **{certainty.value: certainty.value for certainty in Certainty},
    **dict.fromkeys(("note", "abstract", "info", "summary", "tldr", "todo"), "note"),
    **dict.fromkeys(("tip", "check", "done", "hint", "success"), "tip"),
    **dict.fromkeys(("important", "example", "faq", "help", "question"), "important"),
    **dict.fromkeys(("warning", "attention"), "warning"),
    **dict.fromkeys(("caution", "bug", "danger", "error", "fail", "failure", "missing"), "caution"),
    **dict.fromkeys(("quote", "cite"), "quoted"),
}
"""The style of each callout."""
_STYLE_SIGNS = {
    **{certainty.value: certainty.sign for certainty in Certainty},
    "note": "i",
    "tip": "+",
    "important": "!",
    "warning": "!",
    "caution": "!",
    "quoted": "“",
}
CALLOUT_SIGNS = {
    **{mark: _STYLE_SIGNS[style] for mark, style in CALLOUT_STYLES.items()},
    **dict.fromkeys(("faq", "help", "question"), "?"),
}
"""A sign next to the word, so that a callout is recognised without colour."""
