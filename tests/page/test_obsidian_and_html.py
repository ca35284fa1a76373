"""What authors write for Obsidian and for GitHub's readers, as it is drawn."""

from __future__ import annotations

import pytest

from aotad_tui.cells import Span
from aotad_tui.page.callouts import CALLOUT_SIGNS, CALLOUT_STYLES
from aotad_tui.page.page_links import links_in
from aotad_tui.story.callouts import CALLOUTS
from aotad_tui.story.visible import VisibleStory
from tests.story.stories import LENGTH, Pages, person, section, stages, story

from .pages import leaves_of, links_of, page, page_of, rows_of, spans_of, text_of


@pytest.mark.parametrize(
    ("text", "words", "link"),
    [
        ("[[#Who is back?]]", "Who is back?", "section:part/page#who-is-back"),
        ("[[#^some-id]]", "A page", "section:part/page#^some-id"),
        ("[[#^some-id|by id]]", "by id", "section:part/page#^some-id"),
        ("[[Another page#A#B c]]", "Another page > B c", "section:part/other#b-c"),
        ("[[part/other#^Some-id]]", "Another page", "section:part/other#^some-id"),
        ("[[20-other]]", "Another page", "section:part/other"),
        ("[[OTHER.md]]", "Another page", "section:part/other"),
        ("[[sections/10-part/20-other]]", "Another page", "section:part/other"),
        ("[[../10-part/20-other]]", "Another page", "section:part/other"),
        ("[[the other]]", "the other", "section:part/other"),
        ("[[on-jo#Facts]]", "Nam On-jo > Facts", "character:on-jo"),
        ("![[20-other]]", "Another page", "section:part/other"),
        ("![[20-other#Part|80]]", "Another page > Part", "section:part/other#part"),
        ("*[[on-jo]]*", "Nam On-jo", "character:on-jo"),
    ],
)
def test_a_wikilink_shows_a_title_or_a_name(text: str, words: str, link: str) -> None:
    paragraph = f'see {text}.<a id="who-is-back"></a> ^some-id'
    assert (text_of(paragraph), links_of(paragraph)) == (f"see {words}.", [(words, link)])


@pytest.mark.parametrize(
    ("text", "words"), [("[[#Nowhere]]", "Nowhere"), ("[[#^no-id|by id]]", "by id"), ("[*th*at](#nowhere)", "that")]
)
def test_a_link_to_a_place_that_this_page_does_not_have_is_plain_text(text: str, words: str) -> None:
    assert (text_of(text), links_of(text)) == (words, [])


def test_a_link_stays_until_the_page_is_read_to_its_end() -> None:
    shown = page("[one](#below), [two](#nowhere)\n\n# Below")
    shown.read_to(1)
    assert [link.link.fragment for link in links_in(shown, 1)] == ["below", "nowhere"]
    before = shown.version
    shown.read_all()
    assert [link.link.fragment for link in links_in(shown, 1)] == ["below"]
    assert shown.version > before


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("[[nobody]]", "nobody"),
        ("[[nobody#Some part]]", "nobody > Some part"),
        ("[[nobody#^id]]", "nobody"),
        ("[[Lee]]", "Lee"),
        ("[[#]]", "#"),
        ("[[#?!]]", "?!"),
        ("![[nobody]]", "nobody"),
        ("[[]]", "[[]]"),
        ("`[[on-jo]]`", "[[on-jo]]"),
        ("\\[[on-jo]]", "[[on-jo]]"),
    ],
)
def test_a_wikilink_that_leads_nowhere_is_its_words(text: str, words: str) -> None:
    assert (text_of(text), links_of(text)) == (words, [])


def test_brackets_whose_label_is_defined_are_a_link_of_commonmark() -> None:
    assert links_of("[[on-jo]]\n\n[on-jo]: https://example.org") == [("on-jo", "https://example.org")]


def test_a_wikilink_in_a_link_is_only_words() -> None:
    assert links_of('<a href="https://example.org">see [[on-jo]]</a>') == [
        ("see ", "https://example.org"),
        ("Nam On-jo", "https://example.org"),
    ]


def test_a_name_of_several_pages_leads_nowhere() -> None:
    here = section("here")
    others = (section("b/door", file="b/10-door.md", title="One"), section("c/door", file="c/20-door.md", title="Two"))
    now = VisibleStory(story(person("x", name_stages=stages((0, "door"))), sections=(here, *others), texts=Pages({})))
    read = now.links.read_wikilink
    assert read("door", here) == ("door", None, True)
    assert [str(read(name, here).link) for name in ("10-door", "c/door", "One", "b/10-door.md")] == [
        "section:b/door",
        "section:c/door",
        "section:b/door",
        "section:b/door",
    ]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("![[map.png|100]]", "[image: map.png]"),
        ("![[pictures/map.PNG]]", "[image: map.PNG]"),
        ("![[map.png|The map]]", "[image: The map]"),
        ("![[map.png|The map|100x200]]", "[image: The map]"),
        ("![alt|100](map.png)", "[image: alt]"),
        ("![alt|100x50](map.png)", "[image: alt]"),
        ("![100](map.png)", "[image: no description]"),
        ("![a|b](map.png)", "[image: a|b]"),
        ('<img src="map.png" alt="A map">', "[image: A map]"),
        ("<IMG alt='a &amp; b' />", "[image: a & b]"),
    ],
)
def test_an_image_shows_its_words_without_its_size(text: str, shown: str) -> None:
    assert text_of(text) == shown


