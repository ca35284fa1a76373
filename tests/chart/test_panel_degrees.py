"""The panel of a person with 0 to 300 relationships: each is shown whole, or counted."""

from __future__ import annotations

from collections import Counter

import pytest

from aotad_tui.cells import line_width, plain
from aotad_tui.chart.panel import panel
from aotad_tui.link import Link
from aotad_tui.story.kinds import KINDS
from aotad_tui.story.values import Kind, LineStyle
from aotad_tui.story.visible import VisibleStory
from tests.story.stories import LENGTH, person, story, tie

from .hubs import HUB, Hub, hub
from .panel_reader import DrawnKind, read_panel

HUBS = {degree: hub(degree) for degree in (0, 1, 5, 60, 300)}
WIDTHS = (32, 40, 50)
EVERY_KIND = frozenset(kind.id for kind in KINDS)
LINES = {LineStyle.LIGHT: "─", LineStyle.HEAVY: "━", LineStyle.DOUBLE: "═", LineStyle.DASHED: "╌"}

degrees = pytest.mark.parametrize("degree", HUBS)
widths = pytest.mark.parametrize("cells", WIDTHS)


def kinds_of(hub_: Hub, cells: int, opened: frozenset[str] = frozenset()) -> dict[str, DrawnKind]:
    found = read_panel(panel(hub_.visible, HUB, cells, opened))
    by_sign = {kind.sign: kind for kind in found}
    assert len(by_sign) == len(found), "a kind is told once"
    return by_sign


def expected_of(hub_: Hub, kind: Kind) -> Counter[tuple[str, str, str]]:
    return Counter((label, way, name) for other, label, way, name in hub_.relationships if other == kind)


@degrees
@widths
@pytest.mark.parametrize("opened", [frozenset[str](), EVERY_KIND | {"two-steps", "two-steps-all"}])
def test_no_row_is_too_wide(degree: int, cells: int, opened: frozenset[str]) -> None:
    rows = panel(HUBS[degree].visible, HUB, cells, opened, on_page=["p0", "p1"])
    assert [plain(row) for row in rows if line_width(row) > cells] == []


@degrees
@widths
def test_every_label_and_name_is_whole_with_its_arrow(degree: int, cells: int) -> None:
    hub_ = HUBS[degree]
    found = kinds_of(hub_, cells, EVERY_KIND)
    for kind in KINDS:
        ties = found[kind.sign].relationships if kind.sign in found else []
        assert Counter((tie.label, tie.arrow, tie.name) for tie in ties) == expected_of(hub_, kind)


@degrees
@widths
def test_every_kind_has_its_heading_line_style_and_count(degree: int, cells: int) -> None:
    hub_ = HUBS[degree]
    found = kinds_of(hub_, cells)
    assert list(found) == [kind.sign for kind in KINDS if expected_of(hub_, kind)], "in the order of the guide"
    for kind in KINDS:
        if kind.sign in found:
            drawn_kind = found[kind.sign]
            assert (drawn_kind.heading, drawn_kind.stroke) == (kind.heading, LINES[kind.line])
            assert drawn_kind.count == expected_of(hub_, kind).total()


@degrees
@widths
def test_every_relationship_is_shown_or_counted(degree: int, cells: int) -> None:
    hub_ = HUBS[degree]
    for kind in kinds_of(hub_, cells).values():
        assert len(kind.relationships) + kind.more == kind.count
        whole = expected_of(hub_, next(known for known in KINDS if known.sign == kind.sign))
        assert Counter((tie.label, tie.arrow, tie.name) for tie in kind.relationships) <= whole


@pytest.mark.parametrize(("degree", "rows", "more"), [(24, 30, 0), (25, 31, 0), (40, 40, 7)])
def test_from_25_relationships_on_there_are_about_forty_rows(degree: int, rows: int, more: int) -> None:
    people = [person(f"p{number}") for number in range(degree)]
    known = tuple(tie(HUB, hub_.id) for hub_ in people)
    now = VisibleStory(story(person(HUB), *people, relationships=known).as_of(LENGTH))
    lines = panel(now, HUB, 40)
    (friends,) = read_panel(lines)
    assert (len(lines), friends.more, friends.count) == (rows, more, degree)


def test_a_toggle_expands_only_its_kind() -> None:
    lines = panel(HUBS[300].visible, HUB, 40)
    folds = [span.link for line in lines for span in line if span.text.endswith(" more")]
    assert folds
    assert set(folds) <= {Link.fold(kind.id) for kind in KINDS}
    found = kinds_of(HUBS[300], 40, frozenset({"love"}))
    assert [sign for sign, kind in found.items() if kind.more == 0] == ["♥"]


@widths
def test_without_relationships_there_is_a_card_and_a_sentence(cells: int) -> None:
    assert [plain(row) for row in panel(HUBS[0].visible, HUB, cells)] == [
        f"╭{'─' * (cells - 2)}╮",
        f"│ {'Hub Person':<{cells - 4}} │",
        f"│ {'• alive':<{cells - 4}} │",
        f"╰{'─' * (cells - 2)}╯",
        "  no known relationships",
    ]


@degrees
def test_every_row_of_a_relationship_is_a_link_to_the_other_person(degree: int) -> None:
    hub_ = HUBS[degree]
    names = {person.name: Link.character(person.id) for person in hub_.visible.people.everyone}
    for line in panel(hub_.visible, HUB, 40, EVERY_KIND)[4:]:
        for span in line:
            if span.style == "name":
                assert {other.link for other in line} == {names[span.text]}
