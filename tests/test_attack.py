"""A few hostile texts through every field, name and argument: no byte that nobody meant leaves. All: `poe attack`."""

from __future__ import annotations

from pathlib import Path

import pytest

from .attack import attack_in_print, attack_on_screen
from .hostile import COMMANDS, ESC
from .ui.reader import MEDIUM

pytestmark = [pytest.mark.slow, pytest.mark.usefixtures("own_folders")]

TEXTS = (f"{ESC}]{COMMANDS['clipboard']}\x07\x9b2J\u202e",)
NOT_PRINTED = {
    "guide/title": "the reader's title bar has it",
    "guide/summary": "nothing shows it",
    "guide/endings": "nothing shows it",
    "guide/language": "nothing shows it",
    "guide/timeline/unit": "the points have titles",
    "guide/kinds/label": "each relationship has a label of its own",
    "guide/kinds/back": "each relationship has a label of its own",
    "section/aliases": "only typed words find them",
    "section/unnamed": "nothing shows it",
}
NOT_DRAWN = {
    name: NOT_PRINTED[name]
    for name in NOT_PRINTED
    if name not in ("guide/title", "section/aliases", "guide/timeline/unit")
}
ADDRESSES = {
    *("fragment", "fragment of a page", "fragment of entities", "fragment of a wikilink", "id of a person", "path"),
    *("address", "title of a link", "language of code", "comment", "wikilink", "words of a wikilink"),
}
"""Constructs whose text is no part of what is shown, or whose entities are not decoded: wikilinks."""


def test_printing_writes_nothing_but_text(tmp_path: Path) -> None:
    outcome, marks = attack_in_print(TEXTS, tmp_path)
    assert outcome.unexpected == []
    unseen = {place for word, place in marks.places.items() if word not in outcome.words}
    assert unseen - ADDRESSES - NOT_PRINTED.keys() == set()


async def test_the_reader_writes_nothing_but_what_its_driver_means(tmp_path: Path) -> None:
    outcome, marks = await attack_on_screen(TEXTS, tmp_path, MEDIUM)
    assert outcome.unexpected == []
    unseen = {place for word, place in marks.places.items() if word not in outcome.words}
    assert unseen - ADDRESSES - NOT_DRAWN.keys() == set()
