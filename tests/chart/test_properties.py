"""What holds of the panel of anybody in any story at any point and width."""

from __future__ import annotations

import re
from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from aotad_tui.cells import line_width, plain
from aotad_tui.chart.collapse import ALL_ON_PAGE, ALL_TWO_STEPS, NO_FACTS, TWO_STEPS, collapsed, expanded
from aotad_tui.chart.panel import panel
from aotad_tui.link import Link
from aotad_tui.story.story import Story
from aotad_tui.story.values import Relationship, latest
from aotad_tui.story.visible import VisibleStory
from tests.story.stories import IDS, KIND_IDS, positions, stories

from .drawn import drawn

widths = st.integers(32, 50)
folds = st.sets(st.sampled_from([*KIND_IDS, "two-steps", "two-steps-all"]))
EVERY_KIND = frozenset(KIND_IDS)


def told_of(now: VisibleStory, id: str, one: Relationship) -> tuple[str, str] | None:
    """The person at the other end of a relationship and its words, seen from `id`; None where it is not theirs."""
    source, target = now.people.get(one.source), now.people.get(one.target)
    assert source is not None
    assert target is not None
    if source == target or id not in (source.id, target.id):
        return None
    kind = now.story.kind_by_id[one.kind]
    if id == source.id:
        return target.name, latest(one.label_stages) or kind.label
    return source.name, latest(one.back_stages) or latest(one.label_stages) or kind.back


@given(stories(), positions, widths, folds, st.lists(st.sampled_from(IDS)))
def test_no_row_is_too_wide(whole: Story, seen: int, cells: int, opened: set[str], on_page: list[str]) -> None:
    now = VisibleStory(whole.as_of(seen))
    for id in ("", *IDS):
        assert [plain(row) for row in panel(now, id, cells, opened, on_page) if line_width(row) > cells] == []


@given(stories(), positions, widths)
def test_the_ties_drawn_are_those_there_are(whole: Story, seen: int, cells: int) -> None:
    """Each row is a relationship; each relationship is a row, or the other half of one that goes both ways."""
    now = VisibleStory(whole.as_of(seen))
    for person in now.people.everyone:
        known = [one for one in now.story.relationships if told_of(now, person.id, one)]
        for kind in drawn(panel(now, person.id, cells, EVERY_KIND)):
            (meant,) = (one for one in now.story.kinds if one.sign == kind.sign)
            mine = [one for one in known if one.kind == meant.id]
            rows = Counter((tie.name, label) for tie in kind.ties for label in tie.label.split(" / "))
            assert rows <= Counter(told_of(now, person.id, one) for one in mine)
            assert {name for name, _ in rows} == {told[0] for one in mine if (told := told_of(now, person.id, one))}
            assert kind.count == len(kind.ties)
            assert len(mine) / 2 <= len(kind.ties) <= len(mine)
            known = [one for one in known if one.kind != meant.id]
        assert known == []


@given(stories(), positions, widths)
def test_a_tie_is_told_as_over_exactly_when_it_is(whole: Story, seen: int, cells: int) -> None:
    now = VisibleStory(whole.as_of(seen))
    for person in now.people.everyone:
        known = [one for one in now.story.relationships if told_of(now, person.id, one)]
        ties = [tie for kind in drawn(panel(now, person.id, cells, EVERY_KIND)) for tie in kind.ties]
        over = [tie for tie in ties if tie.remark.startswith(("ended in ", "ended before the start"))]
        assert bool(over) == any(one.until is not None for one in known)
        assert (len(over) < len(ties)) == any(one.until is None for one in known)


@given(stories(), positions, widths, folds, st.lists(st.sampled_from(IDS)))
def test_whatever_leads_somewhere_leads_to_somebody_who_is_there_or_to_a_fold(
    whole: Story, seen: int, cells: int, opened: set[str], on_page: list[str]
) -> None:
    now = VisibleStory(whole.as_of(seen))
    there = {Link.character(person.id) for person in now.people.everyone}
    kinds = [fold(id) for fold in (expanded, collapsed) for id in KIND_IDS]
    foldable = {Link.fold(turn) for turn in (*kinds, TWO_STEPS, ALL_TWO_STEPS, ALL_ON_PAGE, NO_FACTS)}
    for id in ("", *IDS):
        links = {span.link for row in panel(now, id, cells, opened, on_page) for span in row if span.link}
        assert links <= there | foldable


@given(stories(), positions, widths, folds, st.lists(st.sampled_from(IDS)))
def test_a_panel_says_nothing_of_what_comes_later(
    whole: Story, seen: int, cells: int, opened: set[str], on_page: list[str]
) -> None:
    """Each text of these stories says from when it may be known."""
    now = VisibleStory(whole.as_of(seen))
    for id in ("", *IDS):
        said = " ".join(plain(row) for row in panel(now, id, cells, opened, on_page))
        assert all(int(stamp) <= seen for stamp in re.findall(r"known from[\s│]*(\d+)", said))
