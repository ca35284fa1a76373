"""Frames: drawn lines stored as text next to the tests that compare them.

After an intended change, `RENEW_FRAMES=1 python -m pytest -n0 tests/page tests/chart tests/ui` writes the frames again
and passes. Read `git diff tests` before you commit it.
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from difflib import unified_diff
from pathlib import Path

from aotad_tui.cells import Line, plain

_ROOT = Path(__file__).parent.parent


def assert_equals_frame(frame: Path, rows: Iterable[str]) -> None:
    """Check that the rows equal those of the frame, apart from spaces at their ends."""
    drawn = [row.rstrip() for row in rows]
    if os.environ.get("RENEW_FRAMES"):
        frame.parent.mkdir(exist_ok=True)
        frame.write_text("".join(f"{row}\n" for row in drawn), encoding="utf-8")
    stored = frame.read_text(encoding="utf-8").splitlines() if frame.exists() else None
    assert drawn == stored, _message(frame, stored or [], drawn)


def _message(frame: Path, stored: list[str], drawn: list[str]) -> str:
    """The rows that differ, and how to renew the frame."""
    name, tests = (os.path.relpath(path, _ROOT) for path in (frame, frame.parent.parent))
    differing = "\n".join(unified_diff(stored, drawn, name, "what is drawn now", lineterm="", n=1))
    renew = f"RENEW_FRAMES=1 python -m pytest -n0 {tests} && git diff {tests}"
    return f"the frame has changed:\n{differing}\nIf this is meant, renew frames and read what changed:\n    {renew}"


def describe_spans(lines: Iterable[Line]) -> Iterable[str]:
    """The spans of lines, one a row: text, styles and link."""
    for line in lines:
        yield "row"
        for span in line:
            style = f"  ({span.style})" if span.style else ""
            yield f"    {span.text!r}{style}" + (f"  -> {span.link}" if span.link else "")


def texts(lines: Iterable[Line]) -> list[str]:
    """Lines as text."""
    return [plain(line) for line in lines]
