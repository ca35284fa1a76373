"""Loads all of format 1 as frozen values."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import pytest

from aotad_tui.library.load import load
from aotad_tui.library.problems import Mark
from aotad_tui.library.shown_texts import ShownText, shown_texts
from aotad_tui.story.grounds import Certainty, Grounds, Source
from aotad_tui.story.kinds import KINDS, STATES
from aotad_tui.story.named import Stage
from aotad_tui.story.timeline import Point, Timeline, Volume
from aotad_tui.story.values import (
    Actor,
    Becomes,
    Character,
    Fact,
    Family,
    Group,
    Kind,
    LineStyle,
    Relationship,
    Secret,
    State,
)

from .guides import BUNDLED, HEAD, JEKYLL, PAGE, opened

GUIDE = """\
format: 1
title: All of Us Are Dead
summary: A companion.
language: en
timeline:
  unit: episode
  points: [{id: S1E01, title: Pilot}, {id: S1E02}, {id: S1E03, title: The roof}]
groups:
  class-2-5: {name: Class 2-5, since: S1E01}
  council: {name: The council, since: S1E02}
kinds:
  hunts: {label: hunts, back: hunted by, heading: hunting, sign: "»", line: heavy}
  twins: {label: twins, mutual: true}
  love: {label: in love with, sign: "<3", line: double}
states:
  halfbie: {label: halfbie, sign: "◐"}
  dead: {label: gone}
"""
CAST = """\
nam-on-jo:
  name: Nam On-jo
  native: 남온조
  aliases: [On-jo, {name: Onjo, since: S1E02}]
  since: S1E01
  group: class-2-5
  about: Poor grades, good sense.
  played_by: {name: Park Ji-hu, native: 박지후}
  facts:
    - {since: S1E03, state: alive, text: Lives., certainty: confirmed, as_of: 2025-07-23, sources: [cast, recap]}
    - {since: S1E02, text: Loses a friend.}
stranger:
  name: [{since: S1E03, text: Min Eun-ji}, {since: S1E02, text: a girl}]
  native: [{since: S1E03, text: 민은지}]
  since: S1E02
  group: [{since: S1E03, text: council}]
  about: [{since: S1E02, text: A pupil.}, {since: end, text: Another one.}]
  played_by: {name: Oh Hye-soo}
  becomes: {character: nam-on-jo, since: S1E03}
"""
TIES = """\
- from: nam-on-jo
  to: stranger
  kind: hunts
  label: [{since: S1E02, text: looks for}, {since: S1E03, text: has found}]
  back: runs from
  since: start
  until: S1E03
  ended: they are one
  secret_from: [stranger]
  sources: [recap]
