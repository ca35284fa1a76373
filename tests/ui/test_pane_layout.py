from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aotad_tui.commands import panes as table
from aotad_tui.commands.panes import DEFAULT_PANES, MAIN_PANE, SIDE_PANES, PaneSpec
from aotad_tui.ui.pane import Pane, pane_class
from aotad_tui.ui.pane_layout import PaneChoice

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


def test_three_panes_are_shown_where_there_is_room_for_three() -> None:
    assert PaneChoice().shown(3, PAGE) == {SECTIONS, PAGE, PEOPLE}


def test_with_room_for_two_the_pane_used_last_is_next_to_the_page() -> None:
    panes = PaneChoice()
    assert panes.shown(2, PAGE) == {PAGE, PEOPLE}
    assert panes.shown(2, SECTIONS) == {PAGE, SECTIONS}
    assert panes.shown(2, PAGE) == {PAGE, SECTIONS}


def test_an_unwanted_pane_takes_no_room_from_a_wanted_one() -> None:
    assert PaneChoice([SECTIONS]).shown(2, PAGE) == {PAGE, SECTIONS}


def test_with_room_for_two_hidden_panes_leave_only_the_page() -> None:
    panes = PaneChoice()
    panes.hide(PEOPLE)
    panes.hide(SECTIONS)
    assert panes.shown(2, PAGE) == {PAGE}
    panes.want(PEOPLE)
    assert panes.shown(2, PAGE) == {PAGE, PEOPLE}


def test_a_hidden_pane_is_shown_while_it_is_active() -> None:
    panes = PaneChoice()
    panes.hide(SECTIONS)
    assert panes.shown(3, SECTIONS) == {SECTIONS, PAGE, PEOPLE}
    assert panes.shown(3, PAGE) == {PAGE, PEOPLE}


@given(
    steps=st.lists(st.tuples(st.sampled_from(("want", "dismiss", "use")), st.sampled_from(PANES))),
    room_for=st.integers(1, 3),
    active=st.sampled_from(PANES),
)
def test_the_active_pane_is_always_shown_and_no_more_panes_than_fit(
    steps: list[tuple[str, str]], room_for: int, active: str
) -> None:
    panes = PaneChoice()
    for action, pane in steps:
        if action == "use":
            panes.shown(room_for, pane)
        elif action == "want":
            panes.want(pane)
        else:
            panes.hide(pane)
    shown = panes.shown(room_for, active)
    assert active in shown
    assert len(shown) <= room_for
    assert room_for == 1 or PAGE in shown
