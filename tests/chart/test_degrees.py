"""The panel of somebody with no, one, a few, many and very many ties: every one is told, whole, and counted."""

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

from .drawn import DrawnKind, drawn
from .hubs import HUB, Hub, hub

HUBS = {degree: hub(degree) for degree in (0, 1, 5, 60, 300)}
WIDTHS = (32, 40, 50)
EVERY_KIND = frozenset(kind.id for kind in KINDS)
STROKES = {LineStyle.LIGHT: "─", LineStyle.HEAVY: "━", LineStyle.DOUBLE: "═", LineStyle.DASHED: "╌"}

degrees = pytest.mark.parametrize("degree", HUBS)
widths = pytest.mark.parametrize("cells", WIDTHS)


def kinds_of(one: Hub, cells: int, opened: frozenset[str] = frozenset()) -> dict[str, DrawnKind]:
    found = drawn(panel(one.visible, HUB, cells, opened))
    by_sign = {kind.sign: kind for kind in found}
    assert len(by_sign) == len(found), "a kind is told once"
    return by_sign


def expected_of(one: Hub, kind: Kind) -> Counter[tuple[str, str, str]]:
    return Counter((label, way, name) for other, label, way, name in one.ties if other == kind)


@degrees
@widths
@pytest.mark.parametrize("opened", [frozenset[str](), EVERY_KIND | {"two-steps", "two-steps-all"}])
def test_no_row_is_too_wide(degree: int, cells: int, opened: frozenset[str]) -> None:
    rows = panel(HUBS[degree].visible, HUB, cells, opened, on_page=["p0", "p1"])
    assert [plain(row) for row in rows if line_width(row) > cells] == []


@degrees
@widths
def test_every_label_and_name_is_whole_with_its_direction(degree: int, cells: int) -> None:
    one = HUBS[degree]
    found = kinds_of(one, cells, EVERY_KIND)
    for kind in KINDS:
        ties = found[kind.sign].ties if kind.sign in found else []
        assert Counter((tie.label, tie.way, tie.name) for tie in ties) == expected_of(one, kind)


@degrees
@widths
def test_every_kind_has_its_words_its_line_and_the_right_number(degree: int, cells: int) -> None:
    one = HUBS[degree]
    found = kinds_of(one, cells)
    assert list(found) == [kind.sign for kind in KINDS if expected_of(one, kind)], "in the order of the guide"
    for kind in KINDS:
        if kind.sign in found:
            told = found[kind.sign]
            assert (told.heading, told.stroke) == (kind.heading, STROKES[kind.line])
            assert told.count == expected_of(one, kind).total()


@degrees
@widths
def test_every_tie_is_there_or_told_as_more(degree: int, cells: int) -> None:
    one = HUBS[degree]
    for kind in kinds_of(one, cells).values():
        assert len(kind.ties) + kind.more == kind.count
        whole = expected_of(one, next(known for known in KINDS if known.sign == kind.sign))
        assert Counter((tie.label, tie.way, tie.name) for tie in kind.ties) <= whole


@pytest.mark.parametrize(("degree", "rows", "more"), [(24, 30, 0), (25, 31, 0), (40, 40, 7)])
def test_from_25_ties_on_there_are_about_forty_rows(degree: int, rows: int, more: int) -> None:
    people = [person(f"p{number}") for number in range(degree)]
    known = tuple(tie(HUB, one.id) for one in people)
    now = VisibleStory(story(person(HUB), *people, relationships=known).as_of(LENGTH))
    lines = panel(now, HUB, 40)
    (friends,) = drawn(lines)
    assert (len(lines), friends.more, friends.count) == (rows, more, degree)


def test_a_fold_opens_its_kind_and_no_other() -> None:
    lines = panel(HUBS[300].visible, HUB, 40)
    folds = [span.link for line in lines for span in line if span.text.endswith(" more")]
    assert folds
    assert set(folds) <= {Link.fold(kind.id) for kind in KINDS}
    found = kinds_of(HUBS[300], 40, frozenset({"love"}))
    assert [sign for sign, kind in found.items() if kind.more == 0] == ["♥"]


@widths
def test_somebody_without_ties_has_a_card_and_a_sentence(cells: int) -> None:
    assert [plain(row) for row in panel(HUBS[0].visible, HUB, cells)] == [
        f"╭{'─' * (cells - 2)}╮",
        f"│ {'Hub Person':<{cells - 4}} │",
        f"│ {'• alive':<{cells - 4}} │",
        f"╰{'─' * (cells - 2)}╯",
        "  no known relationships",
    ]


@degrees
def test_every_row_of_a_tie_leads_to_the_other_as_a_whole(degree: int) -> None:
    one = HUBS[degree]
    names = {person.name: Link.character(person.id) for person in one.visible.people.everyone}
    for line in panel(one.visible, HUB, 40, EVERY_KIND)[4:]:
        for span in line:
            if span.style == "name":
                assert {other.link for other in line} == {names[span.text]}
