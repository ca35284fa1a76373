"""Compares what is printed and drawn of a guide at a point with the same of a copy that was cut there (tests/cut.py).

Printed is every command with every argument, and with words that are nearly those of what is hidden: errors and
suggestions are compared too. Drawn are the screens that tests/ui/test_as_if_cut.py opens. Commands, arguments and keys
come from the parser and the registry, by way of the lists that tests/test_lists.py checks.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from dataclasses import replace
from functools import cache
from pathlib import Path
from unittest.mock import patch

from aotad_tui.cli import arguments, parsers
from aotad_tui.cli.main import main
from aotad_tui.library import load
from aotad_tui.link import Link
from aotad_tui.story.story import Story
from aotad_tui.ui.panes.sections import SectionsPane

from .cli.every_call import Words, calls
from .cli.running import Result
from .ui.reader import MEDIUM, reading
from .ui.test_as_if_cut import surfaces


def ran(*words: str) -> Result:
    """Run the program in this process."""
    out, err = _Stream(), _Stream()
    with redirect_stdout(out), redirect_stderr(err):
        try:
            code = main([*words])
        except SystemExit as end:  # by argparse
            code = end.code if isinstance(end.code, int) else -1
    return Result(code, out.text, err.text)


class _Stream(io.TextIOWrapper):
    """A stream in memory, with bytes below it as in stdout."""

    def __init__(self) -> None:
        self._bytes = io.BytesIO()
        super().__init__(self._bytes, encoding="utf-8", write_through=True)

    @property
    def text(self) -> str:
        return self._bytes.getvalue().decode()


@contextmanager
def opened_once() -> Iterator[None]:
    """Open each guide once and make the parser once: neither changes meanwhile."""
    with (
        patch.object(load, "open_guide", cache(load.open_guide)),
        patch.object(arguments, "command_parsers", cache(parsers.command_parsers)),
    ):
        yield


def near_names(whole: Story) -> list[str]:
    """Every name and title of the whole story with a letter missing or too many."""
    return [name[:-1] if number % 2 else f"{name[:2]}x{name[2:]}" for number, name in enumerate(_names(whole))]


def _names(whole: Story) -> list[str]:
    names = [stage.text for person in whole.characters for stage in person.name_stages]
    names += [alias.text for person in whole.characters for alias in person.aliases]
    names += [stage.text for term in whole.terms for stage in term.spelling_stages]
    names += [section.title for section in whole.sections]
    return list(dict.fromkeys(names))


def near_calls(whole: Story) -> Iterator[Words]:
    """Commands with words that nearly name somebody or something of the whole story, hidden or not."""
    names = _names(whole)
    for number, (name, near) in enumerate(zip(names, near_names(whole), strict=True)):
        for command in ("who", "show", "where", "search", "ties", "map"):
            yield command, near
        yield "path", near, names[number - 1]
        yield "search", f"who:{near}"
        yield "search", f"in:{near} {name}"


def printed_differences(guide: Path, seen: int, copy: Path, every: int = 1) -> list[str]:
    """The calls whose output differs. `every`: compare only one call of so many."""
    whole = load.open_guide(guide)
    last = load.open_guide(copy).timeline
    end, point = re.compile(rf"{re.escape(last.up_to(len(last)))}(?=[.;]?\s)"), whole.timeline.up_to(seen)
    different = []
    for words in [*calls(whole), *near_calls(whole)][seen % every :: every]:
        printed = ran(*words, "--guide", str(guide), "--seen", str(seen))
        from_copy = ran(*words, "--guide", str(copy), "--seen", "end")
        # An error names only the reader's own point, which is the last one of the copy.
        if printed != replace(from_copy, err=end.sub(point, from_copy.err)):
            different.append(" ".join(words))
    return different


async def drawn_differences(whole: Story, seen: int, copy: Story, every: int = 1) -> list[str]:
    """The screens that differ, whole. `every`: type only one word of so many into the palette."""
    words = near_names(whole)[::every]
    screens = []
    for story, position in ((copy, seen), (whole, len(whole.timeline))):
        first = copy.sections[0].id if copy.sections else None  # else they may begin at different pages
        async with reading(story, position, MEDIUM, first) as reader:
            if story is whole and seen < position:  # it has shown the end before, with another map
                await reader.press("m", "f", "space", "escape", "a", "L", "-")  # `j` would open whom it selects
                await reader.back_to_the_page()
                await reader.press(*["-"] * (position - seen))
                await reader.back_to_the_page()
            if copy.sections:
                reader.app.screen.post_message(SectionsPane.Chosen(Link.section(copy.sections[0].id)))
                await reader.settle()
            screens.append(await surfaces(reader, words))
    return [screen for screen, expected in zip(*reversed(screens), strict=True) if screen != expected]
