"""Drawn lines kept as text beside the tests that compare them.

When something is meant to look different, `RENEW_FRAMES=1 python -m pytest -n0 tests/page tests/chart tests/ui` writes
the frames anew and fails nothing; `git diff tests` then shows what changed, to be read before it is committed.
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from difflib import unified_diff
from pathlib import Path

from aotad_tui.cells import Line, plain

_ROOT = Path(__file__).parent.parent


def assert_kept(frame: Path, rows: Iterable[str]) -> None:
    """The rows are those kept in the file, spaces at their ends apart."""
    drawn = [row.rstrip() for row in rows]
    if os.environ.get("RENEW_FRAMES"):
        frame.parent.mkdir(exist_ok=True)
        frame.write_text("".join(f"{row}\n" for row in drawn), encoding="utf-8")
    kept = frame.read_text(encoding="utf-8").splitlines() if frame.exists() else None
    assert drawn == kept, _message(frame, kept or [], drawn)


def _message(frame: Path, kept: list[str], drawn: list[str]) -> str:
    """The rows that differ, and how to renew them."""
    name, tests = (os.path.relpath(path, _ROOT) for path in (frame, frame.parent.parent))
    differing = "\n".join(unified_diff(kept, drawn, name, "what is drawn now", lineterm="", n=1))
    renew = f"RENEW_FRAMES=1 python -m pytest -n0 {tests} && git diff {tests}"
    return f"the frame has changed:\n{differing}\nIf this is meant, renew frames and read what changed:\n    {renew}"


def told(lines: Iterable[Line]) -> Iterable[str]:
    """Lines span by span: the text, its styles, and where it leads."""
    for line in lines:
        yield "row"
        for span in line:
            style = f"  ({span.style})" if span.style else ""
            yield f"    {span.text!r}{style}" + (f"  -> {span.link}" if span.link else "")


def texts(lines: Iterable[Line]) -> list[str]:
    """Lines as text."""
    return [plain(line) for line in lines]
