"""Properties of the panel of anybody in any story, at any point and width."""

from __future__ import annotations

import re
from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from aotad_tui.cells import line_width, plain
from aotad_tui.chart.collapse import ALL_ON_PAGE, ALL_TWO_STEPS, NO_FACTS, PRESENCE, TWO_STEPS, collapsed, expanded
from aotad_tui.chart.panel import panel
from aotad_tui.link import Link
from aotad_tui.story.named import latest
from aotad_tui.story.story import Story
from aotad_tui.story.values import Relationship
from aotad_tui.story.visible import VisibleStory
from tests.story.stories import IDS, KIND_IDS, positions, stories

from .panel_reader import read_panel

widths = st.integers(32, 50)
folds = st.sets(st.sampled_from([*KIND_IDS, "two-steps", "two-steps-all"]))
EVERY_KIND = frozenset(KIND_IDS)


def expected_row(now: VisibleStory, id: str, one: Relationship) -> tuple[str, str] | None:
    """Return the other person's name and the label, seen from `id`; None if the relationship is not theirs."""
    source, target = now.people.get(one.source), now.people.get(one.target)
    assert source is not None
    assert target is not None
    if source == target or id not in (source.id, target.id):
        return None
    kind = now.story.kind_by_id[one.kind]
    if id == source.id:
        return now.namesakes.label(target), latest(one.label_stages) or kind.label
    return now.namesakes.label(source), latest(one.back_stages) or latest(one.label_stages) or kind.back


@given(stories(), positions, widths, folds, st.lists(st.sampled_from(IDS)))
def test_no_row_is_too_wide(whole: Story, seen: int, cells: int, opened: set[str], on_page: list[str]) -> None:
    now = VisibleStory(whole.as_of(seen))
    for id in ("", *IDS):
        assert [plain(row) for row in panel(now, id, cells, opened, on_page) if line_width(row) > cells] == []


@given(stories(), positions, widths)
def test_the_panel_shows_exactly_the_known_relationships(whole: Story, seen: int, cells: int) -> None:
    """Each row is a relationship, and each relationship is a row or is merged into one."""
    now = VisibleStory(whole.as_of(seen))
    for person in now.people.everyone:
        known = [relationship for relationship in now.story.relationships if expected_row(now, person.id, relationship)]
        for kind in read_panel(panel(now, person.id, cells, EVERY_KIND)):
            (meant,) = (one for one in now.story.kinds if one.sign == kind.sign)
            own = [relationship for relationship in known if relationship.kind == meant.id]
            rows = Counter((row.name, label) for row in kind.relationships for label in row.label.split(" / "))
            assert rows <= Counter(expected_row(now, person.id, relationship) for relationship in own)
            assert {name for name, _ in rows} == {
                told[0] for relationship in own if (told := expected_row(now, person.id, relationship))
            }
            assert kind.count == len(kind.relationships)
            assert len(own) / 2 <= len(kind.relationships) <= len(own)
            known = [relationship for relationship in known if relationship.kind != meant.id]
        assert known == []


@given(stories(), positions, widths)
def test_a_relationship_is_marked_as_ended_exactly_when_it_is(whole: Story, seen: int, cells: int) -> None:
    now = VisibleStory(whole.as_of(seen))
    for person in now.people.everyone:
        known = [relationship for relationship in now.story.relationships if expected_row(now, person.id, relationship)]
        kinds = read_panel(panel(now, person.id, cells, EVERY_KIND))
        rows = [row for kind in kinds for row in kind.relationships]
        over = [row for row in rows if row.remark.startswith(("ended in ", "ended before the start"))]
        assert bool(over) == any(relationship.until is not None for relationship in known)
        assert (len(over) < len(rows)) == any(relationship.until is None for relationship in known)


@given(stories(), positions, widths, folds, st.lists(st.sampled_from(IDS)))
def test_every_link_leads_to_a_known_person_or_a_toggle(
    whole: Story, seen: int, cells: int, opened: set[str], on_page: list[str]
) -> None:
    now = VisibleStory(whole.as_of(seen))
    there = {Link.character(person.id) for person in now.people.everyone} | set(map(Link.term, now.terms))
    kinds = [fold(id) for fold in (expanded, collapsed) for id in KIND_IDS]
    foldable = {Link.fold(turn) for turn in (*kinds, TWO_STEPS, ALL_TWO_STEPS, ALL_ON_PAGE, NO_FACTS, PRESENCE)}
    for id in ("", *IDS):
        links = {span.link for row in panel(now, id, cells, opened, on_page) for span in row if span.link}
        assert links <= there | foldable


@given(stories(), positions, widths, folds, st.lists(st.sampled_from(IDS)))
def test_a_panel_shows_no_later_text(whole: Story, seen: int, cells: int, opened: set[str], on_page: list[str]) -> None:
    """Each text of these stories contains the point from which it may be known."""
    now = VisibleStory(whole.as_of(seen))
    for id in ("", *IDS):
        said = " ".join(plain(row) for row in panel(now, id, cells, opened, on_page))
        assert all(int(stamp) <= seen for stamp in re.findall(r"known from[\s│]*(\d+)", said))
