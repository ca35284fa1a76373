"""Two readers of one guide, each in a terminal of its own, and one state file: what either does, and what is found."""

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


class Hand:
    """Gives one reader keys, and remembers what must be found of it.

    It stays among its own sections, so that afterwards it can be told who has done what, and on the first rows of them,
    so that none is marked as read for having been read to its end. One of the two leads: it says how far they are.
    """

    def __init__(self, running: Terminal, sections: list[str], before: int, *, leads: bool, chance: Random) -> None:
        """`before`: how many sections of the guide come before its own."""
        self._running = running
        self._sections = sections
        self._at = 0
        self._chance = chance
        self._changes = [self._turn, self._scroll, self._bookmark, self._mark, *([self._step] if leads else [])]
        self.bookmarks: Counter[str] = Counter()
        self.read: set[str] = set()
        self.been = {sections[0]}
        self.done = 0
        running.wait_for("seen: all of it")
        running.type("]" * before)
        self._answered()

    def do_something(self) -> None:
        """One change, whatever it is, waited for until it is done."""
        self._chance.choice(self._changes)()
        self._answered()
        self.done += 1

    def _answered(self) -> None:
        """Keys are answered in turn: when these are, so are all before them."""
        self._running.type("?")
        self._running.wait_for("j k scroll")
        self._running.type("\x1b")
        self._running.wait_for("j k scroll", gone=True)

    def _turn(self) -> None:
        way = 1 if self._at == 0 else -1 if self._at == len(self._sections) - 1 else self._chance.choice((1, -1))
        self._at += way
        self.been.add(self._sections[self._at])
        self._running.type("]" if way > 0 else "[")

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

    def write(self, note: str) -> None:
        """Sets a bookmark and names it."""
        self._bookmark()
        self._running.type(f"'\x1b[Fn{note}\r")
        self._running.wait_for(note)
        self._running.type("\x1b")
        self._running.wait_for(note, gone=True)

    def lists(self, note: str) -> None:
        """Waits until a bookmark of that name stands in the list."""
        self._running.type("'\x1b[F")
        self._running.wait_for(note)
        self._running.type("\x1b")
        self._running.wait_for(note, gone=True)

    def leave(self) -> int:
        """Steps back by a point where it leads, and leaves. The exit code."""
        if self._step in self._changes:
            self._running.type("-")
            self._running.wait_for("chapter 9 of 10")
        self._running.type("q")
        return self._running.end()


@contextmanager
def two_hands(guide: Path, story: Story, seed: int) -> Iterator[tuple[Hand, Hand]]:
    """Two readers in windows so small that no page is all in view; both have seen all, and the tour."""
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
            Hand(one, sections[:half], 0, leads=True, chance=chance),
            Hand(other, sections[half:-1], half, leads=False, chance=chance),
        )


def lost(story: Story, hands: tuple[Hand, Hand]) -> list[str]:
    """What of all that the two have done, and left, is not in the file."""
    store = Store(state_file())
    reader_state = ReaderState(store, story)
    found: list[str] = []
    bookmarks = Counter(bookmark.section for bookmark in reader_state.bookmarks(len(story.timeline)))
    asked = hands[0].bookmarks + hands[1].bookmarks
    if bookmarks != asked:
        found.append(f"bookmarks: {asked - bookmarks} lost, {bookmarks - asked} too many")
    if reader_state.read != hands[0].read | hands[1].read:
        found.append(f"marks: {sorted(reader_state.read ^ (hands[0].read | hands[1].read))}")
    missing = [section for hand in hands for section in hand.been if reader_state.text_anchor(section) is None]
    if missing:
        found.append(f"places: {missing}")
    if reader_state.seen(story.timeline) != len(story.timeline) - 1:
        found.append("progress")
    if len(reader_state.records("sitting")) != len(hands):
        found.append("ways back")
    found += [store.trouble] if store.trouble else []
    store.close()
    return found