- {from: stranger, to: nam-on-jo, kind: twins, since: S1E03}
"""
SOURCES = """\
cast: {title: The cast, url: https://example.org/cast, date: 2022-01, publisher: Collider}
recap: {title: A recap, since: S1E02}
"""
ALL: dict[str, str | bytes] = {"characters.yaml": CAST, "relationships.yaml": TIES, "sources.yaml": SOURCES}


def test_guide_yaml_has_title_language_and_points(tmp_path: Path) -> None:
    story = opened(tmp_path, ALL, GUIDE)
    assert (story.title, story.summary, story.language) == ("All of Us Are Dead", "A companion.", "en")
    points = (Point("S1E01", "Pilot"), Point("S1E02"), Point("S1E03", "The roof"))
    assert story.timeline == Timeline("episode", points)
    assert story.seen == 3


def test_points_can_be_given_as_a_count(tmp_path: Path) -> None:
    story = opened(tmp_path, {}, "format: 1\ntitle: x\ntimeline: {unit: chapter, count: 61}\n")
    assert story.timeline == Timeline("chapter", tuple(Point(str(number)) for number in range(1, 62)))


def test_volumes_have_points_of_their_own_or_a_count(tmp_path: Path) -> None:
    timeline = opened(
        tmp_path,
        {},
        "format: 1\ntitle: x\ntimeline:\n  unit: episode\n  volume: season\n  volumes:\n"
        "    - {title: One, count: 2, titles: {2: The roof}}\n"
        "    - {points: [{id: a, title: A}]}\n"
        "    - {id: film, unit: 2nd part, count: 1}\n",
    ).timeline
    assert timeline.points == (Point("s1e1"), Point("s1e2", "The roof"), Point("a", "A"), Point("filmp1"))
    assert timeline.volumes == (
        Volume("s1", 1, "episode", 1, 2, "One"),
        Volume("s2", 2, "episode", 3, 3),
        Volume("film", 3, "2nd part", 4, 4),
    )
    assert (timeline.unit, timeline.volume_unit) == ("episode", "season")


def test_a_count_may_have_titles(tmp_path: Path) -> None:
    timeline = opened(tmp_path, {}, "format: 1\ntitle: x\ntimeline: {count: 3, titles: {2: B}}\n").timeline
    assert timeline.points == (Point("1"), Point("2", "B"), Point("3"))


def test_a_guide_may_have_only_a_format_and_a_title(tmp_path: Path) -> None:
    story = opened(tmp_path, {}, "format: 1\ntitle: x\n")
    assert (story.timeline, story.seen, story.summary, story.language) == (Timeline(), 0, "", "")


def test_groups_and_sources_have_stamps_and_a_source_needs_none(tmp_path: Path) -> None:
    story = opened(tmp_path, ALL, GUIDE)
    assert story.groups == (Group("class-2-5", "Class 2-5", 1), Group("council", "The council", 2))
    assert story.sources == (
        Source("cast", "The cast", 0, "https://example.org/cast", "2022-01", "Collider"),
        Source("recap", "A recap", 2),
    )


def test_kinds_and_states_add_to_or_replace_the_built_in_ones(tmp_path: Path) -> None:
    story = opened(tmp_path, ALL, GUIDE)
    built_in = {kind.id: kind for kind in KINDS}
    assert story.kind_by_id == built_in | {
        "love": Kind(
            "love", "in love with", "in love with", "in love with", "<", LineStyle.DOUBLE, family=Family.KINSHIP
        ),
        "hunts": Kind("hunts", "hunts", "hunted by", "hunting", "»", LineStyle.HEAVY, family=Family.LOVE),
        "twins": Kind("twins", "twins", "twins", "twins", "-", LineStyle.LIGHT, mutual=True),
    }
    assert [kind.id for kind in story.kinds] == [*built_in, "hunts", "twins"]
    assert story.state_by_id == {state.id: state for state in STATES} | {
        "dead": State("dead", "gone", "-"),
        "halfbie": State("halfbie", "halfbie", "◐"),
    }


def test_a_character_is_read_completely_with_facts_in_story_order(tmp_path: Path) -> None:
    grounds = Grounds(Certainty.CONFIRMED, "2025-07-23", ("cast", "recap"))
    assert opened(tmp_path, ALL, GUIDE).characters[0] == Character(
        id="nam-on-jo",
        since=1,
        name_stages=(Stage(1, "Nam On-jo"),),
        native_stages=(Stage(1, "남온조"),),
        aliases=(Stage(1, "On-jo"), Stage(2, "Onjo")),
        group_stages=(Stage(1, "class-2-5"),),
        about_stages=(Stage(1, "Poor grades, good sense."),),
        played_by=Actor("Park Ji-hu", "박지후"),
        facts=(Fact(2, "Loses a friend."), Fact(3, "Lives.", "alive", grounds)),
        becomes=None,
    )


def test_staged_values_are_in_story_order(tmp_path: Path) -> None:
    assert opened(tmp_path, ALL, GUIDE).characters[1] == Character(
        id="stranger",
        since=2,
        name_stages=(Stage(2, "a girl"), Stage(3, "Min Eun-ji")),
        native_stages=(Stage(3, "민은지"),),
        group_stages=(Stage(3, "council"),),
        about_stages=(Stage(2, "A pupil."), Stage(3, "Another one.")),
        played_by=Actor("Oh Hye-soo"),
        becomes=Becomes("nam-on-jo", 3),
    )


def test_a_relationship_is_read_completely(tmp_path: Path) -> None:
    first, second = opened(tmp_path, ALL, GUIDE).relationships
    assert first.label_stages == (Stage(2, "looks for"), Stage(3, "has found"))
    assert [stage.text for stage in first.back_stages] == ["runs from"]
    assert dataclasses.replace(first, label_stages=(), back_stages=()) == Relationship(
        "nam-on-jo", "stranger", 0, (Stage(0, "hunts"),), (), (), 3, "they are one", (Secret("stranger"),), ("recap",)
    )
    assert second == Relationship("stranger", "nam-on-jo", 3, (Stage(3, "twins"),))


def test_characters_and_relationships_can_be_in_many_files_in_order_of_name(tmp_path: Path) -> None:
    def one(id: str) -> str:
        return f"{id}: {{name: {id.title()}, since: start}}\n"

    files: dict[str, str | bytes] = {
        "characters.yaml": one("ann"),
        "characters/20-more.yaml": one("dan"),
        "characters/10-first.yaml": one("cat") + one("bob"),
        "characters/15-folder/a.yaml": one("eve"),
        "relationships/2.yaml": "- {from: ann, to: dan, kind: love, since: start}\n",
        "relationships/1.yaml": "- {from: dan, to: ann, kind: love, since: start}\n",
    }
    story = opened(tmp_path, files)
    assert [character.id for character in story.characters] == ["ann", "cat", "bob", "eve", "dan"]
    assert [relationship.source for relationship in story.relationships] == ["dan", "ann"]


def test_a_story_is_frozen(tmp_path: Path) -> None:
    story = opened(tmp_path, ALL, GUIDE)
    for value, field in ((story, "title"), (story.characters[0], "since"), (story.relationships[0], "since")):
        with pytest.raises(dataclasses.FrozenInstanceError):
            setattr(value, field, 0)


def test_shown_texts_have_their_position_description_and_point(tmp_path: Path) -> None:
    opened(tmp_path, ALL, GUIDE)
    readable = load(tmp_path).readable
    assert readable is not None
    shown = shown_texts(readable.entries, readable.story.timeline)
    pair = "the relationship of 'nam-on-jo' to 'stranger'"
    assert {
        ShownText(Mark("characters.yaml", 7, 10), "'about' of 'nam-on-jo'", 1, "Poor grades, good sense."),
        ShownText(Mark("characters.yaml", 10, 7), "'facts' of 'nam-on-jo'", 3, "Lives."),
        ShownText(Mark("characters.yaml", 17, 11), "'about' of 'stranger'", 2, "A pupil."),
        ShownText(Mark("relationships.yaml", 4, 11), f"'label' of {pair}", 2, "looks for"),
        ShownText(Mark("relationships.yaml", 5, 9), f"'back' of {pair}", 2, "runs from"),
        ShownText(Mark("relationships.yaml", 1, 3), f"'ended' of {pair}", 3, "they are one"),
        ShownText(Mark("guide.yaml", 9, 14), "'name' of 'class-2-5'", 1, "Class 2-5"),
        ShownText(Mark("sources.yaml", 1, 7), "'title' of 'cast'", 3, "The cast"),
    } - set(shown) == set()


@pytest.mark.parametrize("guide", [JEKYLL, BUNDLED], ids=["jekyll", "bundled"])
def test_the_guides_of_the_project_open(guide: Path) -> None:
    loaded = load(guide)
    assert loaded.story is not None
    assert loaded.story.characters
    assert loaded.story.sections
    assert all(loaded.story.text(section).strip() for section in loaded.story.sections)


def test_no_section_is_read_before_it_is_opened(tmp_path: Path) -> None:
    story = opened(tmp_path, {"sections/a.md": PAGE + "Hello.\n"}, HEAD)
    (tmp_path / "sections" / "a.md").unlink()
    assert [section.id for section in story.as_of(3).sections] == ["a"]
