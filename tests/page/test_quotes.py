"""Quotes: plain ones, callouts of guides and of GitHub, and spoilers, which are plain text once they are visible."""

from __future__ import annotations

import re

import pytest

from aotad_tui.link import Link
from aotad_tui.page.leaf_blocks import Label, Prose, Rule

from .pages import drawn_lines, leaves_of, page_of, rows_of


def rows(text: str, seen: int = 9) -> list[str]:
    return [row.rstrip() for row in rows_of(text, 60, seen)]


def test_a_quote_contains_blocks_and_other_quotes() -> None:
    assert rows("> a\n>\n> > b") == ["│ a", "│", "│ │ b"]
    assert rows("> a\nand the line below it") == ["│ a and the line below it"]


@pytest.mark.parametrize(
    "mark", ["confirmed", "reported", "speculation", "note", "tip", "important", "warning", "caution"]
)
def test_the_marker_of_a_callout_may_be_in_any_case(mark: str) -> None:
    (plain_label,) = leaves_of(f"> [!{mark}]")
    assert isinstance(plain_label.body, Label)
    (head,) = plain_label.body.spans
    assert head.style == f"callout {mark}"
    assert head.text.endswith(f" {mark}")
    for written in (mark, mark.upper(), mark.capitalize()):
        assert rows(f"> [!{written}] 2023-08\n> Said.") == [f"│ {head.text} · 2023-08", "│ Said."]
        assert rows(f"> [!{written}]\n>\n> Said.\n>\n> More.") == [f"│ {head.text}", "│ Said.", "│", "│ More."]
        bars = {line[0].style for line in drawn_lines(f"> [!{written}]\n>\n> Said.\n>\n> More.", 60)}
        assert bars == {f"quote {mark}"}


@pytest.mark.parametrize("fold", ["+", "-"])
def test_the_fold_sign_of_obsidian_is_not_shown(fold: str) -> None:
    assert rows(f"> [!note]{fold} Words\n> Said.") == ["│ i note · Words", "│ Said."]


def test_the_title_of_a_callout_is_markdown_with_links_and_footnotes() -> None:
    text = "> [!note] *Who* is [there](20-other.md) &amp; why^[Because.]\n> Said."
    assert rows(text)[:2] == ["│ i note · Who is there & why[1]", "│ Said."]
    label = [span for span in drawn_lines(text, 60)[0] if "callout note" in span.style]
    assert [span.link for span in label if span.text == "there"] == [Link.section("part/other")]
    assert "".join(span.text for span in label) == "i note · Who is there & why[1]"


def test_a_callout_may_be_empty() -> None:
    assert rows("> [!note]") == ["│ i note"]


def test_a_callout_may_begin_with_any_block() -> None:
    assert rows("> ## [!tip] Words\n> Said.") == ["│ + tip · Words", "│ Said."]
    page = page_of("> [!tip]\n> ## Head\n> Said.")
    assert [leaf.body for leaf in page.leaves[2:]] == [Prose("Head", level=2), Prose("Said.")]
    assert [heading.slug for heading in page.headings] == ["head"]


@pytest.mark.parametrize("text", ["> [!none] x", "> [note] x", "> said [!note]", "> \\[!x]"])
def test_any_other_marker_is_text(text: str) -> None:
    (leaf,) = leaves_of(text)
    assert leaf.body == Prose(text[2:], style="quoted")
    assert rows(text) == [f"│ {text[2:]}".replace("\\", "")]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("> [!spoiler] 2\n> Known.", ["Known."]),
        ("> [!SPOILER] 2\n> Known.", ["Known."]),
        ("> [!spoiler] 2\n>\n> Known.\n>\n> More.", ["Known.", "", "More."]),
        ("> [!spoiler] 2 Known.", ["Known."]),
        ("> [!spoiler] 2 **Known** now.", ["Known now."]),
        ("> [!spoiler] 2 **Known**\n> now.", ["Known now."]),
        ("> [!spoiler]+ 2\n> Known.", ["Known."]),
        ("> [!spoiler] 2\n> ## Known", ["Known"]),
        ("> ## [!spoiler] 2 Known", ["Known"]),
        ("> [!spoiler] 2\n> > Known.", ["│ Known."]),
        ("> [!spoiler] 2\n> > [!note]\n> > Known.", ["│ i note", "│ Known."]),
        ("> [!spoiler] 2\n> > [!spoiler] 2\n> > Known.", ["Known."]),
        ("> [!spoiler] 2", []),
    ],
)
def test_a_visible_spoiler_is_ordinary_text_without_its_marker(text: str, shown: list[str]) -> None:
    assert rows(text, seen=2) == shown
    assert leaves_of(text, seen=1) == []


