"""What a reader of a novel wants in the middle of it, after five of its ten chapters."""

from __future__ import annotations

from functools import partial

from tests.ui.reader import Reader

from .steps import Click, Drag, Guide, Step, Task, Type, Wheel

_task = partial(Task, guide=Guide.NOVEL, seen=5)
_HELP = Click("? help")
_MARKED: tuple[Step, ...] = (
    Drag("That evening", "shown the letter", "page"),
    "H",
    Click("Before you read", "sections"),
)
"""Marks a paragraph, and goes to another page."""


def _is_read(reader: Reader) -> bool:
    return reader.place.section in reader.session.read


def _is_sorted_by_name(reader: Reader) -> bool:
    page = reader.pane("page")
    return page.index("Edward Hyde") < page.index("the trampled girl")


BOOK: tuple[Task, ...] = (
    _task(
        name="who is Poole?",
        keys=("@", Type("poole"), "enter"),
        mouse=(Click("Poole", "page"),),
        shown=("first met in Chapter", "butler"),
    ),
    _task(
        name="what has Hyde done to whom?",
        keys=("@", Type("hyde"), "enter"),
        mouse=(Click("Edward Hyde", "people"),),
        shown=("beat to death", "trampled"),
    ),
    _task(
        name="one chapter further, and read it",
        keys=("+", "enter", "escape", "]"),
        mouse=(
            Click("seen:"),
            Click("Chapter 6"),
            Click("enter yes"),
            Click("» Incident of Dr. Lanyon"),
        ),
        shown=("Incident of Dr. Lanyon",),
    ),
    _task(
        name="the chapter before",
        keys=("[",),
        mouse=(Click("The Carew…rder Case", "sections"),),
        shown=("› The Carew Murder Case",),
    ),
    _task(
        name="back from there",
        given=("[",),
        keys=("ctrl+o",),
        mouse=(Click("ctrl+o back"),),
        shown=("› Incident of the Letter",),
    ),
    _task(
        name="the first chapter, by its title",
        keys=(":", Type("door"), "enter"),
        mouse=(Click("Story of the Door", "sections"),),
        shown=("› Story of the Door",),
    ),
    _task(
        name="a heading on this page",
        keys=("#", "enter"),
        mouse=(Click("Two shee…of paper", "sections"),),
        shown=("▸ Two shee…of paper",),
    ),
    _task(
        name="where was a will spoken of?",
        keys=("f", Type("will"), "enter"),
        mouse=(Click(": go to"), Click("/ text"), Type("will"), Click("Search for Mr. Hyde")),
        shown=("1 of",),
    ),
    _task(
        name="how are Enfield and Carew connected?",
        keys=("p", Type("enfield"), "enter", Type("carew"), "enter"),
        mouse=(
            Click("People"),
            Click("Richard Enfield", "page"),
            Click("p path"),
            Click("Sir Danvers Carew"),
        ),
        shown=("Richard Enfield collared Edward Hyde.",),
    ),
    _task(
        name="everybody within two steps of Jekyll",
        keys=("@", Type("jekyll"), "enter", "m", "+", "+"),
        mouse=(Click("Henry Jekyll", "page"), Click("m map"), Click("+ zoom in"), Click("+ zoom in")),
        shown=("Within two steps of Henry Jekyll",),
    ),
    _task(
        name="what do the signs of the map mean?",
        keys=("m", "i"),
        mouse=(Click("m map"), Click("i legend")),
        shown=("╌‡╌ killing",),
    ),
    _task(
        name="who is wanted?",
        keys=("@", Type("wanted")),
        mouse=(Click("People"), Click("wanted", "page")),
        shown=("Edward Hyde", "wanted"),
    ),
    _task(
        name="the people by name",
        keys=("P", "tab", "enter"),
        mouse=(Click("People"), Click("name", "page")),
        shown=("14 people",),
        holds=_is_sorted_by_name,
    ),
    _task(
        name="mark a sentence",
        keys=("/", Type("identical"), "enter", "H"),
        mouse=(Drag("That evening", "shown the letter", "page"), Click("H mark")),
        shown=("Highlighted.",),
    ),
    _task(
        name="to a mark, from another page",
        given=_MARKED,
        keys=("'", "enter"),
        mouse=(_HELP, Wheel("Line down", "Bookmarks  "), Click("Bookmarks  "), Click("That evening")),
        shown=("› Incident of the Letter",),
    ),
    _task(
        name="all notes as Markdown",
        given=_MARKED,
        keys=('"',),
        mouse=(_HELP, Wheel("Line down", "Copy notes"), Click("Copy notes")),
        shown=("Copied 1 entry as Markdown",),
    ),
    _task(
        name="this chapter is read",
        keys=("x",),
        mouse=(_HELP, Wheel("Line down", "Toggle read"), Click("Toggle read")),
        shown=("Incident of the Letter",),
        holds=_is_read,
    ),
    _task(
        name="longer lines",
        keys=(",", "down", "enter"),
        mouse=(_HELP, Wheel("Line down", "Settings"), Click("Settings"), Click("Line width")),
        shown=("Line width               100",),
    ),
    _task(
        name="which key writes a note?",
        keys=("?", Type("note")),
        mouse=(Click("? help"), Wheel("Line down", "Add or edit note")),
        shown=("Add or edit note",),
    ),
    _task(
        name="the story so far in all detail",
        keys=("r", "+", "a"),
        mouse=(
            _HELP,
            Wheel("Line down", "Recap"),
            Click("Recap"),
            Click("+ longer"),
            Click("a all points"),
        ),
        shown=("Recap · full",),
    ),
)
