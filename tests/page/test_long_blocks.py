"""One block that is longer than most pages is read in pieces, and is the same to whoever reads, looks and copies."""

from __future__ import annotations

import re

import pytest

from aotad_tui.cells import plain
from aotad_tui.page.find import PageSearch
from aotad_tui.page.leaf_blocks import Code, Label, Rows

from .pages import opened, tale

COUNT = 1_500


def numbered(line: str, between: str = "\n") -> str:
    return between.join(line.format(number) for number in range(COUNT))


def inside(sign: str, text: str, first: str = "") -> str:
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
    "quote": inside("> ", PARAGRAPHS),
    "quotes in a quote": inside("> > ", PARAGRAPHS),
    "item": inside("  ", PARAGRAPHS, "- "),
    "list in an item": inside("  ", numbered("- w{0}x"), "- "),
    "note": "[^n]\n\n" + inside("    ", PARAGRAPHS, "[^n]: "),
    "table in a quote": inside("> ", "| a | b |\n|---|---|\n" + numbered("| w{0}x | b |")),
    "fence in an item": inside("  ", "```\n" + numbered("w{0}x") + "\n```", "- "),
    "callout": inside("> ", "[!note]\n" + PARAGRAPHS),
}


@pytest.mark.slow
@pytest.mark.parametrize("text", BLOCKS.values(), ids=BLOCKS)
def test_every_word_of_a_long_block_is_there_once_can_be_found_and_is_copied_as_it_is_written(text: str) -> None:
    page = opened(tale(f"{text}\n\nLast."))
    told = [page.text(number) for number in range(len(page.leaves))]
    assert re.findall(r"w\d+x", " ".join(told)) == [f"w{number}x" for number in range(COUNT)]
    search = PageSearch(page, f"w{COUNT - 1}x")
    search.look_to_the_end()
    (hit,) = search.hits
    assert f"w{COUNT - 1}x" in told[hit.leaf]
    for number, leaf in enumerate(page.leaves):
        words = re.findall(r"w\d+x", told[number])
        copied = re.findall(r"w\d+x", page.markdown(number, number + 1))
        assert words == copied or not leaf.lines[1] or isinstance(leaf.body, Label) or len(words) < len(copied) == COUNT


@pytest.mark.slow
@pytest.mark.parametrize("text", BLOCKS.values(), ids=BLOCKS)
def test_no_leaf_of_a_long_block_is_longer_than_a_few_screens_and_all_of_it_looks_alike(text: str) -> None:
    page = opened(tale(text))
    sheet = page.sheet(80)
    assert max(len(sheet.rows(number)) for number in range(len(page.leaves))) < 400
    grids = {id(leaf.body.grid) for leaf in page.leaves if isinstance(leaf.body, Rows)}
    assert len(grids) == ("table" in text[:0] or any(isinstance(leaf.body, Rows) for leaf in page.leaves))
    tops = {plain(leaf.rest).rstrip() for leaf in page.leaves[1:] if leaf.first and not isinstance(leaf.body, Label)}
    assert len(tops) <= 2


def test_what_stands_in_a_long_quote_has_its_headings_links_and_names() -> None:
    page = opened(
        tale(inside("> ", numbered("## Head {0}\n\n[There](20-other.md) is On-jo.\n\n- one\n  - two", "\n\n")))
    )
    assert [heading.text for heading in page.headings] == [f"Head {number}" for number in range(COUNT)]
    last = page.headings[-1]
    assert page.find_heading(last.slug) == last.leaf
    spans = page.content(last.leaf + 1)
    assert [str(span.link) for span in spans if span.link] == ["section:part/other", "character:on-jo"]  # type: ignore[union-attr]  # no table
    assert page.markdown(last.leaf, last.leaf + 1) == f"> ## Head {COUNT - 1}\n"


def test_code_and_tables_that_begin_anew_are_not_taken_for_more_of_the_last() -> None:
    table = "| a |\n|---|\n" + "\n".join(f"| {number} |" for number in range(400))
    page = opened(tale(f"{table}\n\n| b |\n|---|\n| c |\n\n{BLOCKS['fence']}\n\n```\nother\n```"))
    bodies = [leaf.body for leaf in page.leaves]
    assert len({id(body.grid) for body in bodies if isinstance(body, Rows)}) == 2
    assert isinstance(bodies[-1], Code)
    assert bodies[-1].text == "other"
    assert all(leaf.gap is not None for leaf in page.leaves[-1:])


@pytest.mark.slow
def test_a_table_ends_where_too_many_of_its_cells_are_missing_read_in_pieces_too() -> None:
    wide = "|".join("a" * 300)
    text = f"{wide}\n{'|'.join(['-'] * 300)}\n" + "\n".join(f"{number}|" for number in range(400))
    page = opened(tale(text))
    rows = max(leaf.body.end for leaf in page.leaves if isinstance(leaf.body, Rows))
    assert rows == 0x10000 // 299
    assert page.text(len(page.leaves) - 1).split()[0] == f"{rows}|"


def test_a_short_list_keeps_its_spacing_whatever_lists_follow() -> None:
    page = opened(tale("- a\n- b\n# Head\n" * 200 + "- c\n\n- d"))
    gaps = [leaf.gap is None for leaf in page.leaves if plain(leaf.first)]
    assert gaps == [False, True] * 200 + [False, False]
