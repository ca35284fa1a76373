from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterable, Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aotad_tui.cells import plain
from aotad_tui.link import Link
from aotad_tui.page.page import Page
from aotad_tui.search.full_text import FullText, TextHit
from aotad_tui.search.marking import excerpt, marks, searched
from aotad_tui.search.passages import passages
from aotad_tui.search.query import TextQuery, parse_query
from aotad_tui.story.story import Story
from aotad_tui.story.visible import VisibleStory
from tests.story.stories import Pages, person, section, stages, story

DOOR = """# The door

Mr Utterson walks past a [door](the-will.md "tip") with Enfield. <b>Loud</b> noise.

## Who lives there

> [!reported] 1886
> Nobody knows 남온조가 who he is.

| Name | House |
|---|---|
| Hyde | the *door* |

> [!spoiler] 5
> It was Hyde all along.

## Who lives there

`code` and [[the-will|his will]]
"""
WILL = "Hyde is in the will, and the door is shut.\n\nUtterson reads it twice. Hyde, Hyde!\n"


def visible(seen: int = 9) -> VisibleStory:
    whole = story(
        person("hyde", name_stages=stages((0, "Hyde"))),
        person("utterson", name_stages=stages((0, "Mr Utterson")), aliases=stages((0, "Utterson"))),
        person("on-jo", name_stages=stages((0, "Nam On-jo")), native_stages=stages((0, "남온조"))),
        sections=(section("the-door", parts=("The street",)), section("the-will"), section("the-end", since=8)),
        texts=Pages({"the-door.md": DOOR, "the-will.md": WILL, "the-end.md": "He is shut in."}),
    )
    return VisibleStory(whole.as_of(seen))


FULL = FullText(visible()).fill()


def lit(hit: TextHit) -> list[str]:
    return [hit.passage.text[start:end] for start, end in hit.marks]


def places(typed: str, full: FullText = FULL) -> list[str]:
    return [f"{hit.passage.section}#{hit.passage.slug}" for hit in full.find(typed)]


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("fire hose", TextQuery(words=("fire", "hose"))),
        ('"fire hose" red', TextQuery(words=("red",), phrases=("fire hose",))),
        ('"fire ho', TextQuery(phrases=("fire ho",))),
        ("in:cast who:on-jo", TextQuery(within=("cast",), who=("on-jo",))),
        ('WHO:"Nam On-jo" x', TextQuery(words=("x",), who=("Nam On-jo",))),
        ("to:renewed", TextQuery(to=("renewed",))),
        ('in: "" ', TextQuery()),
        ("12:30", TextQuery(words=("12:30",))),
    ],
)
def test_what_is_typed_is_read(typed: str, read: TextQuery) -> None:
    assert parse_query(typed) == read


def test_passages_are_what_the_page_shows_and_nothing_else() -> None:
    open_one = visible(4)
    texts = [passage.text for passage in passages(open_one, open_one.story.sections[0])]
    assert texts == [
        "The-Door",
        "The door",
        "Mr Utterson walks past a door with Enfield. Loud noise.",
        "Who lives there",
        "1886 Nobody knows 남온조가 who he is.",
        "Name · House",
        "Hyde · the door",
        "Who lives there",
        "code and his will",
    ]


def test_every_word_of_a_passage_is_on_the_page(jekyll_story: Story) -> None:
    now = VisibleStory(jekyll_story.as_of(10))
    for one in now.story.sections:
        shown = set(re.findall(r"\w+", " ".join(plain(line) for line in Page(now, one).lines(5_000))))
        read = {word for passage in passages(now, one) for word in re.findall(r"\w+", passage.text)}
        assert read <= shown


def test_a_passage_knows_its_heading_as_links_call_it() -> None:
    last = list(passages(visible(), visible().story.sections[0]))[-1]
    assert (last.slug, last.heading) == ("who-lives-there-1", "Who lives there")


def test_words_are_found_in_any_order_by_their_beginnings() -> None:
    assert places("noise door") == places("door nois") == ["the-door#the-door"]
    assert lit(FULL.find("nois door")[0]) == ["door", "nois"]


def test_a_phrase_is_found_only_as_it_stands() -> None:
    assert places('"the door is"') == ["the-will#"]
    assert places('"door the is"') == []
    assert places('"he door is"') == []


def test_words_from_the_middle_are_found_where_none_begins_so() -> None:
    assert places("tterso")[0].startswith("the-door")
    assert lit(FULL.find("tterso")[0]) == ["tterso"]


def test_hangul_is_found_with_its_particle_and_while_it_is_typed() -> None:
    for typed in ("온조", "남온조", "남오", "온ㅈ"):
        assert places(typed) == ["the-door#who-lives-there"], typed


def test_a_section_is_found_whose_words_stand_apart() -> None:
    assert places("shut twice") == ["the-will#"]


def test_each_word_is_looked_up_once_and_none_after_one_that_is_missing() -> None:
    class Counted(FullText):
        lookups = 0

        def _containing(self, parts: Sequence[str], ranges: Iterable[tuple[int, int]], most: int = 9) -> list[int]:
            self.lookups += len(parts)
            return super()._containing(parts, ranges, most)

    full = Counted(visible())
    full.fill()
    assert places("shut twice " * 500, full) == ["the-will#"]
    assert full.lookups <= 6
    full.lookups = 0
    assert places("nowhere " + " ".join(f"door{number}" for number in range(500)), full) == []
    assert full.lookups <= 2 * 501 + 1


