from __future__ import annotations

from typing import Any

import pytest

from aotad_tui.story.grounds import Certainty, Grounds, Source
from aotad_tui.story.named import Stage, latest
from aotad_tui.story.story import Story
from aotad_tui.story.values import Becomes, Character, Fact, Group, Kind, Relationship, State

from .stories import LENGTH, Pages, person, section, stages, story, tie


def only(found: Story) -> Character:
    (character,) = found.characters
    return character


def only_tie(found: Story) -> Relationship:
    (relationship,) = found.relationships
    return relationship


def test_a_character_does_not_exist_before_its_stamp() -> None:
    late = story(person("hyde", since=2))
    assert late.as_of(1).characters == ()
    assert only(late.as_of(2)).id == "hyde"


def test_a_character_is_hidden_until_its_first_name() -> None:
    masked = story(person("hyde", since=1, name_stages=stages((3, "Hyde"))))
    assert masked.as_of(2).characters == ()
    assert only(masked.as_of(3)).name == "Hyde"


@pytest.mark.parametrize(("seen", "name"), [(0, "a stranger"), (1, "a stranger"), (2, "Mr Hyde"), (9, "Edward Hyde")])
def test_the_current_name_is_the_latest_reached_stage(seen: int, name: str) -> None:
    names = stages((0, "a stranger"), (2, "Mr Hyde"), (5, "Edward Hyde"))
    assert only(story(person("hyde", name_stages=names)).as_of(seen)).name == name


@pytest.mark.parametrize("field", ["native_stages", "about_stages", "aliases", "group_stages"])
def test_stages_after_the_point_are_hidden(field: str) -> None:
    groups = (Group("early", "Early", 0), Group("late", "Late", 0))
    staged: dict[str, Any] = {field: stages((1, "early"), (4, "late"))}
    whole = story(person("ann", **staged), groups=groups)
    assert getattr(only(whole.as_of(0)), field) == ()
    assert getattr(only(whole.as_of(3)), field) == (Stage(1, "early"),)
    assert getattr(only(whole.as_of(4)), field) == (Stage(1, "early"), Stage(4, "late"))


def test_values_without_a_reached_stage_are_empty() -> None:
    ann = only(story(person("ann", about_stages=stages((1, "a lawyer")), native_stages=stages((1, "앤")))).as_of(0))
    assert (ann.about, ann.native, ann.group, ann.aliases) == ("", "", None, ())
    assert latest(()) is None


def test_spellings_are_unique_and_begin_with_the_current_name() -> None:
    ann = person(
        "ann",
        name_stages=stages((0, "Ann"), (2, "Ann Lee")),
        native_stages=stages((0, "앤")),
        aliases=stages((0, "Annie"), (0, "Ann")),
    )
    assert ann.spellings == ("Ann Lee", "Ann", "앤", "Annie")
    assert only(story(ann).as_of(1)).spellings == ("Ann", "앤", "Annie")


def test_a_fact_and_its_state_are_visible_from_its_stamp_on() -> None:
    carew = story(person("carew", facts=(Fact(1, "Goes out."), Fact(4, "Is killed.", "dead"), Fact(5, "Is missed."))))
    assert only(carew.as_of(3)).facts == (Fact(1, "Goes out."),)
    assert only(carew.as_of(3)).state == "alive"
    assert only(carew.as_of(4)).state == "dead"
    assert only(carew.as_of(5)).state == "dead"


def test_a_characters_state_is_set_by_the_latest_fact() -> None:
    assert person("jekyll", facts=(Fact(2, "Gone.", "missing"), Fact(8, "Found.", "dead"))).state == "dead"
    assert person("jekyll", facts=(Fact(2, "Gone.", "missing"),)).state == "missing"
    assert person("jekyll").state == "alive"


