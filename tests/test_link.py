"""Links are values; only `aotad_tui.link` reads and writes them as text."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import aotad_tui
from aotad_tui.link import Link, LinkKind, NoteEnd

PACKAGE = Path(aotad_tui.__file__).parent
MODULES = sorted(path for path in PACKAGE.rglob("*.py") if path != PACKAGE / "link.py")

LINKS = [
    ("section:season-2/renewed", Link.section("season-2/renewed")),
    ("section:season-2/renewed#heading", Link.section("season-2/renewed", "heading")),
    ("section:here#footnote:2", NoteEnd("2").link("here")),
    ("section:here#from-note:2", NoteEnd("2", is_reference=True).link("here")),
    ("character:nam-on-jo", Link.character("nam-on-jo")),
    ("term:the-door", Link.term("the-door")),
    ("group:class-2-5", Link.group("class-2-5")),
    ("group:", Link.group(None)),
    ("community:nam-on-jo", Link.community("nam-on-jo")),
    ("point:3", Link.point(3)),
    ("command:next_section", Link.command("next_section")),
    ("fold:none facts", Link.fold("none facts")),
    ("https://example.org/a#b", Link.address("https://example.org/a#b")),
    ("HTTP://EXAMPLE.ORG", Link.address("HTTP://EXAMPLE.ORG")),
    ("mailto:author@example.org", Link.address("mailto:author@example.org")),
]


@pytest.mark.parametrize(("text", "link"), LINKS)
def test_a_link_is_written_as_text_and_parsed_again(text: str, link: Link) -> None:
    assert str(link) == f"{link}" == text
    assert Link.parse(text) == link


def test_every_kind_has_a_text() -> None:
    assert {link.kind for _, link in LINKS} == set(LinkKind)


@pytest.mark.parametrize("text", ["", "a", "section", "Section:a", "address:https://a", "note:1", "javascript:x", ":a"])
def test_other_texts_are_no_links(text: str) -> None:
    assert Link.parse(text) is None


@given(st.text() | st.tuples(st.sampled_from([*LinkKind, "http", "mailto"]), st.text()).map(":".join))
def test_a_link_parsed_from_any_text_is_written_as_that_text(text: str) -> None:
    link = Link.parse(text)
    if link is not None:
        assert str(link) == (text.removesuffix("#") if link.is_section else text)


@pytest.mark.parametrize("fragment", ["", "heading", "a-footnote", "footnote", "note:1", "Footnote:1"])
def test_a_heading_is_no_end_of_a_footnote(fragment: str) -> None:
    assert NoteEnd.parse(fragment) is None


@given(st.text(), st.booleans())
def test_an_end_of_a_footnote_is_parsed_from_its_fragment_and_knows_the_other(number: str, is_reference: bool) -> None:
    end = NoteEnd(number, is_reference)
    assert NoteEnd.parse(end.link("here").fragment) == end
    assert end.other == NoteEnd(number, not is_reference)
    assert end.other.other == end


def test_links_of_different_kinds_are_different() -> None:
    links = (Link.section("x"), Link.section("x", "y"), Link.character("x"), Link.group("x"), Link.fold("x"))
    assert len({*links}) == len(links)
    assert Link.section("x", "y").without_fragment == Link.section("x")


# No other module parses links

PREFIXES = (*(f"{kind}:" for kind in LinkKind), "footnote:", "from-note:")
TEXT_METHODS = {"startswith", "endswith", "removeprefix", "removesuffix", "partition", "rpartition", "split"}


def link_operations(tree: ast.AST) -> Iterator[str]:
    """Strings that begin like a link, and string methods called with a kind of link."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and node.value.startswith(PREFIXES):
            yield f"line {node.lineno}: {node.value!r}"
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in TEXT_METHODS:
            names = {part.id for given in node.args for part in ast.walk(given) if isinstance(part, ast.Name)}
            if names & {"LinkKind", "Link", "NoteEnd"}:
                yield f"line {node.lineno}: {ast.unparse(node)}"


@pytest.mark.slow
@pytest.mark.parametrize("module", MODULES, ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_no_other_module_reads_or_writes_links_as_text(module: Path) -> None:
    assert list(link_operations(ast.parse(module.read_text(encoding="utf-8")))) == []


@pytest.mark.parametrize(
    "code",
    [
        'link.startswith("character:")',
        'f"section:{id}#{heading}"',
        'FOLD = "fold:"',
        'text.removeprefix(f"{LinkKind.CHARACTER}:")',
        'text.partition(LinkKind.POINT + ":")',
    ],
)
def test_code_that_parses_links_is_found(code: str) -> None:
    assert list(link_operations(ast.parse(code)))
