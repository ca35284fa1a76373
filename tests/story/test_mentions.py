from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aotad_tui.story.mentions import Mentions
from aotad_tui.story.name_index import Mention, NameIndex
from aotad_tui.story.named import Stage
from aotad_tui.story.people import People
from aotad_tui.story.values import Actor, Becomes, Character
from aotad_tui.story.visible import VisibleStory
from tests.live_objects import count_live

from .stories import LENGTH, person, stages, story


def named(id: str, *names: str, since: int = 0) -> Character:
    first, *others = names
    return person(id, since, name_stages=stages((since, first)), aliases=stages(*[(since, name) for name in others]))


CAST = (
    named("on-jo", "Nam On-jo", "On-jo", "Onjo", "남온조", "온조"),
    named("cheong-san", "Lee Cheong-san", "Cheong-san", "이청산", "청산", since=3),
    named("su", "Su", "수"),
    named("utterson", "Mr Utterson", "Utterson", "G. J. Utterson"),
    named("cart", "D'Artagnan"),
    named("na", "Na-yeon", "이나연", "나연"),
)


def mentions(*cast: Character, seen: int = LENGTH) -> Mentions:
    return Mentions(People(story(*(cast or CAST)).as_of(seen)))


def found(text: str, *cast: Character, seen: int = LENGTH) -> list[tuple[str, str]]:
    return [(text[match.start : match.end], match.meaning) for match in mentions(*cast, seen=seen).find(text)]


@pytest.mark.parametrize("name", ["Nam On-jo", "On-jo", "Onjo", "남온조", "온조"])
@pytest.mark.parametrize("frame", ["{}", "Then {} ran.", "({}), and", "“{}”", "{}, {}", "**{}**", "[{}](x)", "{}: x"])
def test_any_name_is_found_as_a_whole_word(name: str, frame: str) -> None:
    text = frame.format(*[name] * 2)
    assert set(found(text)) == {(name, "on-jo")}
    assert len(found(text)) == frame.count("{}")


def test_the_longest_name_wins() -> None:
    assert found("Nam On-jo met Mr Utterson.") == [("Nam On-jo", "on-jo"), ("Mr Utterson", "utterson")]
    cast = (named("son", "Henry"), named("father", "Henry Jekyll"), named("elder", "Henry Jekyll the Elder"))
    text = "Henry Jekyll the Elder, Henry Jekyll, Henry and Henry J"
    assert [who for _, who in found(text, *cast)] == ["elder", "father", "son", "son"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("On-jo's father", "On-jo"),
        ("On-jo’s father", "On-jo"),
        ("D'Artagnan's horse", "D'Artagnan"),
        ("D’Artagnan rides", "D’Artagnan"),
        ("Nam\nOn-jo waits", "Nam\nOn-jo"),
        ("Nam On‑jo waits", "Nam On‑jo"),
        ("G. J. Utterson.", "G. J. Utterson"),
        ("Su.", "Su"),
    ],
)
def test_names_are_found_with_possessives_line_breaks_and_other_hyphens(text: str, name: str) -> None:
    assert [words for words, _ in found(text)] == [name]


@pytest.mark.parametrize(
    "text",
    [
        "Onjong",
        "Su-hyeok",
        "Su‑hyeok",
        "Dasu",
        "Ji-Su",
        "Super",
        "Su2",
        "nam on-jo",
        "UtterSON",
        "Nam, On",
        "Mr. X Utters",
        "pre-Utterson",
    ],
)
def test_parts_of_longer_words_and_other_cases_are_not_names(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    "particle",
    [
        *"이가은는을를의와과랑도만야아님씨",
        *["에게", "에게서", "한테", "께서", "이랑", "부터", "까지", "처럼", "보다", "에게는", "만이", "들은", "이다"],
    ],
)
def test_a_korean_name_is_found_before_its_particles(particle: str) -> None:
    assert found(f"그때 온조{particle} 말했다.") == [("온조", "on-jo")]
    assert found(f"남온조{particle}") == [("남온조", "on-jo")]


@pytest.mark.parametrize("text", ["온조림", "신온조", "온조가나다라", "수학", "수", "나연결"])
def test_a_korean_word_that_only_begins_or_ends_like_a_name_is_not_a_name(text: str) -> None:
    assert found(text) == []


def test_an_exact_korean_name_wins_over_a_shorter_one_with_a_particle() -> None:
    cast = (named("a", "나연"), named("b", "나연이"))
    assert found("나연이", *cast) == [("나연이", "b")]
    assert found("나연이가", *cast) == [("나연이", "b")]
    assert found("나연은", *cast) == [("나연", "a")]


