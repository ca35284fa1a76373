"""A block that is longer than most pages is parsed in pieces, and is shown, searched and copied as one block."""

from __future__ import annotations

import re

import pytest

from aotad_tui.cells import plain
from aotad_tui.page.find import PageSearch
from aotad_tui.page.leaf_blocks import Code, Label, Rows

from .pages import parsed_page, story_with

COUNT = 1_500


def numbered(line: str, between: str = "\n") -> str:
    return between.join(line.format(number) for number in range(COUNT))


def nested(sign: str, text: str, first: str = "") -> str:
    lines = [f"{sign}{line}".rstrip() for line in text.split("\n")]
    return "\n".join([first + lines[0].removeprefix(sign) if first else lines[0], *lines[1:]])


PARAGRAPHS = numbered("w{0}x", "\n\n")
BLOCKS = {
    "paragraph": numbered("w{0}x and so on, and so on"),
    "list": numbered("- w{0}x"),
    "loose list": numbered("{0}. w{0}x", "\n\n"),
    "table": "| a | b |\n|---|---|\n" + numbered("| w{0}x | b |"),
    "fence": "```\n" + numbered("w{0}x") + "\n```",
    "indented code": numbered("    w{0}x"),
    "quote": nested("> ", PARAGRAPHS),
    "quotes in a quote": nested("> > ", PARAGRAPHS),
    "item": nested("  ", PARAGRAPHS, "- "),
    "list in an item": nested("  ", numbered("- w{0}x"), "- "),
    "note": "[^n]\n\n" + nested("    ", PARAGRAPHS, "[^n]: "),
    "table in a quote": nested("> ", "| a | b |\n|---|---|\n" + numbered("| w{0}x | b |")),
    "fence in an item": nested("  ", "```\n" + numbered("w{0}x") + "\n```", "- "),
    "callout": nested("> ", "[!note]\n" + PARAGRAPHS),
}


@pytest.mark.slow
@pytest.mark.parametrize("text", BLOCKS.values(), ids=BLOCKS)
def test_every_word_of_a_long_block_is_shown_once_found_and_copied(text: str) -> None:
    page = parsed_page(story_with(f"{text}\n\nLast."))
    texts = [page.text(number) for number in range(len(page.leaves))]
    assert re.findall(r"w\d+x", " ".join(texts)) == [f"w{number}x" for number in range(COUNT)]
    search = PageSearch(page, f"w{COUNT - 1}x")
    search.search_all()
    (hit,) = search.matches
    assert f"w{COUNT - 1}x" in texts[hit.leaf]
    for number, leaf in enumerate(page.leaves):
        words = re.findall(r"w\d+x", texts[number])
        copied = re.findall(r"w\d+x", page.markdown(number, number + 1))
        assert words == copied or not leaf.lines[1] or isinstance(leaf.body, Label) or len(words) < len(copied) == COUNT


@pytest.mark.slow
@pytest.mark.parametrize("text", BLOCKS.values(), ids=BLOCKS)
def test_leaves_of_a_long_block_are_short_and_look_the_same(text: str) -> None:
    page = parsed_page(story_with(text))
    sheet = page.layout(80)
    assert max(len(sheet.rows(number)) for number in range(len(page.leaves))) < 400
    grids = {id(leaf.body.grid) for leaf in page.leaves if isinstance(leaf.body, Rows)}
    assert len(grids) == ("table" in text[:0] or any(isinstance(leaf.body, Rows) for leaf in page.leaves))
    tops = {plain(leaf.rest).rstrip() for leaf in page.leaves[1:] if leaf.first and not isinstance(leaf.body, Label)}
    assert len(tops) <= 2


@pytest.mark.slow
def test_a_long_quote_has_its_headings_links_and_names() -> None:
    page = parsed_page(
        story_with(nested("> ", numbered("## Head {0}\n\n[There](20-other.md) is On-jo.\n\n- one\n  - two", "\n\n")))
    )
    assert [heading.text for heading in page.headings] == [f"Head {number}" for number in range(COUNT)]
    last = page.headings[-1]
    assert page.find_heading(last.slug) == last.leaf
    spans = page.content(last.leaf + 1)
    assert [str(span.link) for span in spans if span.link] == ["section:part/other", "character:on-jo"]  # type: ignore[union-attr]  # no table
    assert page.markdown(last.leaf, last.leaf + 1) == f"> ## Head {COUNT - 1}\n"


def test_new_code_or_a_new_table_does_not_continue_the_last_one() -> None:
    table = "| a |\n|---|\n" + "\n".join(f"| {number} |" for number in range(400))
    page = parsed_page(story_with(f"{table}\n\n| b |\n|---|\n| c |\n\n{BLOCKS['fence']}\n\n```\nother\n```"))
    bodies = [leaf.body for leaf in page.leaves]
    assert len({id(body.grid) for body in bodies if isinstance(body, Rows)}) == 2
    assert isinstance(bodies[-1], Code)
    assert bodies[-1].text == "other"
    assert all(leaf.gap is not None for leaf in page.leaves[-1:])


@pytest.mark.slow
def test_a_table_in_pieces_ends_where_too_many_cells_are_missing() -> None:
    wide = "|".join("a" * 300)
    text = f"{wide}\n{'|'.join(['-'] * 300)}\n" + "\n".join(f"{number}|" for number in range(400))
    page = parsed_page(story_with(text))
    rows = max(leaf.body.end for leaf in page.leaves if isinstance(leaf.body, Rows))
    assert rows == 0x10000 // 299
    assert page.text(len(page.leaves) - 1).split()[0] == f"{rows}|"


def test_a_short_list_keeps_its_spacing_whatever_lists_follow() -> None:
    page = parsed_page(story_with("- a\n- b\n# Head\n" * 200 + "- c\n\n- d"))
    gaps = [leaf.gap is None for leaf in page.leaves if plain(leaf.first)]
    assert gaps == [False, True] * 200 + [False, False]