def test_a_relationship_needs_its_own_stamp_and_both_people_visible() -> None:
    known = tie("ann", "bob", since=3)
    whole = story(person("ann", since=1), person("bob", since=5), relationships=(known,))
    assert [len(whole.as_of(seen).relationships) for seen in range(7)] == [0, 0, 0, 0, 0, 1, 1]
    later = story(person("ann", since=1), person("bob", since=2), relationships=(known,))
    assert [len(later.as_of(seen).relationships) for seen in range(5)] == [0, 0, 0, 1, 1]


def test_nothing_reveals_the_end_of_a_relationship_before_it_ends() -> None:
    endless = tie("ann", "bob")
    ending = tie("ann", "bob", until=4, ended="they part")
    with_end, without = (story(person("ann"), person("bob"), relationships=(one,)) for one in (ending, endless))
    assert with_end.as_of(3) == without.as_of(3)
    assert (only_tie(with_end.as_of(4)).until, only_tie(with_end.as_of(4)).ended) == (4, "they part")


def test_the_labels_of_a_relationship_are_staged_in_both_directions() -> None:
    words = tie("ann", "bob", label_stages=stages((0, "knows"), (3, "fears")), back_stages=stages((2, "is known to")))
    whole = story(person("ann"), person("bob"), relationships=(words,))
    assert only_tie(whole.as_of(1)).back_stages == ()
    assert latest(only_tie(whole.as_of(2)).label_stages) == "knows"
    assert latest(only_tie(whole.as_of(2)).back_stages) == "is known to"
    assert latest(only_tie(whole.as_of(3)).label_stages) == "fears"


def test_secret_from_lists_only_visible_people() -> None:
    people = (person("ann"), person("bob"), person("cat", since=2), person("dan", since=6))
    whole = story(*people, relationships=(tie("ann", "bob", secret_from=("dan", "cat")),))
    assert only_tie(whole.as_of(1)).secret_from == ()
    assert only_tie(whole.as_of(2)).secret_from == ("cat",)
    assert only_tie(whole.as_of(6)).secret_from == ("dan", "cat")


def test_becomes_is_visible_from_its_stamp_on_if_the_other_character_is_visible() -> None:
    hyde = person("hyde", becomes=Becomes("jekyll", 3))
    assert only(story(hyde).as_of(9)).becomes is None
    whole = story(hyde, person("jekyll", since=5))
    assert [whole.as_of(seen).characters[0].becomes is not None for seen in (2, 3, 4, 5)] == [False, False, False, True]


def test_a_group_is_visible_from_its_stamp_on_if_a_visible_character_is_in_it() -> None:
    case = Group("case", "The case", 2)
    whole = story(person("ann", group_stages=stages((0, "case"))), groups=(case, Group("idle", "Nobody", 0)))
    assert (whole.as_of(1).groups, only(whole.as_of(1)).group) == ((), None)
    assert (whole.as_of(2).groups, only(whole.as_of(2)).group) == ((case,), "case")


def test_a_hidden_group_does_not_replace_an_earlier_one() -> None:
    groups = (Group("case", "The case", 5), Group("home", "Home", 0))
    whole = story(person("ann", group_stages=stages((0, "home"), (1, "case"))), groups=groups)
    assert [only(whole.as_of(seen)).group for seen in (0, 4, 5)] == ["home", "home", "case"]


def test_kinds_states_and_sources_are_listed_only_if_something_visible_uses_them() -> None:
    hunts = Kind("hunts", "hunts", "hunted by", "hunting", "»")
    facts = (Fact(4, "Turns.", "halfbie", Grounds(sources=("essay",))),)
    whole = story(
        person("ann", facts=facts),
        person("bob"),
        kinds=(hunts, Kind("shuns", "shuns", "shunned by", "shunning", "-")),
        states=(State("alive", "alive", "•"), State("halfbie", "halfbie", "◐"), State("gone", "gone", "x")),
        sources=(
            Source("essay", "An essay"),
            Source("play", "A play"),
            Source("film", "A film"),
            Source("map", "A map"),
        ),
        relationships=(tie("ann", "bob", "hunts", since=3, sources=("play",)),),
        sections=(section("about", since=2, grounds=Grounds(sources=("film",))),),
    )

    def ids(seen: int) -> tuple[list[str], list[str], list[str]]:
        now = whole.as_of(seen)
        return list(now.kind_by_id), list(now.state_by_id), list(now.source_by_id)

    assert ids(1) == ([], ["alive"], [])
    assert ids(2) == ([], ["alive"], ["film"])
    assert ids(3) == (["hunts"], ["alive"], ["play", "film"])
    assert ids(4) == (["hunts"], ["alive", "halfbie"], ["essay", "play", "film"])