def test_an_item_with_only_a_visible_marker_is_not_drawn_but_an_empty_item_is() -> None:
    assert rows("1. one\n2. > [!spoiler] 2\n3. three", seen=2) == ["1. one", "2. three"]
    assert rows("- one\n-\n- three", seen=2) == ["• one", "•", "• three"]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("> - [!spoiler] 2\n>   Known.\n> - More.", ["│ • Known.", "│ • More."]),
        ("> - [!spoiler] 2 Known.", ["│ • Known."]),
        ("> - [!spoiler] 2\n> - More.", ["│ • More."]),
        ("- [!spoiler] 2 *Known.*", ["• Known."]),
        ("> Said.\n> [!spoiler] 2\n> Known.", ["│ Said. Known."]),
        ("[!spoiler] 2\nKnown.", ["Known."]),
        ("> [!note]\n> [!spoiler] 2\n> Known.", ["│ i note", "│ Known."]),
    ],
)
def test_a_visible_marker_that_begins_no_quote_is_not_shown(text: str, shown: list[str]) -> None:
    assert rows(text, seen=2) == shown
    assert leaves_of(text, seen=1) == []


@pytest.mark.parametrize("text", ["Write `[!spoiler] 2`.", "    [!spoiler] 2", "```\n> [!spoiler] 2\n```"])
def test_a_marker_inside_a_text_stays(text: str) -> None:
    assert "[!spoiler] 2" in "".join(rows(text, seen=2))


def test_spoilers_are_hidden_or_visible_in_any_container() -> None:
    text = "- one\n- > [!spoiler] 2\n  > two\n\n> said\n>\n> > [!spoiler] 3\n> > three\n"
    assert [row.rstrip() for row in rows_of(text, 20, seen=1)] == ["• one", "", "│ said"]
    assert rows_of(text, 20, seen=2) == ["• one", "• two", "", "│ said"]
    assert [row.rstrip() for row in rows_of(text, 20, seen=3)] == ["• one", "• two", "", "│ said", "│", "│ three"]


def test_a_page_may_have_both_tasks_and_spoilers() -> None:
    text = "- [x] one\n- [ ] two\n\n> [!spoiler] 2\n> - [ ] three\n"
    assert rows_of(text, 20, seen=1) == ["[x] one", "[ ] two"]
    assert rows_of(text, 20, seen=2) == ["[x] one", "[ ] two", "", "[ ] three"]


@pytest.mark.parametrize("head", ["[!spoiler] 3", "## [!spoiler] 3", "Told.\n[!spoiler] 3"])
@pytest.mark.parametrize(
    "sign", ["- ", "-   ", "-\t", "10) ", "1.  ", "- 1. ", "> - ", "[^n]: ", "> [^n]: ", "- [^n]:\t"]
)
def test_text_after_a_hidden_spoiler_in_an_item_or_footnote_stays_there(sign: str, head: str) -> None:
    rest = re.sub(r"[-\d.)]", " ", re.sub(r"\[.*", "    ", sign))
    quoted = "\n".join(
        f"{rest if number else sign}> {line}" for number, line in enumerate([*head.split("\n"), "secret"])
    )
    bare = rest.rstrip()
    text = f"Named.[^n]\n\n{quoted}\n{bare}\n{rest}It was *her*.\n{bare}\n{rest}And him.\n\nLast."
    texts = [leaf.body.markdown for leaf in leaves_of(text, seen=2) if isinstance(leaf.body, Prose)]
    texts = [one for one in texts if one]  # an item with only a footnote is drawn as an empty item
    assert sorted(texts) == sorted(["Named.[^n]", "It was *her*.", "And him.", "Last."])
    assert all(
        isinstance(leaf.body, Prose | Rule) for leaf in leaves_of(text, seen=2)
    )  # the rule is above the footnotes
