"""The printed map: its four views, its width, ASCII and JSON."""

from __future__ import annotations

import pytest

from aotad_tui.cells import width
from aotad_tui.story.story import Story

from .conftest import Run

VIEWS = (("everyone",), ("groups",), ("full-map",), ("ego", "utterson"), ("utterson",), ())


@pytest.fixture(autouse=True)
def _guide(jekyll: object, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AOTAD_GUIDE", str(jekyll))


@pytest.mark.slow
@pytest.mark.parametrize("words", VIEWS, ids=" ".join)
def test_in_ascii_everything_but_names_is_ascii_at_the_same_width(
    run: Run, jekyll_story: Story, words: tuple[str, ...]
) -> None:
    drawn = run("map", *words, "--seen", "6").lines
    plain = run("map", *words, "--seen", "6", "--ascii").lines
    assert [width(line) for line in plain] == [width(line) for line in drawn]
    native = {character for person in jekyll_story.characters for character in person.native}
    assert {character for line in plain for character in line if not character.isascii()} <= native
    assert any("│" in line for line in drawn)


def test_the_default_view_is_everyone_and_with_a_name_that_persons_relationships(run: Run) -> None:
    assert run("map", "--seen", "6").lines == run("map", "everyone", "--seen", "6").lines
    assert run("map", "utterson", "--seen", "6").lines == run("map", "ego", "utterson", "--seen", "6").lines
    assert "distant kinsman" not in run("map", "--seen", "6").out
    assert "distant kinsman" in run("map", "everyone", "utterson", "--seen", "6").out


@pytest.mark.parametrize(("view", "cells"), [("everyone", 60), ("everyone", 120), ("groups", 80), ("groups", 120)])
def test_everyone_and_groups_have_the_width_given(run: Run, view: str, cells: int) -> None:
    assert max(map(width, run("map", view, "--seen", "6", "--width", str(cells)).lines)) <= cells


def test_the_full_map_is_also_printed_by_its_old_name(run: Run) -> None:
    assert run("map", "poster", "--seen", "6").lines == run("map", "full-map", "--seen", "6").lines


def test_json_has_the_people_and_their_relationships(run: Run, jekyll_story: Story) -> None:
    map_json = run("map", "--seen", "6", "--json").json
    visible = jekyll_story.as_of(6)
    assert [one["id"] for one in map_json["people"]] == [one.id for one in visible.characters]
    assert len(map_json["ties"]) <= len(visible.relationships)
    assert {one["kind"] for one in map_json["ties"]} == {one.kind for one in visible.relationships}


def test_without_people_and_without_a_name_there_is_an_error(run: Run) -> None:
    nobody = run("map", "--seen", "0")
    assert (nobody.code, nobody.out) == (1, "")
    assert "nobody is on the map before Chapter 1" in nobody.err
    nameless = run("map", "ego", "--seen", "6")
    assert (nameless.code, nameless.out) == (2, "")
    assert "the view ego needs a name" in nameless.err


def test_the_legend_explains_only_what_the_view_draws(run: Run) -> None:
    everyone, hyde = (run("map", view, "--seen", "6").out for view in ("everyone", "hyde"))
    assert "─+─ friends" in everyone
    assert "─+─ friends" not in hyde
    assert "╌×╌ enemies" in hyde