def test_the_state_before_a_fact_is_listed_where_nobody_is_in_it_any_more() -> None:
    whole = story(person("ann", facts=(Fact(1, "Dies.", "dead"),)))
    assert [list(whole.as_of(seen).state_by_id) for seen in (0, 1)] == [["alive"], ["alive", "dead"]]
    assert whole.as_of(1).as_of(0) == whole.as_of(0)


def test_a_story_without_people_has_no_states() -> None:
    assert story().as_of(LENGTH).states == ()


def test_a_source_is_cited_only_from_its_own_stamp_on() -> None:
    citing = Grounds(Certainty.REPORTED, "1888", ("obituary", "essay"))
    whole = story(
        person("ann", facts=(Fact(0, "Walks.", None, citing),)),
        person("bob"),
        sources=(Source("obituary", "The death of Ann", 6), Source("essay", "An essay")),
        relationships=(tie("ann", "bob", sources=("obituary",)),),
        sections=(section("about", grounds=citing),),
    )
    early = whole.as_of(5)
    assert [source.id for source in early.sources] == ["essay"]
    assert early.characters[0].facts[0].grounds == Grounds(Certainty.REPORTED, "1888", ("essay",))
    assert only_tie(early).sources == ()
    assert early.sections[0].grounds.sources == ("essay",)
    assert whole.as_of(6).sections[0].grounds == citing


def test_a_section_and_its_text_are_visible_from_its_stamp_on() -> None:
    end = section("the-end", since=7)
    whole = story(sections=(section("start"), end), texts=Pages({"start.md": "Hello.", "the-end.md": "It was him."}))
    assert [found.id for found in whole.as_of(6).sections] == ["start"]
    assert whole.as_of(6).text(end) == ""
    assert whole.as_of(7).text(end) == "It was him."


def test_a_text_is_gated_by_the_story_that_reads_it() -> None:
    page = section("start")
    whole = story(sections=(page,), texts=Pages({"start.md": "Hello.\n\n> [!spoiler] 4\n> It was him.\n"}))
    assert "him" not in whole.as_of(3).text(page)
    assert "him" in whole.as_of(4).text(page)
    assert "him" not in whole.as_of(4).as_of(3).text(page)


def test_a_story_reads_a_section_of_a_story_at_a_later_point() -> None:
    page = section("start", grounds=Grounds(sources=("obituary",)))
    sources = (Source("obituary", "The death of Ann", 6),)
    whole = story(sections=(page,), sources=sources, texts=Pages({"start.md": "Hello."}))
    assert whole.as_of(0).sections != whole.as_of(6).sections
    assert whole.as_of(0).text(whole.as_of(6).sections[0]) == "Hello."


def test_without_a_timeline_nothing_is_hidden() -> None:
    open_story = story(
        person("ann", facts=(Fact(0, "Is here."),)),
        timeline=type(story().timeline)(),
        seen=0,
        sections=(section("page"),),
        texts=Pages({"page.md": "> [!spoiler] 4\n> It was him.\n"}),
    )
    assert only(open_story.as_of(0)).facts
    assert "him" in open_story.as_of(0).text(open_story.sections[0])


def test_characters_keep_the_guides_order() -> None:
    people = [person(id, since=since) for id, since in (("dan", 3), ("ann", 0), ("cat", 2), ("bob", 0))]
    assert [found.id for found in story(*people).as_of(2).characters] == ["ann", "cat", "bob"]
