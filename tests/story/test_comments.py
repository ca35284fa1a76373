"""Comments of authors: no reader sees them, and nothing in them has an effect."""

from __future__ import annotations

import pytest

from aotad_tui.story.comments import comments, numbered_without_comments, without_comments
from aotad_tui.story.visible import VisibleStory
from aotad_tui.story.visible_text import visible_text

from .stories import LENGTH, Pages, person, section, stages, story, timeline


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Shown. <!-- hidden -->", "Shown."),
        ("a <!-- b --> c", "a c"),
        ("a<!-- b -->c", "ac"),
        ("a <!-- b\nb --> c", "a c"),
        ("a  <!-- b -->\nc", "a\nc"),
        ("<!-- b -->     c", "c"),
        ("a <!--> b", "a b"),
        ("one\n<!--\nblock\n\nof two\n-->\ntwo", "one\n\ntwo"),
        ("<!--\n```\nhidden\n-->\nshown", "\nshown"),
        ("a <!-- b\n\nhidden --> c", "a c"),
        ("a <!-- never closed\n\nhidden\n", "a\n"),
        ("> a <!-- never closed\n> b\n\nshown", "> a\n\nshown"),
        ("- a <!-- never closed\n- b", "- a\n- b"),
        ("a[^1]\n\n[^1]: <!-- never closed\n\n    deep\n\nshown", "a[^1]\n\n[^1]:\n\nshown"),
        ("| a <!-- x --> | b <!-- y --> |\n|---|---|\n| 1 <!-- z --> | 2 |", "| a | b |\n|---|---|\n| 1 | 2 |"),
        ("## A heading <!-- x -->", "## A heading"),
        ("a %% b %% c", "a c"),
        ("%%\none\n\ntwo\n%%\nc", "\nc"),
        ("%% never closed\n\nhidden", ""),
        ("> - %% never closed\n\nshown", "> -\n\nshown"),
        ("<!- text -->", "<!- text -->"),
    ],
)
def test_a_comment_is_hidden(text: str, shown: str) -> None:
    assert without_comments(text) == shown


@pytest.mark.parametrize(
    "text",
    [
        "`<!-- code -->` and ``a ` <!-- b -->``",
        "```html\n<!-- code -->\n```",
        "    <!-- code -->",
        "> ~~~\n> %% code %%\n> ~~~",
        "\\<!-- escaped -->",
        "100%% sure",
        "-->",
        "a ` <b>",
    ],
)
def test_code_and_signs_that_begin_no_comment_are_text(text: str) -> None:
    assert without_comments(text) == text


def test_code_ends_where_its_marks_match() -> None:
    assert without_comments("`` a ` <!-- hidden --> b") == "`` a ` b"
    assert without_comments("`a <!-- b` c -->") == "`a <!-- b` c -->"


def test_comments_have_their_words_and_say_whether_they_are_closed() -> None:
    found = [(comment.words, comment.is_closed) for comment in comments("a <!-- b --> %%c%%\n\n- <!-- d\n\ne")]
    assert found == [("b", True), ("c", True), ("d", False)]


def test_lines_without_comments_know_their_numbers() -> None:
    text = "one\n<!--\n\n-->\ntwo <!-- x\ny --> still two\nthree\n"
    assert numbered_without_comments(text) == ("one\n\ntwo still two\nthree\n", [0, 1, 4, 6, 7])
    assert numbered_without_comments("one\ntwo") == ("one\ntwo", [0, 1])


@pytest.mark.parametrize(
    "text",
    [
        "> <!-- a note --> [!spoiler] 4\n> secret",
        "> [!spo<!-- a note -->iler] 4\n> secret",
        "> [!spoiler] <!-- a note --> 4\n> secret",
        "> [!spoiler] 4 <!-- a\n> note -->\n> secret",
        "<!-<!-- a note -->- secret -->",
        "%<!-- a note -->% secret %%",
        "<!--\n> [!spoiler] 4\n> --> \n\nsecret",
    ],
)
def test_what_is_left_without_a_comment_is_read_again(text: str) -> None:
    assert "secret" not in visible_text(text, timeline(), 3)


def test_a_comment_in_a_hidden_spoiler_does_not_reach_beyond_it() -> None:
    text = "> [!spoiler] 4\n> <!-- note\n\nshown -->"
    assert visible_text(text, timeline(), 3).strip() == "shown -->"
    assert "shown" in visible_text(text, timeline(), 4)


def test_a_text_that_does_not_settle_is_hidden_as_a_whole() -> None:
    text = "<!-" * 60 + "<!-- -->" + "- -->" * 60
    assert visible_text(text, timeline(), LENGTH) == ""


def test_a_name_in_a_comment_does_not_decide_whom_an_ambiguous_name_means() -> None:
    here = section("here")
    lees = [
        person(id, name_stages=stages((0, name)), aliases=stages((0, "Lee")))
        for id, name in (("a", "Lee Ann"), ("b", "Lee Bob"))
    ]
    for text, people in (("Lee Ann and Lee", {"a"}), ("Lee <!-- Lee Ann -->", set()), ("Lee %%[[a]]%%", set())):
        now = story(*lees, sections=(here,), texts=Pages({here.file: text})).as_of(LENGTH)
        shown = now.text(here)
        assert {
            mention.meaning
            for mention in VisibleStory(now).mentions.find(shown, VisibleStory(now).links.people_linked(shown))
        } == people