def test_it_can_be_looked_for_in_some_sections_only() -> None:
    assert places("hyde in:street", FULL)[0].startswith("the-door")
    assert {place.partition("#")[0] for place in places("hyde in:will")} == {"the-will"}
    assert places("hyde in:nowhere") == []
    assert places("in:will") == ["the-will#"]


def test_sections_are_found_by_whom_they_name_under_any_spelling() -> None:
    assert {place.partition("#")[0] for place in places("door who:onjo")} == {"the-door"}
    assert places("who:namonjo") == ["the-door#who-lives-there"]
    assert places("who:nobody") == []


def test_sections_are_found_by_what_they_link_to() -> None:
    assert places("to:the-will") == ["the-door#the-door"]
    assert places("to:the-door") == []


def test_where_somebody_is_named_is_told_once_a_section_with_how_often() -> None:
    named = FULL.mentions_of(Link.character("hyde"))
    assert [(hit.passage.section, hit.times, lit(hit)) for hit in named] == [
        ("the-door", 2, ["Hyde"]),
        ("the-will", 3, ["Hyde"]),
    ]
    first = FULL.first_mention_of(Link.character("hyde"))
    assert first is not None
    assert first.passage.text == "Hyde · the door"
    assert FULL.first_mention_of(Link.character("nobody")) is None


def test_a_place_in_a_section_is_told_by_how_often_its_words_stood_there_before() -> None:
    hit = FULL.mentions_of(Link.character("hyde"))[1]
    assert FULL.count_before(hit.passage, hit.marks[0][0], "Hyde") == 0
    second = FULL.find("twice")[0]
    at = second.passage.text.rindex("Hyde")
    assert FULL.count_before(second.passage, at, "Hyde") == 2


def test_headings_are_told_in_reading_order() -> None:
    assert [heading.text for heading in FULL.headings()] == ["The door", "Who lives there", "Who lives there"]


def test_nothing_is_found_of_what_is_held_back() -> None:
    early = FullText(visible(4)).fill()
    assert places("along", early) == []
    assert places("shut", early) == ["the-will#"]
    assert len(places("shut")) == 2


@given(st.text(alphabet="hyde dor\"'*:()-남온ㅈ in:who:^%_", max_size=12))
def test_whatever_is_typed_there_is_an_answer(typed: str) -> None:
    for hit in FULL.find(typed):
        assert all(0 <= start < end <= len(hit.passage.text) for start, end in hit.marks)


def test_a_section_that_cannot_be_read_any_more_has_a_title_still() -> None:
    class Gone:
        def read(self, file: str) -> str:
            raise FileNotFoundError(file)

    gone = FullText(
        VisibleStory(Story("A tale", visible().story.timeline, 9, sections=(section("lost"),), texts=Gone()))
    )
    assert gone.next_length == 0
    assert places("lost", gone.fill()) == ["lost#"]


def test_a_story_without_sections_has_nothing_to_find() -> None:
    empty = FullText(VisibleStory(story())).fill()
    assert empty.filled
    assert empty.find("x") == empty.mentions_of(Link.character("x")) == []


@given(st.text(max_size=40), st.text(min_size=1, max_size=4))
def test_marks_hold_what_was_looked_for(text: str, typed: str) -> None:
    part = searched(typed).strip()
    for start, end in marks(text, [part]):
        assert part in searched(text[start:end])


@pytest.mark.parametrize("room", [16, 30, 80])
def test_an_excerpt_shows_the_first_mark(room: int) -> None:
    text = "word " * 50 + "needle in the hay " + "word " * 50
    start = text.index("needle")
    short, marked = excerpt(text, ((start, start + 6),), room)
    assert len(short) <= room + 2
    assert [short[one:other] for one, other in marked] == ["needle"]
    assert (short[0], short[-1]) == ("…", "…")
    assert excerpt("short", (), room) == ("short", ())


@pytest.mark.parametrize(
    ("text", "headings"),
    [
        ("# page\n\nWords.\n\n## Page", ["page#page"]),
        ("[a]: b\n\n# PAGE\n\n## Page", ["page#page"]),
        ("Words.\n\n# page", ["page#page"]),
        ("***\n\n# page", ["page#page"]),
        ("# Pages", ["pages#pages"]),
    ],
)
def test_the_title_again_at_the_beginning_is_no_passage_as_it_is_not_on_the_page(
    text: str, headings: list[str]
) -> None:
    now = VisibleStory(story(sections=(section("page", title="Page"),), texts=Pages({"page.md": text})))
    title, *rest = passages(now, now.story.sections[0])
    assert title.text == "Page"
    assert [f"{one.text.lower()}#{one.slug}" for one in rest if one.level] == headings
    opened = Page(now, now.story.sections[0])
    opened.read_all()
    assert [one.slug for one in rest if one.level] == [heading.slug for heading in opened.headings]


@pytest.mark.parametrize(
    "text", ["# A\n\n# A\n\n# A 1\n\nx", "# *A*\tb\n\n## A&#13;b\n\n> # !", "# 온조의 집\n\n# A_b-c"]
)
def test_a_heading_is_called_here_what_the_page_calls_it(text: str) -> None:
    now = VisibleStory(story(sections=(section("page"),), texts=Pages({"page.md": text})))
    here = now.story.sections[0]
    page = Page(now, here)
    page.read_all()
    found = [passage.slug for passage in passages(now, here) if passage.level][1:]
    assert found == [heading.slug for heading in page.headings]


def test_an_index_that_is_no_longer_used_closes_its_database() -> None:
    index = FullText(visible()).fill()
    database = index._database
    assert database.execute("SELECT count(*) FROM passages").fetchone() != (0,)
    del index
    with pytest.raises(sqlite3.ProgrammingError):
        database.execute("SELECT count(*) FROM passages")
