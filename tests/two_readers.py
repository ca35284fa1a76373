"""Two scripted readers of one guide with one state file, each in its own terminal."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from random import Random

from aotad_tui.progress.reader_state import ReaderState
from aotad_tui.progress.store import Store
from aotad_tui.story.story import Story
from tests.own_files import state_file

from .terminal import Terminal, terminal


class ScriptedReader:
    """Sends keys to one reader, and records what must be in the state file.

    It stays in its own sections, so that each change has one author, and on their first rows, so that no section is
    marked as read at its end. One of the two leads: only the leader changes the progress.
    """

    def __init__(self, running: Terminal, sections: list[str], before: int, *, leads: bool, chance: Random) -> None:
        """`before`: how many sections of the guide come before its own."""
        self._running = running
        self._sections = sections
        self._at = 0
        self._chance = chance
        self._changes = [
            self._change_section,
            self._scroll,
            self._bookmark,
            self._mark,
            *([self._step] if leads else []),
        ]
        self.bookmarks: Counter[str] = Counter()
        self.read: set[str] = set()
        self.visited = {sections[0]}
        self.changes = 0
        running.wait_for("seen: all of it")
        running.type("]" * before)
        self._wait_for_keys()

    def make_change(self) -> None:
        """Make a random change, and wait until it is done."""
        self._chance.choice(self._changes)()
        self._wait_for_keys()
        self.changes += 1

    def _wait_for_keys(self) -> None:
        """Wait until all keys are handled: keys are handled in order, so these are the last."""
        self._running.type("?")
        self._running.wait_for("down scroll down")
        self._running.type("\x1b")
        self._running.wait_for("down scroll down", gone=True)

    def _change_section(self) -> None:
        step = 1 if self._at == 0 else -1 if self._at == len(self._sections) - 1 else self._chance.choice((1, -1))
        self._at += step
        self.visited.add(self._sections[self._at])
        self._running.type("]" if step > 0 else "[")

    def _scroll(self) -> None:
        self._running.type(self._chance.choice(("j", "jj", "k", "g")))

    def _bookmark(self) -> None:
        self.bookmarks[self._sections[self._at]] += 1
        self._running.type("B")

    def _mark(self) -> None:
        self.read ^= {self._sections[self._at]}
        self._running.type("x")

    def _step(self) -> None:
        self._running.type("-+\rq")

    def add_bookmark(self, note: str) -> None:
        """Set a bookmark and name it."""
        self._bookmark()
        self._running.type(f"'\x1b[Fn{note}\r")
        self._running.wait_for(note)
        self._running.type("\x1b")
        self._running.wait_for(note, gone=True)

    def wait_for_bookmark(self, note: str) -> None:
        """Wait until a bookmark of that name is in the list."""
        self._running.type("'\x1b[F")
        self._running.wait_for(note)
        self._running.type("\x1b")
        self._running.wait_for(note, gone=True)

    def end_session(self) -> int:
        """Quit, and return the exit code. The leader moves progress back by one point before."""
        if self._step in self._changes:
            self._running.type("-")
            self._running.wait_for("chapter 9 of 10")
        self._running.type("q")
        return self._running.end()


@contextmanager
def two_scripted_readers(guide: Path, story: Story, seed: int) -> Iterator[tuple[ScriptedReader, ScriptedReader]]:
    """Run two readers in windows so small that no page fits; all of the story and the tour are seen."""
    store = Store(state_file())
    reader_state = ReaderState(store, story)
    reader_state.save_seen(story.timeline, len(story.timeline))
    reader_state.save_toured()
    store.close()
    sections = list(story.section_by_id)
    half = len(sections) // 2
    chance = Random(seed)
    with terminal(str(guide), columns=64, rows=10) as one, terminal(str(guide), columns=64, rows=10) as other:
        yield (
            ScriptedReader(one, sections[:half], 0, leads=True, chance=chance),
            ScriptedReader(other, sections[half:-1], half, leads=False, chance=chance),
        )


def missing_state(story: Story, readers: tuple[ScriptedReader, ScriptedReader]) -> list[str]:
    """The changes and positions of the two readers that are missing in the state file."""
    store = Store(state_file())
    reader_state = ReaderState(store, story)
    found: list[str] = []
    bookmarks = Counter(bookmark.section for bookmark in reader_state.bookmarks(len(story.timeline)))
    expected = readers[0].bookmarks + readers[1].bookmarks
    if bookmarks != expected:
        found.append(f"bookmarks: {expected - bookmarks} lost, {bookmarks - expected} too many")
    if reader_state.read != readers[0].read | readers[1].read:
        found.append(f"marks: {sorted(reader_state.read ^ (readers[0].read | readers[1].read))}")
    sections_without_anchor = [
        section for reader in readers for section in reader.visited if reader_state.text_anchor(section) is None
    ]
    if sections_without_anchor:
        found.append(f"places: {sections_without_anchor}")
    if reader_state.seen(story.timeline) != len(story.timeline) - 1:
        found.append("progress")
    if len(reader_state.records("sitting")) != len(readers):
        found.append("ways back")
    found += [store.trouble] if store.trouble else []
    store.close()
    return found
