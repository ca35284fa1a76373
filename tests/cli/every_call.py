"""Every printing command with every argument and option, from the parser of the command line."""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Mapping

from aotad_tui.chart.map.views import View
from aotad_tui.cli import parsers
from aotad_tui.cli.commands import PRINTING
from aotad_tui.story.story import Story

Words = tuple[str, ...]

HERE = "tests/cli/every_call.py"
HARNESS = {"--help", "--guide", "--seen", "--as"}
"""The options that choose the guide, the progress and the viewer."""
VALUES: Mapping[str, Words] = {
    "--width": ("30",),
    "--group": ("case", "The Carew case", "household", "none", "nothing"),
    "--state": ("dead", "alive", "missing", "nothing"),
    "--kind": ("friend", "enemy", "killed", "nothing"),
    "--since": ("start", "2", "end"),
    "--sort": ("name", "connected", "story"),
}
"""Examples for each option that takes a value."""
DRAWING = {"--width", "--ascii"}
"""The options that only change the drawing: tried with every fourth choice of arguments, all others with each."""
NAMES = ("mr", "dr", "h", "gabriel", "hastie", "the masked figure", "henry jekyll", "nobody", "the-street/the-will")
TITLES = ("the", "a", "murder", "the answer", "black mail house")
WORDS = ("door", "hyde", '"the door"', "who:hyde", "in:murder cane", "to:the-will", "wil", "nothing of the kind")


def examples(story: Story) -> dict[str, Words]:
    """Examples of each positional argument, by its name in the help."""
    people = tuple(person.id for person in story.characters)
    return {
        "SECTION": (*(section.id for section in story.sections), *TITLES),
        "NAME": (*people, *(term.id for term in story.terms), *NAMES),
        "A": people,
        "B": (*people[1:], people[0]),
        "VIEW": (*View, *people),
        "WORDS": WORDS,
        "LENGTH": ("short", "usual", "full", *people),
        "POINT": tuple(str(number) for number in range(len(story.timeline) + 1)),
    }


def commands() -> Mapping[str, argparse.ArgumentParser]:
    """The parser of every command on the command line."""
    return parsers.command_parsers()


def positional(command: str, given: Mapping[str, Words]) -> Iterator[Words]:
    """Positional arguments of a command, from the fewest possible to all; each example is in one of the choices."""
    wanted = [action for action in commands()[command]._actions if not action.option_strings]
    for number in range(len(wanted) + 1):
        if all(action.nargs == "?" for action in wanted[number:]):
            names = [str(action.metavar) for action in wanted[:number]]
            unknown = [name for name in names if name not in given]
            assert unknown == [], f"no example arguments {unknown} for {command!r}: add some to examples() in {HERE}"
            for turn in range(max((len(given[name]) for name in names), default=1)):
                yield tuple(given[name][turn % len(given[name])] for name in names)


def options(command: str) -> Iterator[Words]:
    """No option, then each option of a command alone."""
    yield ()
    for action in commands()[command]._actions:
        name = action.option_strings[-1] if action.option_strings else ""
        if name and name not in HARNESS:
            assert action.nargs == 0 or name in VALUES, (
                f"no example value {name} for {command!r}: add one to VALUES in {HERE}"
            )
            yield from [(name,)] if action.nargs == 0 else ((name, value) for value in VALUES[name])


def calls(story: Story) -> list[Words]:
    """Every printing command, with every argument and option."""
    given = examples(story)
    return [
        (printing.name, *words, *option)
        for printing in PRINTING
        for number, words in enumerate(positional(printing.name, given))
        for option in options(printing.name)
        if number % 4 == 0 or DRAWING.isdisjoint(option)
    ]


def is_plain(words: Words) -> bool:
    """Whether a call has no option."""
    return not any(word.startswith("--") for word in words)