def test_only_visible_people_and_names_are_found() -> None:
    text = "On-jo and Cheong-san, 청산과 온조"
    assert found(text, seen=2) == [("On-jo", "on-jo"), ("온조", "on-jo")]
    assert [who for _, who in found(text, seen=3)] == ["on-jo", "cheong-san", "cheong-san", "on-jo"]


def test_an_ambiguous_name_means_the_one_person_in_context_or_nobody() -> None:
    cast = (named("elder", "Mr Kim", "Kim Do-yeon"), named("younger", "Mr Kim", "Kim Byeong-chan"))
    several = mentions(*cast)
    assert several.find("Mr Kim speaks.") == []
    assert several.find("Mr Kim speaks.", context=["younger"]) == [Mention(0, 6, "younger")]
    assert several.find("Mr Kim speaks.", context=["younger", "elder"]) == []
    assert several.people_in("Mr Kim speaks. It is Kim Do-yeon.") == ("elder",)
    assert several.people_in("Mr Kim speaks.") == ()


def test_a_name_of_two_merged_entries_is_unambiguous() -> None:
    one = (
        person("mask", name_stages=stages((0, "Hyde")), becomes=Becomes("jekyll", 4)),
        named("jekyll", "Jekyll", "Hyde"),
    )
    assert found("Hyde", *one, seen=3) == []
    assert found("Hyde", *one, seen=4) == [("Hyde", "jekyll")]


def test_people_in_a_text_are_listed_once_in_order_of_appearance() -> None:
    assert mentions().people_in("Su met On-jo; Onjo met Su and Na-yeon.") == ("su", "on-jo", "na")


@pytest.mark.parametrize("name", ["J.R.", "J.R. Ewing", "Kate, the elder", "St.John", "Ros & Guil", "김.온조", "D.Va"])
@pytest.mark.parametrize("frame", ["{}", "Then {} ran.", "({}), and", "{}, too", "of {}: x"])
def test_a_name_is_found_with_its_punctuation(name: str, frame: str) -> None:
    (one,) = found(frame.format(name), named("one", name))
    assert one == (name.rstrip("."), "one")


def test_unusual_punctuation_is_allowed_only_in_the_names_that_have_it() -> None:
    cast = (named("elder", "Kate, the elder"), named("pair", "Ann Bee"), named("kim", "김.온조"))
    assert found("Kate, the\nelder, and Kate the elder", *cast) == [
        ("Kate, the\nelder", "elder"),
        ("Kate the elder", "elder"),
    ]
    assert found("There is Ann, Bee and Kate; the elder", *cast) == []
    assert found("김.온조가", *cast) == [("김.온조", "kim")]
    assert found("김,온조가", *cast) == []


@pytest.mark.parametrize("text", ["", " ", "…", "a" * 10_000, "-'-'-", "\n\n", "가" * 5_000])
def test_a_text_without_names_has_no_mentions(text: str) -> None:
    assert found(text) == []


def test_names_of_one_letter_or_punctuation_only_are_not_searched() -> None:
    cast = (named("j", "J"), named("signs", "???"), named("han", "수"))
    assert found("J and ??? and 수 spoke", *cast) == []


WORD = re.compile(r"\w+")
latin = st.from_regex(r"[A-Z][a-z]{1,5}([ '-][A-Z]?[a-z]{1,5}){0,2}", fullmatch=True)
hangul = st.text(st.characters(min_codepoint=0xAC00, max_codepoint=0xD7A3), min_size=2, max_size=4)
names = st.lists(latin | hangul, min_size=1, max_size=6, unique=True)


@given(names, st.data())
def test_every_name_is_found_between_other_words(some: list[str], data: st.DataObject) -> None:
    index = NameIndex((name, name) for name in some)
    name = data.draw(st.sampled_from(some))
    text = f"12 {name}, 34"
    assert [text[one.start : one.end] for one in index.find(text)] == [name]


@given(
    names,
    st.lists(st.sampled_from([" ", "-", "'s ", ". ", "가 ", "는", "x", "\n", "12", "Su"]), max_size=12),
    st.data(),
)
def test_mentions_are_names_and_do_not_overlap(some: list[str], gaps: list[str], data: st.DataObject) -> None:
    text = "".join(data.draw(st.sampled_from(some)) + gap for gap in gaps)
    end = 0
    for one in NameIndex((name, name) for name in some).find(text):
        assert end <= one.start < one.end
        words = WORD.findall(text[one.start : one.end])
        assert all(WORD.findall(name) == words for name in one.meaning)
        assert not text[one.start - 1 : one.start].isalnum(), "it begins in a word"
        assert text[one.end - 1] >= "가" or not text[one.end : one.end + 1].isalnum(), "it ends in a word"
        end = one.end


