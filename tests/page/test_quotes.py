"""Quotes: plain ones, callouts of the guide and of GitHub, and spoilers, which are plain text once they may be read."""

from __future__ import annotations

import pytest

from aotad_tui.cells import Span
from aotad_tui.page.blocks import Block, Heading, Paragraph, Quote

from .pages import blocks_of, rows_of


def para(text: str) -> Paragraph:
    return Paragraph((Span(text),))


def only(text: str, seen: int = 9) -> Block:
    (block,) = blocks_of(text, seen)
    return block


def test_a_quote_holds_its_blocks_and_other_quotes() -> None:
    assert only("> a\n>\n> > b") == Quote((para("a"), Quote((para("b"),))))
    assert rows_of("> a\nand the line below it", 40) == ["│ a and the line below it"]


@pytest.mark.parametrize(
    "mark", ["confirmed", "reported", "speculation", "note", "tip", "important", "warning", "caution"]
)
def test_a_callout_has_its_mark_in_any_case_and_the_words_beside_it(mark: str) -> None:
    for written in (mark, mark.upper(), mark.capitalize()):
        assert only(f"> [!{written}] 2023-08\n> Said.") == Quote((para("Said."),), mark, "2023-08")
        assert only(f"> [!{written}]\n>\n> Said.\n>\n> More.") == Quote((para("Said."), para("More.")), mark)


@pytest.mark.parametrize("fold", ["+", "-"])
def test_the_fold_sign_of_obsidian_is_not_shown(fold: str) -> None:
    assert only(f"> [!note]{fold} Words\n> Said.") == Quote((para("Said."),), "note", "Words")


def test_a_callout_may_hold_nothing() -> None:
    assert only("> [!note]") == Quote((), "note")


def test_a_callout_may_be_a_heading_or_begin_with_any_block() -> None:
    assert only("> ## [!tip] Words\n> Said.") == Quote((para("Said."),), "tip", "Words")
    quote = only("> [!tip]\n> ## Head\n> Said.")
    assert quote == Quote((Heading(2, (Span("Head"),), "head"), para("Said.")), "tip")


@pytest.mark.parametrize("text", ["> [!none] x", "> [note] x", "> said [!note]", "> \\[!x]"])
def test_any_other_mark_is_text(text: str) -> None:
    quote = only(text)
    assert isinstance(quote, Quote)
    assert quote.mark == ""
    assert rows_of(text, 40) == [f"│ {text[2:]}".replace("\\", "")]


@pytest.mark.parametrize(
    ("text", "blocks"),
    [
        ("> [!spoiler] 2\n> Known.", (para("Known."),)),
        ("> [!SPOILER] 2\n> Known.", (para("Known."),)),
        ("> [!spoiler] 2\n>\n> Known.\n>\n> More.", (para("Known."), para("More."))),
        ("> [!spoiler] 2 Known.", (para("Known."),)),
        ("> [!spoiler]+ 2\n> Known.", (para("Known."),)),
        ("> [!spoiler] 2\n> ## Known", (Heading(2, (Span("Known"),), "known"),)),
        ("> [!spoiler] 2\n> > Known.", (Quote((para("Known."),)),)),
        ("> [!spoiler] 2\n> > [!note]\n> > Known.", (Quote((para("Known."),), "note"),)),
        ("> [!spoiler] 2\n> > [!spoiler] 2\n> > Known.", (para("Known."),)),
        ("> [!spoiler] 2", ()),
    ],
)
def test_an_open_spoiler_is_ordinary_text_without_its_mark_and_point(text: str, blocks: tuple[Block, ...]) -> None:
    assert blocks_of(text, seen=2) == blocks
    assert blocks_of(text, seen=1) == ()


def test_a_spoiler_is_held_back_or_open_wherever_it_stands() -> None:
    text = "- one\n- > [!spoiler] 2\n  > two\n\n> said\n>\n> > [!spoiler] 3\n> > three\n"
    assert [row.rstrip() for row in rows_of(text, 20, seen=1)] == ["• one", "", "│ said"]
    assert rows_of(text, 20, seen=2) == ["• one", "• two", "", "│ said"]
    assert [row.rstrip() for row in rows_of(text, 20, seen=3)] == ["• one", "• two", "", "│ said", "│", "│ three"]


def test_a_page_may_have_both_tasks_and_spoilers() -> None:
    text = "- [x] one\n- [ ] two\n\n> [!spoiler] 2\n> - [ ] three\n"
    assert rows_of(text, 20, seen=1) == ["[x] one", "[ ] two"]
    assert rows_of(text, 20, seen=2) == ["[x] one", "[ ] two", "", "[ ] three"]
