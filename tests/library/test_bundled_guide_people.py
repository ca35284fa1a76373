"""The people, relationships and episode pages of the bundled guide: what a viewer may see at which point."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

import pytest

from aotad_tui.progress.events import EventKind, since
from aotad_tui.resources import bundled_guide
from aotad_tui.story.story import Story
from aotad_tui.story.values import Character
from aotad_tui.story.visible import VisibleStory

END = 12
THE_TWO = ("lee-cheong-san", "yoon-gwi-nam")
NEWCOMERS = {"han-du-seok", "lee-jong-ah", "so-ju-ran", "yong-ma-ru"}
ANNOUNCED = {
    *("choi-nam-ra", "lee-cheong-san", "lee-na-yeon", "lee-su-hyeok", "nam-on-jo", "yang-dae-su"),
    *("jang-ha-ri", "yoon-gwi-nam", "lee-byeong-chan", "nam-so-ju", "park-eun-hee", "song-jae-ik"),
}
MIRRORS = ("asianwiki.", "pages.dev", "vtvcabtaidanang", "2015110", "nda.news", "cm-ob.pt", "wdcnews6", "mediaverty")
OTHER_COPIES = ("the1.wiki", "mir.pe", "386dx", "absoluciojona", "screenrant.info", "monthlykorean")


def at(bundled: Story, seen: int) -> VisibleStory:
    return VisibleStory(bundled.as_of(seen))


def person(visible: VisibleStory, id: str) -> Character:
    found = visible.people.get(id)
    assert found is not None
    return found


def texts_of(visible: VisibleStory, id: str) -> Iterator[str]:
    """The texts of a person's card."""
    found = person(visible, id)
    yield found.about
    yield from (fact.text for fact in found.facts)
    for side in visible.people.relationships_of(id):
        yield f"{side.label} {side.relationship.ended}"


# The two who fall at the end of episode 11


def test_at_episode_11_the_two_are_lost_as_others_are(bundled: Story) -> None:
    visible = at(bundled, 11)
    states = Counter(found.state for found in visible.people.everyone)
    assert {person(visible, id).state for id in THE_TWO} == {"lost"}
    assert states["lost"] - len(THE_TWO) >= 3
    assert [person(at(bundled, END), id).state for id in THE_TWO] == ["missing", "unknown"]


def test_at_episode_11_their_relationships_end_in_the_words_of_all_others(bundled: Story) -> None:
    visible = at(bundled, 11)
    ended = [one for one in visible.story.relationships if one.until is not None]
    theirs = [one for one in ended if one.until == 11 and {one.source, one.target} & {*THE_TWO}]
    others = {one.ended.partition(" ")[0] for one in ended if one not in theirs}
    assert len(theirs) >= 6
    assert {"lost", "over"} <= others
    assert {one.ended.partition(" ")[0] for one in theirs} == {"lost", "over"}


def test_at_episode_11_nothing_asks_what_became_of_the_two(bundled: Story) -> None:
    visible = at(bundled, 11)
    page = next(section for section in visible.story.sections if section.id == "episodes/episode-11")
    texts = [*(text for id in THE_TWO for text in texts_of(visible, id)), visible.story.text(page)]
    asks = re.compile(r"\b(missing|unknown|fate|body|bodies|trace|parted|not shown|unclear|open)\b")
    assert [text for text in texts if asks.search(text)] == []
    assert any(asks.search(text) for text in texts_of(at(bundled, END), THE_TWO[0]))
    addresses = [source.url for source in visible.story.sources if re.search("die|dead-|fate|end-up", source.url)]
    assert [url for url in addresses if re.search("cheong-?san|gwi-?nam", url)] == []


# Other leaks


def test_hee_su_has_not_turned_before_her_child_is_found(bundled: Story) -> None:
    assert person(at(bundled, 5), "park-hee-su").state == "alive"
    assert not any("turn" in text for text in texts_of(at(bundled, 5), "park-hee-su"))
    assert person(at(bundled, 6), "park-hee-su").state == "turned"


