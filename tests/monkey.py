"""A monkey at the reader: random input that must neither crash it, nor hang it, nor end where no key leads back.

A step is a key (once or held down), a word, a paste, a click, a drag, a turn of the wheel, a new size of the window, a
change of the guide's files, or some seconds that pass. Several steps may come before the reader has answered the first.
All of them follow from a seed. benchmarks/monkey.py has it play for long.
"""

from __future__ import annotations

import asyncio
import shutil
import time
import traceback
from collections import deque
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from random import Random

from textual import events

from aotad_tui.cli.arguments import Arguments
from aotad_tui.cli.reader import _Guides
from aotad_tui.commands.registry import COMMANDS
from aotad_tui.library.load import load
from aotad_tui.progress.reader_state import ReaderState
from aotad_tui.progress.settings import read_settings
from aotad_tui.progress.store import Store
from aotad_tui.ui.app import ReaderApp
from aotad_tui.ui.bindings import textual_key
from aotad_tui.ui.screens.reading import ReadingScreen

from . import textual_internals
from .cut import cut, last_point
from .hostile import HOSTILE, harmful
from .hostile_guide import Marks, hostile_guide
from .library.guides import BUNDLED, JEKYLL, write
from .own_files import settings_file, state_file
from .ui.reader import Reader, running

SLOWEST = 3.0
"""Seconds of CPU that an answer may take."""
LOOK_EVERY = 25
"""Steps from one look for a dead end to the next."""
OUTWARD = 20
"""How often escape may be pressed until the reading screen is on top."""

KEYS = [textual_key(key) for command in COMMANDS for key in command.keys if key not in ("q", "ctrl+q")]
OTHER_KEYS = (
    *("delete", "insert", "ctrl+a", "ctrl+e", "ctrl+k", "ctrl+c", "ctrl+x", "ctrl+v", "ctrl+z", "f5", "alt+x"),
    *("ctrl+home", "ctrl+end", "ctrl+left", "shift+end", "shift+home", "ctrl+shift+up", "ctrl+@", "f20"),
)
WORDS = (
    "hyde",
    "on-jo",
    "the",
    "온조",
    "who:",
    "in:x",
    '"',
    "7",
    "start",
    "e\u0301",
    "\U0001f468\u200d\U0001f469",
    "/[",
)
SIZES = ((120, 30), (80, 24), (60, 24), (200, 60), (40, 12), (109, 20))
SMALL = ((1, 1), (2, 1), (1, 30), (120, 1), (5, 5), (19, 4), (300, 3))


@dataclass(frozen=True)
class Played:
    """What came of a run: the steps done, the longest answer in seconds of CPU, and what went wrong, or ""."""

    steps: int
    slowest: float
    finding: str


class _WithoutBrowser(ReaderApp):
    """The reader, which opens no address in a browser."""

    def open_url(self, url: str, *, new_tab: bool = True) -> None:
        pass


