"""The checker finds each fault that a drawing can have: a sound drawing with one fault planted at a time."""

from __future__ import annotations

import pytest

from tests.chart.checker import DrawnEdge, drawn_edge, faults, read

SOUND = [
    "╭─ Crew ────╮                        ╭────────╮",
    "│ ╭───────╮ │                   ┌───►┤  Cat   │",
    "│ │  Ann  ├─┼─ adores ──────────┘    ╰────────╯",
    "│ │       ├─┼──────────────────────┐ ╭────────╮",
    "│ ╰───────╯ │                 ╔════╪═╡  Dan   │",
    "│ ╭───────╮ │                 ║    └►┤        │",
    "│ │  Bob  ╞═╪═ brother of ════╝      ╰────────╯",
    "│ ╰───────╯ │",
    "╰───────────╯",
]
NAMES = ["Ann", "Bob", "Cat", "Dan"]
BELOW = [
    "╭─ Crew ─────────────────────╮",
    "│ ╭────────────────────────╮ │",
    "│ │          Ann           │ │",
    "│ ╰──┰───────────┬─────────╯ │",
    "│    ▴           ╎           │",
    "│    ┃ adores    ╎ fears     │",
    "│    ┃           ▾           │",
    "│ ╭──┸───────────┴─────────╮ │",
    "│ │          Bob           │ │",
    "│ ╰────────────────────────╯ │",
    "╰────────────────────────────╯",
]
TIES_BELOW = [
    drawn_edge("Ann", "Bob", "adores", "heavy", at_source=True),
    drawn_edge("Ann", "Bob", "fears", "dashed", at_target=True),
]
TIES = [
    drawn_edge("Ann", "Cat", "adores", "light", at_target=True),
    drawn_edge("Ann", "Dan", "", "light", at_target=True),
    drawn_edge("Bob", "Dan", "brother of", "double"),
]


def drawn_with(row: int, before: str, after: str) -> list[str]:
    """Return the sound drawing with one change."""
    assert SOUND[row].count(before) == 1, "the fault is to be planted in one place"
    rows = list(SOUND)
    rows[row] = rows[row].replace(before, after)
    return rows


def test_a_sound_drawing_has_no_fault() -> None:
    assert faults(SOUND, NAMES, TIES) == {}


def test_names_edges_and_crossings_are_read_from_the_cells() -> None:
    reading = read(SOUND)
    assert sorted(reading.names) == NAMES
    assert set(reading.edges) == set(TIES)
    assert reading.crossings == 1  # Ann's line goes down through Bob's; the crew's frame is no line


@pytest.mark.parametrize(
    ("row", "before", "after", "fault"),
    [
        (2, "  Ann  ├", "  An…  ├", "name lost or cut"),
        (2, " adores ─", " adore… ─", "label lost or cut"),
        (2, " adores ─", "─────────", "label lost or cut"),
        (2, "──────────┘", "────   ───┘", "edge lost"),
        (1, "►┤  Cat", "─┤  Cat", "label lost or cut"),
        (1, "┌───►┤", "┌◄──►┤", "head in the middle of a line"),
        (4, "╪═╡", "╫═╡", "crossing of another line"),
        (4, "╪", "┼", "crossing of another line"),
        (6, "════╝", "───═╝", "label lost or cut, or a line"),
        (3, "──┐ ╭", "──┬─╭", "lines share a cell"),
        (5, "└►┤", "└►│", "broken line"),
        (6, "════╝", "═══ ╝", "broken line"),
        (6, " brother of ", "═brother of ", "edge lost"),
        (5, "╭───────╮ │                 ║", "╭───────╮ │  stray          ║", "stray text"),
        (8, "╰───────────╯", "╰───────────╯ ──", "stray line"),
        (6, "  Bob  ╞", " ─Bob  ╞", "line through a card"),
        (8, "╰───────────╯", "╰──────────╯ ", "broken frame"),
    ],
)
def test_a_fault_is_found(row: int, before: str, after: str, fault: str) -> None:
    found = faults(drawn_with(row, before, after), NAMES, TIES)
    assert any(name.startswith(fault) for name in found), found


def test_a_line_that_ends_at_another_card_is_another_edge() -> None:
    assert faults(SOUND, NAMES, [*TIES[1:], drawn_edge("Ann", "Bob", "adores", "light", at_target=True)])


def test_two_frames_that_overlap_are_found() -> None:
    overlapping = ["╭──────╮", "│ Ann ╭┼────╮", "╰─────┼╯Bob │", "      ╰─────╯"]
    assert "frames overlap" in faults(overlapping, ["Ann", "Bob"], [])


def test_a_missing_edge_is_found() -> None:
    more = drawn_edge("Cat", "Dan", "knows", "light")
    assert faults(SOUND, NAMES, [*TIES, more]) == {"edge lost": 1}


def test_an_unexpected_edge_is_found() -> None:
    fewer: list[DrawnEdge] = TIES[:2]
    assert faults(SOUND, NAMES, fewer) == {"unexpected edge": 1}


def test_vertical_edges_are_read_with_their_labels() -> None:
    assert faults(BELOW, ["Ann", "Bob"], TIES_BELOW) == {}


@pytest.mark.parametrize(
    ("row", "before", "after", "fault"),
    [
        (5, "┃ adores ", "┃ adore… ", "label lost or cut"),
        (5, "┃ adores ", "┃        ", "label lost or cut"),
        (5, "┃ adores ", "┃  adores", "label lost or cut"),
        (5, "adores    ╎", "adores     ╎", "broken line"),
        (5, "adores    ╎", "adores her╎", "label no nearer to its own line"),
        (5, "adores    ╎", "adores us ╎", "label no nearer to its own line"),
        (4, "▴", "▾", "head in the middle"),
        (4, "▴", "┃", "label lost or cut"),
        (6, "┃", " ", "broken line"),
        (6, "┃           ▾", "╎           ▾", "label lost or cut"),
        (4, "▴           ╎", "▴   stray   ╎", "stray text"),
    ],
)
def test_a_fault_of_a_vertical_edge_is_found(row: int, before: str, after: str, fault: str) -> None:
    assert BELOW[row].count(before) == 1
    rows = [*BELOW[:row], BELOW[row].replace(before, after), *BELOW[row + 1 :]]
    found = faults(rows, ["Ann", "Bob"], TIES_BELOW)
    assert any(name.startswith(fault) for name in found), found
