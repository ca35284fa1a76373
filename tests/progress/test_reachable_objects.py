"""No attribute of what panes and commands get leads to anything of a later point."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from types import BuiltinFunctionType, FunctionType, MethodType, ModuleType

import pytest

from aotad_tui.chart.map.views import MapViews
from aotad_tui.library.folder import Folder
from aotad_tui.library.sections import FolderTexts
from aotad_tui.page.page import Page
from aotad_tui.progress.session import Session
from aotad_tui.search.full_text import FullText
from aotad_tui.story.story import GatedTexts, Story, Texts
from aotad_tui.story.visible import VisibleStory

LATER = {"Poole": 2, "cronies": 3, "Newcomen": 4, "Guest": 5, "Hastie": 9, "powder": 10}
"""Words that the second guide has only under later stamps, and the point of each."""
_LEAVES = (str, bytes, int, float, bool, type(None), type, ModuleType, FunctionType, BuiltinFunctionType, MethodType)


def attributes(value: object) -> Iterator[object]:
    """The attributes of a value, public or private, and its items."""
    yield from getattr(value, "__dict__", {}).values()
    for owner in type(value).__mro__:
        slots = vars(owner).get("__slots__", ())
        yield from (
            getattr(value, name) for name in ([slots] if isinstance(slots, str) else slots) if hasattr(value, name)
        )
    if isinstance(value, Mapping):
        yield from value
        yield from value.values()
    elif isinstance(value, tuple | list | set | frozenset):
        yield from value


def reachable(root: object) -> list[object]:
    """All values reachable through attributes and items, except through functions and classes."""
    found: dict[int, object] = {id(root): root}
    waiting = [root]
    while waiting:
        value = waiting.pop()
        for reached in () if isinstance(value, _LEAVES) else attributes(value):
            if id(reached) not in found:
                found[id(reached)] = reached
                waiting.append(reached)
    return list(found.values())


def used_parts(visible: VisibleStory) -> list[object]:
    """The visible story with all its lazy parts made, and what panes and commands make of it."""
    pages = [Page(visible, section) for section in visible.story.sections]
    for page in pages:
        page.read_all()
        visible.mentions.find(page.source, page.section.unnamed)
    everyone = [person.id for person in visible.people.everyone]
    paths = [visible.paths.between(everyone[0], other) for other in everyone]
    return [
        visible,
        pages,
        visible.links,
        visible.people.neighbours,
        paths,
        FullText(visible).fill(),
        MapViews(visible),
    ]


def texts(values: list[object], whole: Story) -> str:
    """Every text among the values, and what sources of texts among them return for each file of the guide."""
    found = [value for value in values if isinstance(value, str)]
    for value in values:
        if isinstance(value, FolderTexts | GatedTexts):
            found += [value.read(section.file) for section in whole.sections if _is_there(value, section.file)]
    return "\n".join(found)


def _is_there(source: Texts, file: str) -> bool:
    try:
        source.read(file)
    except FileNotFoundError:
        return False
    return True


def known_words(text: str) -> set[str]:
    return {word for word in LATER if word in text}


@pytest.mark.parametrize("seen", [1, 3, 5, 9])
def test_no_attribute_of_a_visible_story_leads_to_a_later_text(jekyll_story: Story, seen: int) -> None:
    reached = reachable(used_parts(Session.begin(jekyll_story, seen).visible))
    assert [value for value in reached if isinstance(value, FolderTexts | Folder | Path)] == []
    assert any(isinstance(value, GatedTexts) for value in reached)
    assert known_words(texts(reached, jekyll_story)) == {word for word, since in LATER.items() if since <= seen}


def test_attributes_of_the_whole_story_lead_to_later_texts(jekyll_story: Story) -> None:
    """Otherwise the test above would search in the wrong place."""
    reached = reachable(jekyll_story)
    assert any(isinstance(value, Folder) for value in reached)
    assert known_words(texts(reached, jekyll_story)) == set(LATER)