class Monkey:
    """Sends random input to one reader after another, each in the place and with the state of the one before."""

    def __init__(self, seed: int, folder: Path, originals: Mapping[str, Path]) -> None:
        """`folder`: an empty folder for copies of the guides, which the monkey changes."""
        self.chance = Random(seed)
        self.step = 0
        self.slowest = 0.0
        """The longest answer, in seconds of CPU."""
        self.steps: deque[str] = deque(maxlen=12)
        self._originals = originals
        self._folder = folder
        self._window = SIZES[0]
        self._actions: list[tuple[int, Callable[[Reader], None]]] = [
            (50, self._press),
            (8, self._type),
            (18, self._mouse),
            (4, self._drag),
            (3, self._paste),
            (1, self._quit),
        ]

    async def run(self, name: str, steps: int) -> None:
        """Do that many steps with a guide. Raises what goes wrong."""
        for guide, original in self._originals.items():
            shutil.copytree(original, self._folder / guide)
        self._know_the_other_guides(name)
        self._guide = self._folder / name
        while self.step < steps:
            async with self._reader() as reader:
                looked = self.step
                while self.step < steps and _is_running(reader):
                    await self._give_input(reader)
                    if _is_running(reader) and self.step >= looked + LOOK_EVERY:
                        await self._look_for_a_dead_end(reader)
                        looked = self.step
                if not _is_running(reader):
                    self.steps.append(f"ended with {reader.app.return_code}")
            if self.chance.random() < 0.7:
                self._restore()

    def _know_the_other_guides(self, name: str) -> None:
        store = Store(state_file())
        for other in self._originals:
            story = load(self._folder / other).story
            assert story is not None
            reader_state = ReaderState(store, story)
            reader_state.save_guide(story.title, self._folder / other)
            if other == name:
                reader_state.save_seen(story.timeline, self.chance.randrange(len(story.timeline) + 1))
        store.close()

    @asynccontextmanager
    async def _reader(self) -> AsyncIterator[Reader]:
        guides = _Guides(Arguments(guide=str(self._guide)))
        app = _WithoutBrowser(self._guide, read_settings(settings_file()), guides)
        try:
            async with running(app, self._window) as reader:
                yield reader
        finally:
            guides.close()

    async def _give_input(self, reader: Reader) -> None:
        """Do one step, or a burst of steps that comes before the reader has answered; then wait for the answer."""
        before = time.process_time()
        kind = self.chance.random()
        self.step += 1
        if kind < 0.03:
            self._window = self.chance.choice(SMALL if self.chance.random() < 0.2 else SIZES)
            self.steps.append(f"resize {self._window}")
            await reader.resize(*self._window)
        elif kind < 0.06:
            self._change_files()
            await reader.let_pass(1)
        elif kind < 0.12:
            seconds = self.chance.choice((0.1, 0.5, 2, 20))
            self.steps.append(f"{seconds} s pass")
            await reader.let_pass(seconds)
        else:
            weights = [weight for weight, _ in self._actions]
            burst = self.chance.choice((1, 1, 1, 2, 3, 8))
            self.step += burst - 1
            for _ in range(burst):
                (do,) = self.chance.choices([do for _, do in self._actions], weights)
                do(reader)
                if self.chance.random() < 0.3:
                    await asyncio.sleep(0)
        await reader.settle()
        taken = time.process_time() - before
        self.slowest = max(self.slowest, taken)
        assert taken < SLOWEST, f"the answer took {taken:.1f} s of CPU"

    # Input

    def _press(self, reader: Reader) -> None:
        key = self.chance.choice(KEYS if self.chance.random() < 0.9 else OTHER_KEYS)
        for _ in range(self.chance.choice((1, 1, 1, 1, 5))):
            self._send_key(reader, key)

    def _quit(self, reader: Reader) -> None:
        self._send_key(reader, self.chance.choice(("q", "q", "q", "ctrl+q")))

    def _type(self, reader: Reader) -> None:
        for character in self.chance.choice(WORDS):
            self._send_key(reader, textual_internals.key_of(character), character)

    def _send_key(self, reader: Reader, key: str, character: str | None = None) -> None:
        self.steps.append(key)
        if character is None and len(key) == 1:
            character = key
        self._send(reader, events.Key(key, character))

    def _paste(self, reader: Reader) -> None:
        text = self.chance.choice((*HOSTILE.values(), *WORDS, "x" * 5000, "\n\n"))
        self.steps.append(f"paste {text[:20]!r}")
        self._send(reader, events.Paste(text))

    def _mouse(self, reader: Reader) -> None:
        x, y = self._cell()
        kinds: tuple[tuple[type[events.MouseEvent], ...], ...] = (
            (events.MouseDown, events.MouseUp),
            (events.MouseDown, events.MouseUp),
            (events.MouseDown, events.MouseUp, events.MouseDown, events.MouseUp),
            (events.MouseDown,),
            (events.MouseUp,),
            (events.MouseMove,),
            (events.MouseScrollDown,) * 3,
            (events.MouseScrollUp,) * 3,
            (events.MouseScrollLeft, events.MouseScrollRight),
        )
        for kind in self.chance.choice(kinds):
            self._point(reader, kind, x, y)

    def _drag(self, reader: Reader) -> None:
        self._point(reader, events.MouseDown, *self._cell())
        for _ in range(self.chance.randrange(4)):
            self._point(reader, events.MouseMove, *self._cell())
        if self.chance.random() < 0.8:
            self._point(reader, events.MouseUp, *self._cell())

    def _cell(self) -> tuple[int, int]:
        columns, rows = self._window
        return self.chance.randrange(columns), self.chance.randrange(rows)

    def _point(self, reader: Reader, kind: type[events.MouseEvent], x: int, y: int) -> None:
        self.steps.append(f"{kind.__name__} {x},{y}")
        button = 1 if kind in (events.MouseDown, events.MouseUp) else 0
        shift = self.chance.random() < 0.1
        self._send(reader, kind(None, x, y, 0, 0, button, shift, False, False, x, y))

    def _send(self, reader: Reader, event: events.Event) -> None:
        textual_internals.send(reader.app, event)

    # Files

    def _change_files(self) -> None:
        change = self.chance.choice((self._restore, self._cut, self._damage, self._damage, self._remove))
        self.steps.append(change.__name__.strip("_"))
        change()

    def _restore(self) -> None:
        shutil.rmtree(self._guide)
        shutil.copytree(self._originals[self._guide.name], self._guide)

    def _cut(self) -> None:
        original = self._originals[self._guide.name]
        shutil.rmtree(self._guide)
        cut(original, self.chance.randrange(last_point(original) + 1), self._guide)

    def _damage(self) -> None:
        file = self._any_file()
        content = file.read_bytes()
        middle = self.chance.randrange(len(content) + 1)
        changed = self.chance.choice((content[:middle], content[middle:], content * 2, b"", b"\xff\x00", b"- [{"))
        file.write_bytes(changed)
        self.steps.append(f"{file.relative_to(self._guide)} has {len(changed)} bytes")

    def _remove(self) -> None:
        file = self._any_file()
        file.unlink()
        self.steps.append(f"{file.relative_to(self._guide)} is removed")

    def _any_file(self) -> Path:
        files = [path for path in sorted(self._guide.rglob("*")) if path.is_file()]
        if not files:
            self._restore()
            return self._any_file()
        return self.chance.choice(files)

    # What must hold

    async def _look_for_a_dead_end(self, reader: Reader) -> None:
        """Check that escape leads to the reading screen, that help opens and closes there, and that nothing harms."""
        assert harmful(reader.text) == [], "harmful characters are drawn"
        for _ in range(OUTWARD):
            if not _is_running(reader) or _is_reading(reader):
                break
            await reader.press("escape")
        if _is_running(reader):
            assert _is_reading(reader), f"escape never leaves {reader.app.screen}"
            await reader.press("escape", "escape", "f1")
            assert not _is_reading(reader), "help does not open"
            await reader.press("escape")
            assert _is_reading(reader), "help does not close"


def _is_running(reader: Reader) -> bool:
    return reader.app.is_running


def _is_reading(reader: Reader) -> bool:
    return isinstance(reader.app.screen, ReadingScreen)


def originals(folder: Path) -> dict[str, Path]:
    """The three guides, of which no run changes a file."""
    texts = list(HOSTILE.values())
    hostile = write(folder, hostile_guide(texts[:: len(texts) // 6], Marks()))
    return {"bundled": BUNDLED, "jekyll": JEKYLL, "hostile": hostile}


async def play(seed: int, steps: int, folder: Path, guides: Mapping[str, Path]) -> Played:
    """Do that many steps of a seed with one of the guides. `folder`: an empty one for the copies that are changed."""
    names = [*guides]
    name = names[seed % len(names)]
    monkey = Monkey(seed, folder, guides)
    finding = ""
    try:
        await monkey.run(name, steps)
    except Exception as error:  # noqa: BLE001  # whatever it is, it is a finding
        trace = "".join(traceback.format_exception(error))
        finding = f"seed {seed}, step {monkey.step}, {name}: {trace}after {'; '.join(monkey.steps)}"
    return Played(monkey.step, monkey.slowest, finding)
