"""Whom somebody reaches over somebody else, folded until they are asked for."""

from __future__ import annotations

from aotad_tui.cells import Span
from aotad_tui.link import Link
from aotad_tui.story.visible import VisibleStory
from tests.story.stories import story

from .panels import lines, named, rows, says, visible

OPEN, ALL = ("two-steps",), ("two-steps", "two-steps-all")
NOW = visible(
    says("on-jo", "cheong-san", "friend"),
    says("father", "on-jo", "family", "father of"),
    says("gwi-nam", "cheong-san", "hurts"),
    says("gwi-nam", "father", "hurts"),
    says("father", "su-hyeok", "protects"),
)


def test_they_are_folded_at_first_and_not_counted() -> None:
    (fold,) = lines(NOW, "on-jo")[-1]
    assert fold.text == "  ▸ two steps away ┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄"
    assert fold.link == Link.fold("two-steps")


def test_in_a_narrow_panel_the_heading_is_cut() -> None:
    assert rows(NOW, "on-jo", cells=16)[-1] == "  ▸ two steps a…"


def test_unfolded_those_with_the_most_ways_come_first_and_then_go_by_name() -> None:
    assert rows(NOW, "on-jo", opened=OPEN)[-3:] == [
        "  └ two steps away 2 ┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄",
        "    Yoon Gwi-nam via Nam So-ju, 이청산",
        "    Lee Su-hyeok via Nam So-ju",
    ]
    assert lines(NOW, "on-jo", opened=OPEN)[-3][0].link == Link.fold("two-steps"), "the same row folds them again"


def test_a_row_leads_to_the_person_as_a_whole() -> None:
    assert lines(NOW, "on-jo", opened=OPEN)[-1] == (
        Span("    ", "", Link.character("su-hyeok")),
        Span("Lee Su-hyeok", "name", Link.character("su-hyeok")),
        Span(" via Nam So-ju", "dim", Link.character("su-hyeok")),
    )


def test_nobody_who_is_tied_to_them_or_is_them_is_two_steps_away() -> None:
    near = visible(
        says("on-jo", "cheong-san", "friend"), says("cheong-san", "gwi-nam", "enemy"), says("gwi-nam", "on-jo", "hurts")
    )
    assert rows(near, "on-jo", opened=OPEN)[-1].startswith("  └ two steps away 0 ┄")


def test_nobody_is_reached_by_what_is_not_known_yet() -> None:
    later = (says("on-jo", "cheong-san", "friend"), says("cheong-san", "gwi-nam", "enemy", since=4))
    assert "two steps away 0" in rows(visible(*later, seen=3), "on-jo", opened=OPEN)[-1]
    assert rows(visible(*later, seen=4), "on-jo", opened=OPEN)[-1] == "    Yoon Gwi-nam via 이청산"


def around(others: int, middles: int) -> VisibleStory:
    """Ann, tied to some, each of whom is tied to all of some others."""
    cast = [named("ann", "Ann")]
    cast += [named(f"m{number}", f"Middle {number}") for number in range(middles)]
    cast += [named(f"o{number}", f"Other {number:02}") for number in range(others)]
    known = [says("ann", f"m{number}", "friend") for number in range(middles)]
    known += [says(f"m{one}", f"o{two}", "friend") for one in range(middles) for two in range(others)]
    return VisibleStory(story(*cast, relationships=tuple(known)).as_of(9))


def test_six_are_shown_and_the_others_on_demand() -> None:
    now = around(others=9, middles=1)
    assert "two steps away 9" in rows(now, "ann", opened=OPEN)[-8]
    assert rows(now, "ann", opened=OPEN)[-7:] == [
        *[f"    Other {number:02} via Middle 0" for number in range(6)],
        "    ▸ 3 more",
    ]
    assert lines(now, "ann", opened=OPEN)[-1][-1].link == Link.fold("two-steps-all")
    assert rows(now, "ann", opened=ALL)[-9:] == [f"    Other {number:02} via Middle 0" for number in range(9)]


def test_six_need_no_fold() -> None:
    assert rows(around(others=6, middles=1), "ann", opened=OPEN)[-1] == "    Other 05 via Middle 0"


def test_as_many_ways_are_named_as_fit_and_the_others_counted() -> None:
    now = around(others=1, middles=4)
    assert rows(now, "ann", 60, OPEN)[-1] == "    Other 00 via Middle 0, Middle 1, Middle 2, Middle 3"
    assert rows(now, "ann", 40, OPEN)[-1] == "    Other 00 via Middle 0, Middle 1 +2"
    assert rows(now, "ann", 32, OPEN)[-1] == "    Other 00 via Middle 0 +3"


def test_who_has_no_ties_reaches_nobody() -> None:
    assert not any("two steps" in row for row in rows(visible(), "on-jo", opened=OPEN))
