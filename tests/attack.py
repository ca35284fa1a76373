"""Sends hostile texts through every way into the program, and parses the bytes of every way out.

Ways in: every field of the format, every construct of a page, names of files and folders, arguments, settings. Ways
out: every printing command with every argument, stdout and stderr, and everything that the reader writes to a terminal
for every command of the registry. New fields, commands and panes are attacked without a change here.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from aotad_tui.commands.registry import COMMANDS, Scope
from aotad_tui.library import load
from aotad_tui.link import Link
from aotad_tui.ui.bindings import textual_key
from aotad_tui.ui.panes.people import PeoplePane
from aotad_tui.ui.panes.sections import SectionsPane

from . import textual_internals
from .cli.every_call import calls, commands
from .control_sequences import Piece, pieces, unexpected, unexpected_in_print
from .gate import opened_once, ran
from .hostile_guide import Marks, hostile_guide
from .library.guides import HEAD, PAGE, write
from .own_files import settings_file
from .ui.reader import Reader, reading

Words = tuple[str, ...]
LARGE = (160, 60)
"""A window in which most texts are drawn whole."""
CONTENTS_OF_BAD_FILES = "- [\n"


@dataclass
class Outcome:
    """What came out of an attack."""

    size: int = 0
    """Bytes that were written."""
    runs: int = 0
    unexpected: list[str] = field(default_factory=list)
    """What did harm, with the call that did it."""
    words: set[str] = field(default_factory=set)
    """The marks that were seen."""

    def add(self, written: bytes, what: str, harm: Iterable[Piece], marks: Marks) -> None:
        """Add the output of a run."""
        self.size += len(written)
        self.runs += 1
        self.unexpected += [f"{what}: {piece}" for piece in harm]
        text = "".join(piece.text for piece in pieces(written) if piece.kind == "text")
        self.words |= {word for word in marks.places if word in text}


def printed(*words: str) -> bytes:
    """What a command writes to stdout and stderr."""
    result = ran(*words)
    return f"{result.out}{result.err}".encode()


def attack_in_print(texts: Sequence[str], folder: Path) -> tuple[Outcome, Marks]:
    """Print everything of guides with these texts, a guide for each text, and use each text as a name and argument."""
    outcome, marks = Outcome(), Marks()
    with opened_once():
        for number, text in enumerate(texts):
            guide = write(folder / str(number), hostile_guide([text], marks))
            story = load.open_guide(guide)
            whole = [(*words, "--guide", str(guide), "--seen", "end") for words in calls(story)]
            wrong = [(*words, "--guide", str(guide), "--seen", "end") for words in _with_argument(text)]
            for words in (*whole, *wrong, ("check", str(guide)), *_with_name(text, folder / f"names-{number}")):
                written = printed(*words)
                outcome.add(written, " ".join(words), unexpected_in_print(written), marks)
    return outcome, marks


def _with_argument(text: str) -> Iterator[Words]:
    """Every command with a text as each of its arguments."""
    if "\0" in text:  # no program can get it
        return
    for command in commands():
        for action in commands()[command]._actions:
            yield (command, action.option_strings[-1], text) if action.option_strings else (command, text)
    yield (text,)
    yield "--open", text


def _with_name(text: str, folder: Path) -> Iterator[Words]:
    """Calls for a guide and settings whose names have a text, and in which it is where it should not be."""
    name = f"x{text}"
    if "\0" in name or "/" in name or len(os.fsencode(name)) > 200:
        return
    files = {"guide.yaml": "title: x\n", f"{name}.yaml": "x", f"characters/{name}.yaml": CONTENTS_OF_BAD_FILES}
    broken = write(folder / name, files)
    pages = {f"sections/{name}.md": PAGE, f"sections/{name}/{name}.md": CONTENTS_OF_BAD_FILES}
    opened = write(folder / f"y{text}", pages, HEAD)
    for guide in (broken, opened, folder / "none" / name):
        yield "check", str(guide)
        yield "sections", "--guide", str(guide)
        yield (str(guide),)
    settings = settings_file()
    settings.parent.mkdir(parents=True, exist_ok=True)
    quoted = '"' + "".join(f"\\U{ord(character):08x}" for character in text) + '"'
    settings.write_text(f"{quoted} = 1\ntheme = {quoted}\n[keys]\n{quoted} = {quoted}\n", encoding="utf-8")
    yield ("keys",)


async def attack_on_screen(texts: Sequence[str], folder: Path, size: tuple[int, int] = LARGE) -> tuple[Outcome, Marks]:
    """Show everything of a guide with these texts: each person and section, and what each command opens."""
    outcome, marks = Outcome(), Marks()
    guide = write(folder, hostile_guide(texts, marks))
    story = load.open_guide(guide)
    with textual_internals.recorded_output() as (written, copied):
        async with reading(story, len(story.timeline), size) as reader:
            await _look_at_everything(reader)
            await _search(reader, [*marks.places])
            await _run_every_command(reader)
    data = "".join(written).encode("utf-8", "surrogatepass")
    outcome.add(data, "the reader", unexpected(data, copied=copied), marks)
    return outcome, marks


async def _look_at_everything(reader: Reader) -> None:
    """Show every person and every page, down to its end."""
    for person in reader.session.visible.people.everyone:
        reader.app.screen.post_message(PeoplePane.Chosen(person.id))
        await reader.settle()
        await reader.press_and_draw("3", "space", "space", "2")
    for section in reader.session.visible.story.sections:
        reader.app.screen.post_message(SectionsPane.Chosen(Link.section(section.id)))
        before = ""
        while before != reader.text:
            before = reader.text
            await reader.press("space")
        await reader.press_and_draw("shift+tab", "enter")  # the address of a source
        await reader.back_to_the_page()


async def _search(reader: Reader, words: Sequence[str]) -> None:
    """Type the words into the palette, except for their last letter: what is typed is drawn too."""
    await reader.press(":")
    for word in words:
        await reader.burst("ctrl+u", *word[:-1])
    await reader.back_to_the_page()


async def _run_every_command(reader: Reader) -> None:
    """Press the first key of every command, on the map too, and go on in what it opens."""
    for command in COMMANDS:
        if command.id != "quit_reader":
            if command.scope is Scope.MAP:
                await reader.press("m")
            await reader.press_and_draw(textual_key(command.keys[0]), "tab", "enter")
            await reader.back_to_the_page()
