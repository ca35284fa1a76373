"""The bytes that the reader writes to a real terminal: for a hostile guide, only what its driver means."""

from __future__ import annotations

from pathlib import Path

import pytest

from aotad_tui.library.load import open_guide

from .control_sequences import Piece, unexpected
from .hostile import COMMANDS, ESC
from .hostile_guide import Marks, hostile_guide
from .library.guides import write
from .terminal import terminal
from .test_terminal import save_progress

pytestmark = [pytest.mark.slow, pytest.mark.usefixtures("own_folders")]

TEXT = f"{ESC}]{COMMANDS['clipboard']}\x07\x9b2J\u202e"


def is_request(piece: Piece) -> bool:
    """Whether it is what the driver sends once: for the background colour, and for the title of the window."""
    if piece.kind == "CSI":
        return piece.text in ("22;0t", "23;0t")
    is_title = piece.text[:2] in ("0;", "2;") and piece.text.isprintable()
    return piece.kind == "OSC" and (piece.text == "11;?" or is_title)


def test_a_hostile_guide_writes_no_sequence_of_its_own(tmp_path: Path) -> None:
    marks = Marks()
    guide = write(tmp_path / "guide", hostile_guide([TEXT], marks))
    story = open_guide(guide)
    save_progress(story, len(story.timeline))
    with terminal(str(guide), columns=160, rows=50) as running:
        running.wait_for(marks.word("paragraph"))
        running.type("]")
        running.wait_for(marks.word("section/as_of"))
        running.type(f"@{marks.word('characters/name/text')[:-1]}")
        running.wait_for(f"@{marks.word('characters/name/text')[:-1]}")
        running.type("\r")
        running.wait_for(marks.word("characters/facts/text"))
        running.type("m")
        running.wait_for(marks.word("guide/groups/name"))
        running.type("q")
        running.wait_for(marks.word("characters/facts/text"))
        running.type("2y")
        running.wait_for("Copied")
        running.type("q")
        assert running.end() == 0
    written = [piece for piece in unexpected(running.written) if not is_request(piece)]
    clipboard = [piece for piece in written if piece.text.startswith("52;c;")]
    assert written == clipboard
    assert [piece.kind for piece in clipboard] == ["OSC"]
    assert Piece("OSC", COMMANDS["clipboard"]) not in clipboard
