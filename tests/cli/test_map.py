"""The map printed: its four views, in so many cells, in ASCII, for a program."""

from __future__ import annotations

import pytest

from aotad_tui.cells import width
from aotad_tui.story.story import Story

from .conftest import Run

VIEWS = (("everyone",), ("groups",), ("full-map",), ("ego", "utterson"), ("utterson",), ())


@pytest.fixture(autouse=True)
def _guide(jekyll: object, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AOTAD_GUIDE", str(jekyll))


@pytest.mark.parametrize("words", VIEWS, ids=" ".join)
def test_in_ascii_everything_but_names_is_ascii_and_stands_in_the_same_cells(
    run: Run, jekyll_story: Story, words: tuple[str, ...]
) -> None:
    drawn = run("map", *words, "--seen", "6").lines
    plain = run("map", *words, "--seen", "6", "--ascii").lines
    assert [width(line) for line in plain] == [width(line) for line in drawn]
    native = {character for person in jekyll_story.characters for character in person.native}
    assert {character for line in plain for character in line if not character.isascii()} <= native
    assert any("│" in line for line in drawn)


def test_without_a_view_it_is_everyone_and_with_a_name_their_own_ties(run: Run) -> None:
    assert run("map", "--seen", "6").lines == run("map", "everyone", "--seen", "6").lines
    assert run("map", "utterson", "--seen", "6").lines == run("map", "ego", "utterson", "--seen", "6").lines
    assert "distant kinsman" not in run("map", "--seen", "6").out
    assert "distant kinsman" in run("map", "everyone", "utterson", "--seen", "6").out


@pytest.mark.parametrize(("view", "cells"), [("everyone", 60), ("everyone", 120), ("groups", 80), ("groups", 120)])
def test_everyone_and_the_groups_are_as_wide_as_is_asked(run: Run, view: str, cells: int) -> None:
    assert max(map(width, run("map", view, "--seen", "6", "--width", str(cells)).lines)) <= cells


def test_the_full_map_is_also_printed_by_its_old_name(run: Run) -> None:
    assert run("map", "poster", "--seen", "6").lines == run("map", "full-map", "--seen", "6").lines


def test_for_a_program_it_is_the_people_and_their_ties(run: Run, jekyll_story: Story) -> None:
    told = run("map", "--seen", "6", "--json").json
    there = jekyll_story.as_of(6)
    assert [one["id"] for one in told["people"]] == [one.id for one in there.characters]
    assert len(told["ties"]) <= len(there.relationships)
    assert {one["kind"] for one in told["ties"]} == {one.kind for one in there.relationships}


def test_where_there_is_nobody_or_nobody_was_named_it_says_so(run: Run) -> None:
    nobody = run("map", "--seen", "0")
    assert (nobody.code, nobody.out) == (1, "")
    assert "nobody is on the map before Chapter 1" in nobody.err
    nameless = run("map", "ego", "--seen", "6")
    assert (nameless.code, nameless.out) == (2, "")
    assert "the view ego needs a name" in nameless.err