@pytest.mark.parametrize(
    ("text", "spans"),
    [
        ("a ==b *c*== d", [("a ", ""), ("b ", "mark"), ("c", "mark em"), (" d", "")]),
        ("a <mark>b</mark>", [("a ", ""), ("b", "mark")]),
        ("a <kbd>b</kbd> <code>c</code>", [("a ", ""), ("b", "code"), (" ", ""), ("c", "code")]),
        ("<b>a</b> <strong>b</strong> <i>c</i>", [("a", "strong"), (" ", ""), ("b", "strong"), (" ", ""), ("c", "em")]),
        ("<del>a</del>", [("a", "strike")]),
        ("**a <b>b** c</b> d", [("a ", "strong"), ("b", "strong strong"), (" c", "strong"), (" d", "")]),
    ],
)
def test_highlights_and_html_have_styles(text: str, spans: list[tuple[str, str]]) -> None:
    assert spans_of(text) == tuple(Span(*span) for span in spans)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a == b ==", "a == b =="),
        ("a == b", "a == b"),
        ("====", "===="),
        ("H<sub>2</sub>O, 10<sup>-3</sup>, 4<sup>th</sup>", "H₂O, 10⁻³, 4ᵗʰ"),
        ("x<sup>several words</sup>", "xseveral words"),
        ("x<sub>§</sub>", "x§"),
        ("one<br>two<br />three<BR>", "one\ntwo\nthree"),
        (
            '<p align="center">\n  <a href="https://example.org"><img alt="x"></a>\n  <span>y</span>\n</p>',
            "[image: x] y",
        ),
        ("<p>One</p>\n<p>Two</p><div>Three</div>", "One\nTwo\nThree"),
        ("<details><summary>More</summary>\nThe text.\n</details>", "More\nThe text."),
        ('<h1 align="center">A title</h1>', "A title"),
        ('a <a id="x"></a>b', "a b"),
        ('a <font color="red">b</font> <u>c</u> <small>d</small>', "a b c d"),
        ("a <table> <li> <script> <x>", "a <table> <li> <script> <x>"),
        ("1 < 2 and 3 > 2", "1 < 2 and 3 > 2"),
        ("a b ^the-id", "a b"),
        ("a\n^the-id", "a"),
        ("2^10 and a ^ b", "2^10 and a ^ b"),
        ("a ^id b", "a ^id b"),
    ],
)
def test_html_is_drawn_as_far_as_cells_can(text: str, shown: str) -> None:
    assert text_of(text) == shown


def test_a_link_of_html_leads_where_it_says() -> None:
    text = (
        "<a href='https://example.org?a=1&amp;b=2'>site</a>, <a href=\"20-other.md\">page</a>, <a href='nowhere'>x</a>"
    )
    assert links_of(text) == [("site", "https://example.org?a=1&b=2"), ("page", "section:part/other")]


def test_a_break_in_a_cell_is_a_line() -> None:
    rows = rows_of("| a | b |\n|---|---|\n| one<br>two | x |", 40)
    assert [row.rstrip() for row in rows][2:] == ["one  x", "two"]


@pytest.mark.parametrize(
    "text", ["</details>", '<div align="center">', "<p>\n</p>", '<a id="x"></a>', "^the-id", "<p>\n^x"]
)
def test_a_paragraph_that_draws_nothing_leaves_no_blank_line(text: str) -> None:
    assert rows_of(f"a\n\n{text}\n\nb", 40) == ["a", "", "b"]


def test_anchors_and_block_ids_are_places_of_their_blocks() -> None:
    page = page_of(
        '# A\n\nOne. ^One\n\n<a name="Spot"></a>\n\n## B <a id=here></a>\n\n| a |\n|---|\n| b |\n\n^table\n\n^end'
    )
    texts = {name: page.find_heading(name) for name in ("^one", "spot", "here", "^table", "^end", "b", "^nothing")}
    at = {name: None if leaf is None else page.text(leaf) for name, leaf in texts.items()}
    assert at == {
        "^one": "One.",
        "spot": "B",
        "here": "B",
        "^table": "a\nb",
        "^end": "a\nb",
        "b": "B",
        "^nothing": None,
    }


@pytest.mark.parametrize(
    ("mark", "style", "sign"),
    [
        *(
            ("info", "note", "i"),
            ("todo", "note", "i"),
            ("tldr", "note", "i"),
            ("success", "tip", "+"),
            ("hint", "tip", "+"),
        ),
        *(("faq", "important", "?"), ("question", "important", "?"), ("example", "important", "!")),
        *(("attention", "warning", "!"), ("danger", "caution", "!"), ("bug", "caution", "!"), ("quote", "quoted", "“")),
    ],
)
def test_a_callout_of_obsidian_has_a_label_a_title_and_no_fold_mark(mark: str, style: str, sign: str) -> None:
    text = f"> [!{mark.upper()}]- Are they *foldable*?\n> Yes!"
    assert rows_of(text, 60) == [f"│ {sign} {mark} · Are they foldable?", "│ Yes!"]
    (label, body) = leaves_of(text)
    assert (label.first[0].style, body.first[0].style) == (f"quote {style}", f"quote {style}")


def test_every_known_callout_but_a_spoiler_has_a_style() -> None:
    assert CALLOUTS - {"spoiler"} == CALLOUT_STYLES.keys() == CALLOUT_SIGNS.keys()


def test_tabs_in_code_end_at_the_same_column_in_every_script() -> None:
    rows = rows_of("```\na\t|\n가\t|\n가나다\t|\nabcd\t|x\t|\n```", 40)
    assert [row.rstrip() for row in rows] == ["  a   |", "  가  |", "  가나다  |", "  abcd    |x  |"]


def test_a_page_without_a_hidden_person_shows_what_is_written() -> None:
    assert text_of("[[cheong-san]]", LENGTH) == "Lee Cheong-san"
    assert (text_of("[[cheong-san]]", 2), links_of("[[cheong-san]]", 2)) == ("cheong-san", [])
