from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from aotad_tui.ui.arrangement import PAGE, PANES, PEOPLE, SECTIONS, Arrangement


def test_three_panes_are_shown_where_there_is_room_for_three() -> None:
    assert Arrangement().shown(3, PAGE) == {SECTIONS, PAGE, PEOPLE}


def test_beside_the_page_stands_the_pane_that_was_used_last() -> None:
    panes = Arrangement()
    assert panes.shown(2, PAGE) == {PAGE, PEOPLE}
    assert panes.shown(2, SECTIONS) == {PAGE, SECTIONS}
    assert panes.shown(2, PAGE) == {PAGE, SECTIONS}


def test_a_pane_that_was_hidden_leaves_the_page_alone_where_there_is_room_for_two() -> None:
    panes = Arrangement()
    panes.dismiss(PEOPLE)
    panes.dismiss(SECTIONS)
    assert panes.shown(2, PAGE) == {PAGE}
    panes.want(PEOPLE)
    assert panes.shown(2, PAGE) == {PAGE, PEOPLE}


def test_a_hidden_pane_is_shown_while_it_is_being_used() -> None:
    panes = Arrangement()
    panes.dismiss(SECTIONS)
    assert panes.shown(3, SECTIONS) == {SECTIONS, PAGE, PEOPLE}
    assert panes.shown(3, PAGE) == {PAGE, PEOPLE}


@given(
    steps=st.lists(st.tuples(st.sampled_from(("want", "dismiss", "use")), st.sampled_from(PANES))),
    room_for=st.integers(1, 3),
    active=st.sampled_from(PANES),
)
def test_the_pane_that_is_used_is_always_shown_and_never_more_than_fit(
    steps: list[tuple[str, str]], room_for: int, active: str
) -> None:
    panes = Arrangement()
    for what, pane in steps:
        if what == "use":
            panes.shown(room_for, pane)
        elif what == "want":
            panes.want(pane)
        else:
            panes.dismiss(pane)
    shown = panes.shown(room_for, active)
    assert active in shown
    assert len(shown) <= room_for
    assert room_for == 1 or PAGE in shown
