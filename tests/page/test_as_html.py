"""A page shows the same text as markdown-it's HTML, however blocks are nested."""

from __future__ import annotations

import re

from hypothesis import assume, example, given
from hypothesis import strategies as st
from markdown_it.token import Token

from aotad_tui.cleaning import harmless
from aotad_tui.markdown import full_parser

from .pages import page
from .published import html_text, page_text

WORDS = (
    *(
        "alpha",
        "*em*",
        "**b**",
        "`c`",
        "~~s~~",
        "[l](u.md)",
        "![i](x)",
        "&amp;",
        "&copy;",
        "한글",
        "é",
        "a\\*b",
        "x_y_z",
    ),
    *(
        "<b>t</b>",
        "<!-- c -->",
        "[r]",
        "[t][r]",
        "[^n]",
        "^[in]",
        "https://e.org",
        "<https://e.org>",
        "w  ",
        "\\",
        "a|b",
    ),
    *(
        "☕",
        "1.",
        "-",
        "#",
        "+",
        "=",
        "__u__",
        "*a **b* c**",
        "\t",
        "&#27;",
        "[x]",
        "!",
        "\\[",
        "<",
        ">",
        '[a](b "t")',
        "|",
    ),
)
words = st.lists(st.sampled_from(WORDS), min_size=1, max_size=5).map(" ".join)
paragraphs = st.lists(words, min_size=1, max_size=3).map("\n".join)
cells = words.map(lambda text: text.replace("|", "\\|"))
tables = st.integers(1, 3).flatmap(
    lambda count: st.tuples(
        st.lists(cells, min_size=count, max_size=count),
        st.lists(st.sampled_from(("---", ":-:", "--:")), min_size=count, max_size=count),
        st.lists(st.lists(cells, max_size=count + 1), max_size=3),
    ).map(lambda parts: "\n".join(f"| {' | '.join(row)} |" for row in (parts[0], parts[1], *parts[2])))
)
leaves = st.one_of(
    paragraphs,
    words.map("## {}".format),
    st.tuples(paragraphs, st.sampled_from(("===", "---"))).map("\n".join),
    paragraphs.map("```py x\n{}\n```".format),
    words.map("    {}".format),
    tables,
    st.sampled_from(("***", "- - -", "[r]: /u 'title'", "[r]: <a b>", "<div>\n*x*\n</div>", "<!-- a\n\nb -->")),
    words.map("[^n]: {}".format),
)
SIGNS = (("> ", "> "), (">", ">"), ("- ", "  "), ("-\t", "\t"), ("+   ", "    "), ("10) ", "    "), ("[^n]: ", "    "))


def _around(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    between = st.sampled_from(("\n", "\n\n"))
    texts = st.tuples(between, st.lists(inner, min_size=1, max_size=3)).map(lambda parts: parts[0].join(parts[1]))
    return st.tuples(st.sampled_from(SIGNS), texts).map(_indented)


def _indented(parts: tuple[tuple[str, str], str]) -> str:
    (first, rest), text = parts
    return first + text.replace("\n", "\n" + rest)


blocks = st.recursive(leaves, _around, max_leaves=8)


def _has_nested_footnotes(text: str) -> bool:
    """Whether a footnote is inside another; markdown-it moves the text after the inner one out of the outer one."""
    tokens: list[Token] = []
    full_parser().block.parse(text, full_parser(), {}, tokens)
    depth = 0
    for token in tokens:
        depth += (token.type == "footnote_reference_open") - (token.type == "footnote_reference_close")
        if depth > 1:
            return True
    return False


def _expected_text(text: str) -> str:
    markup = full_parser().render(text)
    markup = re.sub(r' ?<a href="#fnref[^"]*" class="footnote-backref">[^<]*</a>', "", markup)
    markup = re.sub(r'<sup class="footnote-ref"><a[^>]*>\[(\d+)(?::\d+)?\]</a></sup>', r"[\1]", markup)
    return harmless(html_text(markup)).replace("\ufffd", "")


@given(st.lists(blocks, min_size=1, max_size=4).map("\n\n".join))
@example("- [x] one ^[a note]\n- [ ] ^[another]")
@example("[^n]: > a\n\n    b\n\n- [^n]")
def test_a_page_shows_the_text_of_its_html(text: str) -> None:
    # Equal inline footnotes are one; a check box at the end of a line is drawn, which markdown-it leaves out.
    assume(text.count("^[in]") < 2 and not re.search(r"\[[x ]\]\s*\n", text))
    assume(not _has_nested_footnotes(text))
    shown = page_text(page(text)).replace("?", "").replace("\ufffd", "")  # an empty footnote is a question mark
    assert shown == _expected_text(text)
