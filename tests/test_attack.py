"""A few hostile texts through every field, name and argument: no byte that nobody meant leaves. All: `poe attack`."""

from __future__ import annotations

from pathlib import Path

import pytest

from .attack import Outcome, attack_in_print, attack_on_screen
from .hostile import COMMANDS, ESC
from .hostile_guide import Marks
from .ui.reader import MEDIUM

pytestmark = [pytest.mark.slow, pytest.mark.usefixtures("own_folders")]

TEXTS = (f"{ESC}]{COMMANDS['clipboard']}\x07\x9b2J\u202e",)
NOWHERE = {
    "guide/endings": "nothing shows it",
    "guide/hindsight": "nothing shows it",
    "guide/kinds/label": "each relationship has a label of its own",
    "guide/kinds/back": "each relationship has a label of its own",
    "comment": "comments are not shown",
    "wikilink": "its entities are not decoded",
    "words of a wikilink": "its entities are not decoded",
    "fragment of a wikilink": "its entities are not decoded",
    "fragment": "only an address",
    "fragment of a page": "only an address",
    "id of a person": "only an address",
    "path": "only an address",
    "address": "only an address",
    "title of a link": "only an address",
    "language of code": "only the choice of colours",
}
"""The places of texts that are neither printed nor drawn, and why."""
NOT_PRINTED = {
    "section/aliases": "only typed words find them",
}
NOT_DRAWN = {
    "section/unnamed": "only `check` tells of it",
    "language": "only the choice of colours",
    "fragment of entities": "only an address",
}


def unseen(outcome: Outcome, marks: Marks) -> set[str]:
    """The places of texts that did not come out."""
    return {place for word, place in marks.places.items() if word not in outcome.words}


def test_printing_writes_nothing_but_text(tmp_path: Path) -> None:
    outcome, marks = attack_in_print(TEXTS, tmp_path)
    assert outcome.unexpected == []
    assert unseen(outcome, marks) == NOWHERE.keys() | NOT_PRINTED.keys()


async def test_the_reader_writes_nothing_but_what_its_driver_means(tmp_path: Path) -> None:
    outcome, marks = await attack_on_screen(TEXTS, tmp_path, MEDIUM)
    assert outcome.unexpected == []
    assert unseen(outcome, marks) == NOWHERE.keys() | NOT_DRAWN.keys()
