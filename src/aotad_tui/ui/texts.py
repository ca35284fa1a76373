"""Texts of sections, read and gated in threads: with spoilers in it, a text of 5 MB takes half a second."""

from __future__ import annotations

from concurrent.futures import Future, ThreadPoolExecutor, wait

from aotad_tui.story.edition import Edition
from aotad_tui.story.values import Section

OPENING = "opening"
"""The group of the workers that wait for a long text."""
_PATIENCE = 0.012
"""How long the interface stands still for a text, in seconds: nearly all are there by then, and nothing flickers."""
_threads = ThreadPoolExecutor(4, "texts")


def begin_text(edition: Edition, section: Section) -> Future[str]:
    """The text of a section as far as it may be read; done already unless it is long. It may raise OSError."""
    text = _threads.submit(edition.story.text, section)
    wait((text,), _PATIENCE)
    return text
