"""The people two steps away, collapsed until requested."""

from __future__ import annotations

from aotad_tui.cells import Span
from aotad_tui.link import Link
from aotad_tui.story.visible import VisibleStory
from tests.story.stories import story

from .panels import lines, named, related, rows, visible

OPEN, ALL = ("two-steps",), ("two-steps", "two-steps-all")
NOW = visible(
    related("on-jo", "cheong-san", "friend"),
    related("father", "on-jo", "family", "father of"),
    related("gwi-nam", "cheong-san", "hurts"),
    related("gwi-nam", "father", "hurts"),
    related("father", "su-hyeok", "protects"),
)


def test_people_two_steps_away_are_collapsed_and_not_counted_at_first() -> None:
    (fold,) = lines(NOW, "on-jo")[-1]
    assert fold.text == "  ▸ two steps away ┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄"
    assert fold.link == Link.fold("two-steps")


def test_in_a_narrow_panel_the_heading_is_cut() -> None:
    assert rows(NOW, "on-jo", cells=16)[-1] == "  ▸ two steps a…"


def test_people_with_the_most_connections_come_first_then_by_name() -> None:
    assert rows(NOW, "on-jo", opened=OPEN)[-3:] == [
        "  └ two steps away 2 ┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄",
        "    Yoon Gwi-nam via Nam So-ju, 이청산",
        "    Lee Su-hyeok via Nam So-ju",
    ]
    assert lines(NOW, "on-jo", opened=OPEN)[-3][0].link == Link.fold("two-steps"), "the same row folds them again"


def test_the_whole_row_is_a_link_to_the_person() -> None:
    assert lines(NOW, "on-jo", opened=OPEN)[-1] == (
        Span("    ", "", Link.character("su-hyeok")),
        Span("Lee Su-hyeok", "name", Link.character("su-hyeok")),
        Span(" via Nam So-ju", "dim", Link.character("su-hyeok")),
    )


def test_neighbours_and_the_person_are_not_two_steps_away() -> None:
    near = visible(
        related("on-jo", "cheong-san", "friend"),
        related("cheong-san", "gwi-nam", "enemy"),
        related("gwi-nam", "on-jo", "hurts"),
    )
    assert rows(near, "on-jo", opened=OPEN)[-1].startswith("  └ two steps away 0 ┄")


def test_later_relationships_do_not_count() -> None:
    later = (related("on-jo", "cheong-san", "friend"), related("cheong-san", "gwi-nam", "enemy", since=4))
    assert "two steps away 0" in rows(visible(*later, seen=3), "on-jo", opened=OPEN)[-1]
    assert rows(visible(*later, seen=4), "on-jo", opened=OPEN)[-1] == "    Yoon Gwi-nam via 이청산"


def around(others: int, middles: int) -> VisibleStory:
    """Ann, related to `middles` people, each of whom is related to all of `others` people."""
    cast = [named("ann", "Ann")]
    cast += [named(f"m{number}", f"Middle {number}") for number in range(middles)]
    cast += [named(f"o{number}", f"Other {number:02}") for number in range(others)]
    known = [related("ann", f"m{number}", "friend") for number in range(middles)]
    known += [related(f"m{one}", f"o{two}", "friend") for one in range(middles) for two in range(others)]
    return VisibleStory(story(*cast, relationships=tuple(known)).as_of(9))


def test_the_first_six_are_shown_until_expanded() -> None:
    now = around(others=9, middles=1)
    assert "two steps away 9" in rows(now, "ann", opened=OPEN)[-8]
    assert rows(now, "ann", opened=OPEN)[-7:] == [
        *[f"    Other {number:02} via Middle 0" for number in range(6)],
        "    ▸ 3 more",
    ]
    assert lines(now, "ann", opened=OPEN)[-1][-1].link == Link.fold("two-steps-all")
    assert rows(now, "ann", opened=ALL)[-9:] == [f"    Other {number:02} via Middle 0" for number in range(9)]


def test_six_people_are_all_shown() -> None:
    assert rows(around(others=6, middles=1), "ann", opened=OPEN)[-1] == "    Other 05 via Middle 0"


def test_as_many_middle_names_as_fit_are_shown_and_the_others_counted() -> None:
    now = around(others=1, middles=4)
    assert rows(now, "ann", 60, OPEN)[-1] == "    Other 00 via Middle 0, Middle 1, Middle 2, Middle 3"
    assert rows(now, "ann", 40, OPEN)[-1] == "    Other 00 via Middle 0, Middle 1 +2"
    assert rows(now, "ann", 32, OPEN)[-1] == "    Other 00 via Middle 0 +3"


def test_without_relationships_there_is_no_two_steps_section() -> None:
    assert not any("two steps" in row for row in rows(visible(), "on-jo", opened=OPEN))
