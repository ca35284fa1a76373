"""Properties of every story at every point. The texts of `stories()` contain their own stamps."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace

from hypothesis import given

from aotad_tui.story.people import People
from aotad_tui.story.story import Story
from aotad_tui.story.values import ALIVE, ANNOUNCED

from .stories import LENGTH, positions, stories, strings

STAMPED = re.compile(r"known from (\d+)")


def values_in(value: object) -> Iterator[object]:
    """Every value of the domain in one, itself included."""
    if isinstance(value, tuple):
        for item in value:
            yield from values_in(item)
    elif is_dataclass(value) and not isinstance(value, type):
        yield value
        for field in fields(value):
            yield from values_in(getattr(value, field.name))


def latest_stamp(value: object) -> int:
    """The latest point that a value is stamped with; 0 for one that has no stamp."""
    return max(getattr(value, "since", 0), getattr(value, "until", None) or 0, getattr(value, "covers", None) or 0)


@given(stories(), positions, positions)
def test_a_story_gated_twice_is_the_story_gated_at_the_earlier_point(whole: Story, first: int, second: int) -> None:
    twice, once = whole.as_of(first).as_of(second), whole.as_of(min(first, second))
    assert twice == once
    assert twice.seen == once.seen == min(first, second)


@given(stories(), positions)
def test_every_visible_value_has_a_reached_stamp(whole: Story, seen: int) -> None:
    now = whole.as_of(seen)
    assert all(int(stamp) <= seen for text in strings(now) for stamp in STAMPED.findall(text))
    assert all(named.name_stages for named in (*now.characters, *now.terms))
    assert [value for value in values_in(now) if latest_stamp(value) > seen] == []


@given(stories(), positions)
def test_visible_values_refer_only_to_visible_values(whole: Story, seen: int) -> None:
    now = whole.as_of(seen)
    people = {character.id for character in now.characters}
    for character in now.characters:
        assert character.becomes is None or character.becomes.character in people
        assert character.state in now.state_by_id
        assert {fact.state for fact in character.facts} <= {None, *now.state_by_id}
        assert {stage.text for stage in character.group_stages} <= set(now.group_by_id)
        assert {id for fact in character.facts for id in fact.grounds.sources} <= set(now.source_by_id)
    for one in now.relationships:
        assert {one.source, one.target, *one.secret_from} <= people
        assert one.kind in now.kind_by_id
        assert set(one.sources) <= set(now.source_by_id)
    assert {id for page in now.sections for id in page.grounds.sources} <= set(now.source_by_id)


@given(stories(), positions)
def test_listed_kinds_groups_states_and_sources_are_used(whole: Story, seen: int) -> None:
    now = whole.as_of(seen)
    assert set(now.kind_by_id) == {stage.text for one in now.relationships for stage in one.kind_stages}
    assert {kind.id for kind in now.current_kinds} == {one.kind for one in now.relationships}
    assert set(now.group_by_id) == {stage.text for one in now.characters for stage in one.group_stages}
    facts = [fact for character in now.characters for fact in character.facts]
    own_states = {one.state for one in facts if one.state}
    defaults = {ALIVE for one in now.characters if one.is_met}
    defaults |= {ANNOUNCED for one in now.characters if one.shown_since < one.met}
    assert set(now.state_by_id) == own_states | defaults
    cited = [*(fact.grounds.sources for fact in facts), *(one.sources for one in now.relationships)]
    cited += [page.grounds.sources for page in now.sections]
    assert set(now.source_by_id) == {id for ids in cited for id in ids}


@given(stories(), positions, positions)
def test_visible_values_stay_visible_later(whole: Story, first: int, second: int) -> None:
    before, after = whole.as_of(min(first, second)), whole.as_of(max(first, second))
    for part in ("characters", "relationships", "terms", "sections", "sources", "groups", "kinds"):
        assert set(strings(getattr(before, part))) - {""} <= set(strings(getattr(after, part)))
    assert {character.id for character in before.characters} <= {character.id for character in after.characters}
    assert len(before.relationships) <= len(after.relationships)


@given(stories(), positions)
def test_deleting_later_values_changes_nothing(whole: Story, seen: int) -> None:
    """The test deletes later values one by one, without the gate."""
    there = tuple(one for one in whole.characters if one.since <= seen)
    other = replace(
        whole,
        characters=tuple(
            replace(
                character,
                about_stages=tuple(stage for stage in character.about_stages if stage.since <= seen),
                facts=tuple(fact for fact in character.facts if fact.since <= seen),
                becomes=character.becomes if character.becomes and character.becomes.since <= seen else None,
            )
            for character in there
        ),
        relationships=tuple(
            one if one.until is None or one.until <= seen else replace(one, until=None, ended="")
            for one in whole.relationships
            if one.since <= seen
        ),
        terms=tuple(
            replace(term, about_stages=tuple(stage for stage in term.about_stages if stage.since <= seen))
            for term in whole.terms
            if term.since <= seen
        ),
        sections=tuple(
            replace(page, covers=page.covers if (page.covers or 0) <= seen else None)
            for page in whole.sections
            if page.since <= seen
        ),
        groups=tuple(group for group in whole.groups if group.since <= seen),
    )
    assert other.as_of(seen) == whole.as_of(seen)


@given(stories(), positions)
def test_people_can_be_built_from_any_gated_story(whole: Story, seen: int) -> None:
    now = whole.as_of(seen)
    people = People(now)
    ids = {person.id for person in people.everyone}
    for character in now.characters:
        person = people.get(character.id)
        assert person is not None
        assert person.id in ids
        assert {tie.other for tie in people.relationships_of(character.id)} <= ids - {person.id}


@given(stories())
def test_at_the_end_every_value_is_complete(whole: Story) -> None:
    at_end = whole.as_of(LENGTH)
    named = [character for character in whole.characters if character.name_stages]
    assert [one.facts for one in at_end.characters] == [one.facts for one in named]
    assert [one.spellings for one in at_end.characters] == [one.spellings for one in named]
    assert at_end.terms == tuple(term for term in whole.terms if term.name_stages)
    assert at_end.sections == whole.sections
