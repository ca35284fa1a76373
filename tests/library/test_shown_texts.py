"""`check` searches every text that readers see, from the point from which they see it."""

from __future__ import annotations

from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TypeVar

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aotad_tui.library import records
from aotad_tui.library.entries import Entries
from aotad_tui.library.format import GUIDE, ActorEntry, SourceEntry
from aotad_tui.library.format_basics import TEXT
from aotad_tui.library.load import load
from aotad_tui.library.problems import Mark, Problems
from aotad_tui.library.records import Record, entry, optional
from aotad_tui.library.shapes import MapOf, Shape
from aotad_tui.library.shown_texts import ShownText, shown_texts
from aotad_tui.library.yaml_nodes import read_yaml
from aotad_tui.story.timeline import Point, Timeline
from tests.story.stories import strings

from .any_guide import AnyGuide
from .guide_maker import FORMS, ORDER, FullGuide, GuideMaker
from .guides import check_for_faults, write

T = TypeVar("T")

NOT_SEARCHED = {
    "characters/name": "it defines the name",
    "characters/name/text": "it defines the name",
    "characters/native": "it defines the name",
    "characters/native/text": "it defines the name",
    "characters/aliases": "it defines the name",
    "characters/aliases/name": "it defines the name",
    "terms/name": "it defines the name",
    "terms/name/text": "it defines the name",
    "terms/native": "it defines the name",
    "terms/native/text": "it defines the name",
    "terms/aliases": "it defines the name",
    "terms/aliases/name": "it defines the name",
    "guide/endings": "it is not shown",
    "guide/hindsight": "it is not shown",
    "guide/title": "it is on the cover",
    "section/unnamed": "it is not shown",
}
"""The texts in which `check` does not search for names, with the reason."""


def shown(guide: Path) -> list[ShownText]:
    readable = load(guide).readable
    assert readable is not None
    return shown_texts(readable.entries, readable.story.timeline)


@FORMS
def test_a_hidden_name_is_a_leak_in_every_text_of_the_format(tmp_path: Path, short: bool, timeline: str) -> None:
    """A new text is searched unless it is declared as not shown. Such texts are listed above with the reason."""
    names: dict[str, str] = {}

    def text(path: str) -> str:
        return names.setdefault(path, f"Stranger{chr(ord('A') + len(names) // 26)}{chr(ord('a') + len(names) % 26)}")

    files = FullGuide(text, short=short, timeline=timeline).files()
    cast = "".join(f"{name.lower()}: {{name: {name}, since: end}}\n" for name in names.values())
    problems = [str(problem) for problem in check_for_faults(write(tmp_path, {**files, "characters/late.yaml": cast}))]
    leaks = "\n".join(problem for problem in problems if " LEAK " in problem)
    not_searched = {path for path, name in names.items() if f"contains '{name}'" not in leaks}
    assert not_searched - NOT_SEARCHED.keys() == set(), "readers see these texts? else name them in NOT_SEARCHED"
    assert names.keys() & NOT_SEARCHED.keys() - not_searched == set(), "take these texts out of NOT_SEARCHED"


@pytest.mark.parametrize("is_shown", [True, False])
def test_a_newly_declared_text_is_read_and_searched(monkeypatch: pytest.MonkeyPatch, is_shown: bool) -> None:
    monkeypatch.setattr(records, "ENTRIES", dict(records.ENTRIES))

    @entry
    class NewSourceEntry(SourceEntry):
        motto: str | None = optional(TEXT, "A new text.", shown=is_shown)
        author: ActorEntry | None = optional(Record(ActorEntry), "A new entry.", shown=is_shown)

    def read(shape: Shape[T], text: str) -> T:
        node = read_yaml(text, "any.yaml", Problems())
        assert node is not None
        made = shape.read(node, Problems())
        assert made is not None
        return made

    guide = read(GUIDE, "format: 1\ntitle: A tale\n")
    source = "book: {title: A book, since: '2', motto: Hide and seek, author: {name: Ann Hyde}}"
    sources = read(MapOf(Record(NewSourceEntry)), source)
    found = shown_texts(Entries(guide, sources, (), (), ()), Timeline("chapter", (Point("1"), Point("2"))))
    motto = ShownText(Mark("any.yaml", 1, 7), "'motto' of 'book'", 2, "Hide and seek")
    author = ShownText(Mark("any.yaml", 1, 65), "'author' of 'book'", 2, "Ann Hyde")
    assert [text in found for text in (motto, author)] == [is_shown, is_shown]


def first_shown(maker: GuideMaker) -> list[tuple[ShownText, int | None]]:
    """Every shown text of a guide, with the first point at which the gate shows it, or None for never.

    Each text must be unique.
    """
    with TemporaryDirectory() as folder:
        guide = write(Path(folder), dict(maker.files()))
        story = load(guide).story
        assert story is not None
        points = range(len(story.timeline) + 1)
        by_point = [set(strings(story.as_of(point))) for point in points]
        return [(one, next((at for at in points if one.text in by_point[at]), None)) for one in shown(guide)]


@FORMS
def test_a_text_is_searched_from_the_point_at_which_the_gate_shows_it(short: bool, timeline: str) -> None:
    numbers = count()
    found = first_shown(FullGuide(lambda path: f"{next(numbers)} {path}", ORDER[:-1], short=short, timeline=timeline))
    late = {one.text: (one.since, at) for one, at in found if at is not None and one.since != at}
    assert late == {}
    assert {one.text.partition(" ")[2] for one, at in found if at is None} <= {"guide/kinds/sign", "guide/states/sign"}


class UniqueTexts(AnyGuide):
    """An arbitrary guide with unique texts."""

    def __init__(self, draw: st.DrawFn) -> None:
        super().__init__(draw)
        self._numbers = count()

    def text(self, path: str, /) -> str:
        return f"{next(self._numbers)} {path}"


@given(st.composite(UniqueTexts)())
def test_no_text_of_any_guide_is_shown_before_it_is_searched(maker: GuideMaker) -> None:
    assert [(one, at) for one, at in first_shown(maker) if at is not None and one.since > at] == []
