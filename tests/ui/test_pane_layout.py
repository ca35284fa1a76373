from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aotad_tui.commands import panes as table
from aotad_tui.commands.panes import DEFAULT_PANES, MAIN_PANE, SIDE_PANES, PaneSpec
from aotad_tui.ui.pane import Pane, pane_class
from aotad_tui.ui.pane_layout import PaneChoice
from aotad_tui.ui.pane_widths import side_widths

SECTIONS, PAGE, PEOPLE = "sections", "page", "people"
PANES = tuple(spec.id for spec in table.PANES)
EACH = pytest.mark.parametrize("spec", table.PANES, ids=lambda spec: spec.id)


@EACH
def test_each_row_of_the_table_names_a_pane_that_can_be_moved_in(spec: PaneSpec) -> None:
    pane = pane_class(spec)
    assert issubclass(pane, Pane)
    missing = [name for name in dir(pane) if getattr(getattr(pane, name, None), "__isabstractmethod__", False)]
    assert missing == [], "Textual creates it all the same"


def test_an_entry_point_that_is_no_pane_is_rejected() -> None:
    with pytest.raises(TypeError, match="not a Pane"):
        pane_class(replace(table.PANES[0], widget="aotad_tui.ui.widgets.bars:TitleBar"))


def test_the_main_pane_takes_the_width_that_side_panes_leave() -> None:
    assert [spec.id for spec in table.PANES if spec.width is None] == [MAIN_PANE]
    assert [spec.id for spec in table.PANES if not spec.toggle_key] == [MAIN_PANE]
    assert set(DEFAULT_PANES) <= set(SIDE_PANES)


WIDE, MEDIUM, SMALL, NARROW = 120, 100, 80, 60
ALL = {SECTIONS, PAGE, PEOPLE}


def test_all_panes_are_shown_from_120_columns_on() -> None:
    assert PaneChoice().shown(120, PAGE) == ALL
    assert PaneChoice().shown(119, PAGE) == {PAGE, SECTIONS}


def test_below_that_sections_come_before_people_and_then_the_page_is_alone() -> None:
    assert [PaneChoice().shown(window, PAGE) for window in (MEDIUM, SMALL, NARROW)] == [
        {PAGE, SECTIONS},
        {PAGE},
        {PAGE},
    ]


@pytest.mark.parametrize("window", [MEDIUM, SMALL])
def test_an_opened_pane_is_next_to_the_page_until_it_is_closed(window: int) -> None:
    panes = PaneChoice()
    before = panes.shown(window, PAGE)
    panes.open(PEOPLE)
    assert panes.shown(window, PAGE) == {PAGE, PEOPLE}
    panes.close()
    assert panes.shown(window, PAGE) == before


@pytest.mark.parametrize("window", [MEDIUM, SMALL])
@pytest.mark.parametrize("pane", [SECTIONS, PEOPLE])
def test_hiding_a_pane_never_shows_another_one(window: int, pane: str) -> None:
    panes = PaneChoice()
    panes.open(pane)
    panes.hide(pane, window)
    assert panes.shown(window, PAGE) == {PAGE}


def test_what_is_hidden_in_a_smaller_window_is_shown_where_all_fit() -> None:
    panes = PaneChoice()
    panes.hide(SECTIONS, MEDIUM)
    assert panes.shown(WIDE, PAGE) == ALL


def test_a_pane_that_was_hidden_where_all_fit_takes_no_room_in_a_smaller_window() -> None:
    panes = PaneChoice()
    panes.hide(SECTIONS, WIDE)
    assert panes.shown(WIDE, PAGE) == {PAGE, PEOPLE}
    assert panes.shown(MEDIUM, PAGE) == {PAGE}


def test_a_hidden_pane_is_shown_while_it_is_active() -> None:
    panes = PaneChoice()
    panes.hide(SECTIONS, WIDE)
    assert panes.shown(WIDE, SECTIONS) == ALL
    assert panes.shown(WIDE, PAGE) == {PAGE, PEOPLE}


def test_a_pane_without_content_is_not_shown() -> None:
    assert PaneChoice().shown(WIDE, PAGE, [SECTIONS]) == {SECTIONS, PAGE}


@pytest.mark.parametrize("window", [WIDE, MEDIUM, SMALL])
def test_the_page_alone_has_a_pane_next_to_it_only_while_that_is_opened(window: int) -> None:
    panes = PaneChoice()
    before = panes.shown(window, PAGE)
    panes.toggle_alone()
    assert panes.shown(window, PAGE) == {PAGE}
    panes.open(PEOPLE)
    assert panes.shown(window, PAGE) == {PAGE, PEOPLE}
    panes.close()
    assert panes.shown(window, PAGE) == {PAGE}
    panes.toggle_alone()
    assert panes.shown(window, PAGE) == before


def widths(window: int, *shown: str, title: int = 35, measure: int = 80) -> tuple[int, ...]:
    """The widths of the shown side panes, and last that of the page."""
    specs = [spec for spec in table.PANES if spec.id in shown]
    sides = side_widths(window, specs, {SECTIONS: title, PEOPLE: 0}, min(measure, 80) + 5, measure + 5)
    return (*sides.values(), window - sum(sides.values()))


def test_the_page_has_60_cells_next_to_both_panes_and_its_whole_measure_from_150_columns_on() -> None:
    assert widths(120, SECTIONS, PEOPLE) == (26, 34, 60)
    assert widths(144, SECTIONS, PEOPLE) == (26, 34, 84)
    assert widths(150, SECTIONS, PEOPLE) == (31, 34, 85)
    assert widths(200, SECTIONS, PEOPLE) == (44, 52, 104)


def test_next_to_one_pane_the_page_has_60_cells_at_100_columns_and_its_whole_measure_at_120() -> None:
    assert widths(100, SECTIONS) == (35, 65)
    assert widths(100, SECTIONS, title=99) == (40, 60)
    assert widths(100, PEOPLE) == (34, 66)
    assert widths(120, SECTIONS, title=99) == (35, 85)
    assert widths(120, PEOPLE) == (35, 85)


def test_a_narrower_measure_gives_room_to_the_people_and_a_wider_one_takes_it() -> None:
    assert widths(150, SECTIONS, PEOPLE, measure=60) == (35, 50, 65)
    assert widths(150, SECTIONS, PEOPLE, measure=200) == (31, 34, 85)


@given(
    steps=st.lists(st.tuples(st.sampled_from(("open", "close", "hide", "alone")), st.sampled_from(PANES))),
    window=st.sampled_from((60, 80, 100, 120)),
    active=st.sampled_from(PANES),
)
def test_the_active_pane_is_always_shown_and_no_more_panes_than_fit(
    steps: list[tuple[str, str]], window: int, active: str
) -> None:
    panes = PaneChoice()
    for action, pane in steps:
        match action:
            case "open":
                panes.open(pane)
            case "close":
                panes.close()
            case "hide":
                panes.hide(pane, window)
            case _:
                panes.toggle_alone()
    shown = panes.shown(window, active)
    assert active in shown
    assert len(shown) <= {60: 1, 80: 2, 100: 2, 120: 3}[window]
    assert window == 60 or PAGE in shown