def test_nobody_is_good_at_surviving_in_episode_1(bundled: Story) -> None:
    about = re.compile("surviv|hold(ing)? out")
    assert [one.id for one in at(bundled, 1).people.everyone if about.search(one.about)] == []
    assert about.search(person(at(bundled, 4), "nam-on-jo").about)


def test_the_attack_on_eun_ji_waits_for_the_episode_in_which_she_wakes(bundled: Story) -> None:
    assert not any("zombies" in text for text in texts_of(at(bundled, 5), "min-eun-ji"))
    assert any("zombies" in text for text in texts_of(at(bundled, 6), "min-eun-ji"))


def test_min_jae_is_no_missing_person_in_episode_10(bundled: Story) -> None:
    assert person(at(bundled, 10), "jung-min-jae").state == "alive"


# Who is there, and from when


def test_at_the_start_the_cast_is_announced_and_nobody_is_met(bundled: Story) -> None:
    people = at(bundled, 0).people.everyone
    assert {one.id for one in people} == ANNOUNCED
    assert not any(one.is_met or one.facts for one in people)
    assert all(one.about and one.played_by and one.group for one in people)


@pytest.mark.parametrize("seen", range(1, END + 1))
def test_each_classmate_has_a_line_and_a_relationship_from_the_first(bundled: Story, seen: int) -> None:
    visible = at(bundled, seen)
    classmates = [one for one in visible.people.everyone if one.group == "class-2-5"]
    assert [one.id for one in classmates if not one.about or not visible.people.relationships_of(one.id)] == []
    assert len({one.about for one in classmates}) == len(classmates)


def test_nobody_has_met_the_newcomers_of_season_2(bundled: Story) -> None:
    visible = at(bundled, END)
    newcomers = [one for one in visible.people.everyone if one.group == "season-2"]
    assert {one.id for one in newcomers} == NEWCOMERS
    assert not any(one.is_met for one in newcomers)
    assert [event.words for event in since(visible, 11) if event.kind is EventKind.MET] == []
    assert visible.people.get(min(NEWCOMERS)) and at(bundled, 11).people.get(min(NEWCOMERS)) is None


# Words


def test_cards_and_episodes_tell_it_straight() -> None:
    folder = bundled_guide()
    parts = ("characters", "relationships", "sections/30-episodes")
    hedges = re.compile(
        r"pupil|by one (recap|page)|(no|any) page found|this guide's reading|runtime: not known", re.IGNORECASE
    )
    texts = {file: file.read_text(encoding="utf-8") for part in parts for file in (folder / part).iterdir()}
    assert [file.name for file, text in texts.items() if hedges.search(text)] == []
    pages = [text for file, text in texts.items() if file.suffix == ".md"]
    assert len(pages) == END
    assert [text.count("[!reported]") for text in pages] == [1] * END
    assert all("> Less sure: " in text for text in pages)


# Sources


def test_no_source_is_a_copy_at_somebody_elses_address(bundled: Story) -> None:
    copies = (*MIRRORS, *OTHER_COPIES)
    assert [source.id for source in bundled.sources if any(name in source.url for name in copies)] == []


def test_every_source_is_cited() -> None:
    folder = bundled_guide()
    lists = re.compile(r"sources:\s*\[([^\]]*)\]")
    files = [file for file in folder.rglob("*") if file.suffix in {".md", ".yaml"} and file.name != "sources.yaml"]
    cited = {id for file in files for ids in lists.findall(file.read_text(encoding="utf-8")) for id in ids.split(",")}
    listed = re.findall(r"^(\w+):$", (folder / "sources.yaml").read_text(encoding="utf-8"), re.MULTILINE)
    assert len(listed) > 100
    assert sorted({*listed} - {id.strip() for id in cited}) == []


def test_the_notice_of_netflix_itself_is_cited(bundled: Story) -> None:
    notice = next(source for source in bundled.sources if "about.netflix.com" in source.url)
    assert notice.date == "2025-07-22"
    assert all(notice.id in fact.grounds.sources for id in NEWCOMERS for fact in person(at(bundled, END), id).facts)
