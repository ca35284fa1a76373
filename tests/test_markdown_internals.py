"""The undocumented parts of markdown-it that the program relies on; a release without them fails here first."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.rules_block import table
from markdown_it.rules_block.table import escapedSplit

import aotad_tui
from aotad_tui.markdown import full_parser
from aotad_tui.markdown_internals import (
    NOT_SILENT,
    SILENT,
    Env,
    InnerBlocks,
    block_rule,
    block_rules,
    block_state,
    line_tables,
    raising_parser,
    skip_list_marker,
    split_cells,
    stop_inline_at,
    use_quick_tables,
)

PACKAGE = Path(aotad_tui.__file__).parent


def parser() -> MarkdownIt:
    return MarkdownIt("commonmark").enable(["table"])


def test_a_state_has_tables_of_lines_with_one_entry_more_than_there_are_lines() -> None:
    state = block_state("one\n  two\n", parser(), {})
    starts, ends, shifts, indents, _ = line_tables(state)
    assert (state.lineMax, starts[:2], ends[:2], shifts[:2], indents[:2]) == (2, [0, 4], [3, 9], [0, 2], [0, 2])
    assert {len(table) for table in line_tables(state)} == {3}


def test_rules_are_tried_in_order_and_read_one_block_each() -> None:
    state = block_state("# Title\n\nText\n", parser(), {})
    first = next(rule for rule in block_rules(state.md) if rule(state, 0, state.lineMax, *NOT_SILENT))
    assert first.__name__ == "heading"
    assert (state.line, [token.type for token in state.tokens]) == (1, ["heading_open", "inline", "heading_close"])


def test_a_silent_rule_only_tests() -> None:
    state = block_state("> quote\n", parser(), {})
    assert block_rule("blockquote")(state, 0, state.lineMax, *SILENT)
    assert state.tokens == []


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("blockquote", "> a"),
        ("code", "    a"),
        ("fence", "```\na\n```"),
        ("list_block", "- a"),
        ("paragraph", "a"),
        ("table", "a | b\n--|--\n1 | 2"),
    ],
)
def test_each_named_rule_reads_its_block(name: str, text: str) -> None:
    state = block_state(text, parser(), {})
    assert block_rule(name)(state, 0, state.lineMax, *NOT_SILENT)  # type: ignore[arg-type]  # one of the names
    assert state.line == state.lineMax


def test_chains_name_the_rules_that_end_a_block() -> None:
    assert {"blockquote", "heading"} <= {rule.__name__ for rule in block_rules(parser(), "paragraph")}


def test_rules_of_blocks_with_blocks_inside_are_known_by_the_names_of_their_functions() -> None:
    names = {rule.__name__ for rule in block_rules(full_parser())}
    assert {"blockquote", "list_block", "footnote_def", "code"} <= names


def test_a_list_marker_is_skipped() -> None:
    state = block_state("- a\n12. b\nc\n", parser(), {})
    assert skip_list_marker(state, 0, ordered=False) == 1
    assert skip_list_marker(state, 1, ordered=True) == 7
    assert skip_list_marker(state, 2, ordered=False) == -1


def test_definitions_are_written_into_the_environment() -> None:
    env: Env = {}
    state = block_state("[a]: https://b.example\n", parser(), env)
    assert any(rule(state, 0, state.lineMax, *NOT_SILENT) for rule in block_rules(state.md))
    assert env["references"]["A"]["href"] == "https://b.example"


def test_the_inline_parser_stops_only_at_the_characters_given() -> None:
    whole = parser()
    stop_inline_at(whole, r"\n\\`*_")
    assert whole.renderInline("a-b *c*") == "a-b <em>c</em>"
    assert whole.renderInline("&amp;") == "&amp;amp;"  # entities begin with a character that is not given


def test_a_raising_parser_stops_where_inner_blocks_begin() -> None:
    state = block_state("> one\n> two\n\nafter", parser(), {})
    state.md = raising_parser(state.md)
    with pytest.raises(InnerBlocks) as stopped:
        block_rule("blockquote")(state, 0, state.lineMax, *NOT_SILENT)
    assert stopped.value.end == 2
    assert [token.type for token in state.tokens] == ["blockquote_open"]


@pytest.mark.slow
def test_only_one_module_uses_the_rules() -> None:
    """One module imports rules and the block parser, and uses rulers and terminators."""
    found = set()
    for path in PACKAGE.rglob("*.py"):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        for node in ast.walk(tree):
            if isinstance(node, ast.Attribute) and node.attr in {"ruler", "terminator_re", "getRules"}:
                found.add(path.name)
            if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("markdown_it."):
                allowed = {
                    "markdown_it.token": None,
                    "markdown_it.rules_block": {"StateBlock"},
                    "markdown_it.rules_inline": {"StateInline"},  # documented for plugins
                }.get(node.module or "", ())
                if allowed is not None and not {name.name for name in node.names} <= set(allowed):
                    found.add(path.name)
    assert found == {"markdown_internals.py"}


@given(st.text("a \\|`"))
def test_rows_of_tables_are_split_as_by_markdown_it(row: str) -> None:
    assert split_cells(row) == escapedSplit(row)


def test_a_parser_uses_the_quick_split(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "text\n|a|b|\n|-|-|\n| c \\| d | e |\n"
    quick = parser()
    use_quick_tables(quick)
    expected = parser().render(text)
    monkeypatch.delitem(table.__globals__, "escapedSplit")
    assert quick.render(text) == expected