def played(id: str, name: str, *actor: str) -> Character:
    return person(id, name_stages=stages((0, name)), played_by=Actor(*actor))


def test_an_actors_name_hides_a_shorter_name_inside_it() -> None:
    cast = (played("min-jae", "Min-jae", "Park Ji-hu", "박지후"), played("other", "Na-yeon", "Lee Min-jae", "이민재"))
    assert found("Lee Min-jae plays her; Min-jae waits.", *cast) == [("Min-jae", "min-jae")]
    assert found("이민재는 Park Ji-hu, 박지후가", *cast) == []


def test_an_actors_alias_hides_a_shorter_name_inside_it() -> None:
    actor = Actor("Lee", aliases=("이 민재",))
    cast = (person("min-jae", name_stages=stages((0, "민재"))), person("other", played_by=actor))
    assert found("이 민재, 민재", *cast) == [("민재", "min-jae")]


def test_a_person_with_an_actors_name_is_still_found() -> None:
    cast = (played("ji-hu", "Park Ji-hu", "Lee Min-jae"), played("other", "Na-yeon", "Park Ji-hu"))
    assert found("Park Ji-hu waits.", *cast) == [("Park Ji-hu", "ji-hu")]


def off(text: str, since: int = 0) -> Stage:
    return Stage(since, text, live=False)


def test_a_switched_off_name_and_names_inside_it_are_not_found() -> None:
    cast = (person("orange", name_stages=(off("Orange"),), aliases=stages((0, "Han Orange"))), named("ju", "Ju"))
    assert found("Orange is a fruit; Han Orange is not.", *cast) == [("Han Orange", "orange")]
    inside = (person("ann", aliases=(off("the Captain Ju"),)), named("ju", "Ju"))
    assert found("the Captain Ju and Ju", *inside) == [("Ju", "ju")]


def test_a_name_switched_off_for_one_person_still_means_another() -> None:
    cast = (person("a", aliases=(off("Kim"),)), named("b", "Kim"))
    assert found("Kim", *cast) == [("Kim", "b")]


def test_a_switched_off_name_stays_off_when_entries_are_merged() -> None:
    cast = (
        person("mask", name_stages=(off("Rose"),), becomes=Becomes("ann", 4)),
        named("ann", "Ann"),
    )
    assert found("Rose and Ann", *cast, seen=4) == [("Ann", "ann")]


def test_unnamed_spellings_are_not_found() -> None:
    text = "On-jo, Nam On-jo and Onjo"
    assert [mention.start for mention in mentions().find(text, unnamed=["On-jo"])] == [7, 21]
    assert [mention.start for mention in mentions().find(text)] == [0, 7, 21]
    assert mentions().people_in("Onjo met Su.", unnamed=["Onjo"]) == ("su",)


def test_a_person_linked_by_id_resolves_ambiguous_names() -> None:
    visible = VisibleStory(story(named("elder", "Mr Kim"), named("younger", "Mr Kim")).as_of(LENGTH))
    for text in ("[He](character:younger) speaks. Mr Kim sits.", "[[younger|He]] speaks. Mr Kim sits."):
        assert visible.mentions.people_in(text, linked=visible.links.people_linked(text)) == ("younger",)


def test_a_text_is_searched_once_for_all_callers() -> None:
    all_mentions = mentions()
    assert all_mentions.candidates("On-jo")[0] is all_mentions.candidates("On-jo", unnamed=["Su"])[0]


@pytest.mark.slow
def test_the_cache_of_mentions_is_bounded() -> None:
    all_mentions = mentions()
    before = count_live(Mention)["Mention"]
    for number in range(1000):
        all_mentions.candidates(f"{number} On-jo and so on" + " and on" * 50)
    assert count_live(Mention)["Mention"] - before < 100


@pytest.mark.parametrize("particle", ["하고", "이며", "만큼", "밖에", "한테서", "으로서", "같이", "뿐이다"])
def test_rare_particles_are_recognised(particle: str) -> None:
    assert found(f"나연{particle} 갔다") == [("나연", "na")]


def test_a_korean_name_of_two_words_is_found_before_its_particle() -> None:
    assert found("그때 남 온조는 갔다", named("on-jo", "남 온조")) == [("남 온조", "on-jo")]
