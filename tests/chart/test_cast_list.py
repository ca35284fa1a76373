"""The people so far, which the people pane lists where the page names nobody."""

from __future__ import annotations

import pytest

from aotad_tui.cells import plain
from aotad_tui.chart.cast_list import MOST_PEOPLE, cast_lines
from aotad_tui.link import PEOPLE_PAGE, Link
from aotad_tui.story.timeline import NOT_YET
from aotad_tui.story.values import Fact, Group
from aotad_tui.story.visible import VisibleStory
from tests.story.stories import person, stages, story

from .row_texts import rows, too_wide

GROUPS = (Group("class", "Class 2-5", 0), Group("staff", "Staff", 0))
CAST = story(
    person("bob", group_stages=stages((0, "staff")), facts=(Fact(3, "Falls.", "dead"),), met=1),
    person("ann", native_stages=stages((0, "앤")), group_stages=stages((0, "class")), met=1),
    person("cat", met=NOT_YET),
    groups=GROUPS,
)


def as_of(seen: int) -> VisibleStory:
    return VisibleStory(CAST.as_of(seen))


def test_everyone_met_has_a_row_with_sign_and_state_by_group() -> None:
    assert rows(cast_lines(as_of(3), 26)) == [
        "people so far 2 ┄┄┄┄┄┄┄┄┄┄",
        "Class 2-5",
        "• Ann 앤             alive",
        "",
        "Staff",
        "† Bob                 dead",
    ]


def test_before_anybody_is_met_it_is_the_announced_cast() -> None:
    drawn = rows(cast_lines(as_of(0), 40))
    assert drawn[0].startswith("announced 3 ┄")
    assert [row.split()[:2] for row in drawn if row.startswith("○")] == [["○", "Ann"], ["○", "Bob"], ["○", "Cat"]]


@pytest.mark.parametrize("cells", [16, 20, 34, 52])
def test_each_row_of_a_person_is_a_link_over_its_whole_width_and_fits(cells: int) -> None:
    lines = cast_lines(as_of(3), cells)
    assert too_wide(lines, cells) == []
    people = [line for line in lines if plain(line)[:1] in {"•", "†"}]
    assert [{span.link for span in line} for line in people] == [{Link.character("ann")}, {Link.character("bob")}]


def test_of_a_large_cast_the_others_are_on_the_people_page() -> None:
    visible = VisibleStory(story(*(person(f"p{number}") for number in range(MOST_PEOPLE + 5))).as_of(1))
    lines = cast_lines(visible, 34)
    assert len(lines) == 1 + MOST_PEOPLE + 2
    assert plain(lines[-1]) == "5 more on the People page"
    assert lines[-1][0].link == Link.section(PEOPLE_PAGE)


def test_without_people_there_are_no_rows() -> None:
    assert cast_lines(VisibleStory(story().as_of(1)), 34) == []


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        (
            50,
            [
                "• Joe (Sails to the far islands.)            alive",
                "• Joe (Stays at home.)                       alive",
            ],
        ),
        (36, ["• Joe (Sails to the far islands.)", "• Joe (Stays at home.)         alive"]),
        (20, ["• Joe (Sails to the", "  far islands.)", "• Joe (Stays at", "  home.)"]),
    ],
)
def test_namesakes_are_told_apart_at_any_width(cells: int, expected: list[str]) -> None:
    abouts = ("Sails to the far islands.", "Stays at home.")
    cast = [
        person(about[:4].casefold(), name_stages=stages((0, "Joe")), about_stages=stages((0, about)))
        for about in abouts
    ]
    assert rows(cast_lines(VisibleStory(story(*cast).as_of(1)), cells))[1:] == expected
