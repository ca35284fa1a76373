"""A misspelt spoiler marker hides its quote until the end; what is not meant as a marker hides nothing."""

from __future__ import annotations

import string

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from aotad_tui.story.callouts import CALLOUTS, CalloutReader
from aotad_tui.story.spoiler_removal import hide_spoilers
from aotad_tui.story.spoilers import spoiler_stamp
from aotad_tui.story.timeline import Point, Timeline

from .stories import LENGTH, positions, timeline

MISSPELT = (
    "[!spoilr] 4",
    "[!spoler] 4",
    "[!splioer] 4",
    "[!spoilers] 4",
    "[!Spoliers] 4",
    "[!spoiler 4]",
    "[!spoiler: 4]",
    "[! spoiler] 4",
    "[ !spoiler] 4",
    "[!!spoiler] 4",
    "[!spoiler!] 4",
    "[!spo iler] 4",
    "[!s-p-o-i-l-e-r] 4",
    "[!spoiler-alert] 4",
    "[spoiler] 4",
    "[spoiler]: 4",
    "[spoiler](4)",
    "[spoiler",
    "[!spoiler 4",
    "!spoiler] 4",
    "!spoiler 4",
    "[!]spoiler 4",
    "[]spoiler 4",
    "(!spoiler) 4",
    "(spoiler) 4",
    "(spoiler)",
    "{spoiler} 4",
    "<spoiler> 4",
    "spoiler 4",
    "Spoiler: 4",
    "Spoiler: it was him.",
    "#spoiler 4",
    "**[!spoiler] 4**",
    "**[!spoiler]** 4",
    "*[!spoiler]* 4",
    "__Spoiler__ 4",
    r"\[!spoiler\] 4",
    "![!spoiler] 4",
    "# [spoiler] 4",
    "- [!spoilr] 4",
    "1. [!spoilr] 4",
    "[!sp0iler] 4",
    "[!$poiler] 4",
    "[!spóiler] 4",
    "[!sp\u043eiler] 4",  # a Cyrillic o
    "[!\u0455\u0440\u043e\u0456\u04cf\u0435\u0433] 4",  # all letters Cyrillic
    "[!sp\u03bfil\u03b5r] 4",  # Greek letters
    "[!s\ua4d1oiler] 4",  # a letter of a script without a table
    "［！ｓｐｏｉｌｅｒ］ 4",
    "[！spoiler] 4",
    "[¡spoiler] 4",
    "【!spoiler】 4",
    "[!\U0001d42c\U0001d429\U0001d428\U0001d422\U0001d425\U0001d41e\U0001d42b] 4",  # bold letters of mathematics
    "[!spo\ufffdiler] 4",  # a zero-width space, cleaned
    "[!spoilr]",
    "[!reveal] 4",
    "[!reveal] chapter 4",
    "[!reveal] 04",
    "[!스포일러] 4",
    "[!note] 4",
    "[!tip] end",
    "[!note]- 4",
    "[!tip]+ end",
    "<b>[!spoiler] 4</b>",
    "<b>[!spoiler]</b> 4",
    "<details><summary>[!spoiler] 4</summary>",
    "<a id=x></a>[!spoiler] 4",
    '<span class="a">[!spoilr] 4</span>',
    "<br>[!spoiler] 4",
    "<!-- why --> [!spoiler] 4",
    "<spoiler>4</spoiler>",
    "&#91;!spoiler] 4",
    "&lbrack;&excl;spoiler&rbrack; 4",
    "&nbsp;[!spoiler] 4",
    "[!sp&#111;iler] 4",
)
NOT_MEANT = (
    "[!note] A title",
    "[!NOTE]",
    "[!info]- 4 things to know",
    "[!quote] Somebody",
    "[!reported] 4",
    "[!confirmed] 2024-04",
    "[!reveal] Something",
    "[!poster] Of the film",
    "A spoiler 4 lines below",
    "Spoilers are below.",
    "Spoiler-free.",
    "Boiler 4 exploded.",
    "(Boiler rooms are warm.)",
    "[spoiler](page.md) is a page",
    "[spoiler][page] is a page",
    "[[spoiler]] is a page",
    "![spoiler](picture.png)",
    "`[!spoiler] 4` hides a quote",
    "[^spoiler]: A note.",
    "<b>Spoilers</b> are below.",
    "<!-- spoiler --> Text.",
    "A &amp; 4",
    "| [!spoiler] | 4 |",
)


@pytest.mark.slow
@pytest.mark.parametrize("marker", MISSPELT)
@pytest.mark.parametrize("seen", [0, 4, LENGTH - 1])
def test_a_misspelt_marker_hides_its_quote_until_the_end(marker: str, seen: int) -> None:
    text = f"Before.\n\n> {marker}\n> It was him.\n\nAfter.\n"
    assert hide_spoilers(text, timeline(), seen) == "Before.\n\nAfter.\n"
    assert hide_spoilers(text, timeline(), LENGTH) == text


@pytest.mark.parametrize("line", NOT_MEANT)
def test_what_is_not_meant_as_a_marker_hides_nothing(line: str) -> None:
    text = f"> {line}\n> It was him.\n"
    assert hide_spoilers(text, timeline(), 0) == text


@pytest.mark.parametrize("name", sorted(CALLOUTS - {"spoiler"}))
def test_a_known_callout_hides_nothing(name: str) -> None:
    text = f"> [!{name}]\n> It was him.\n\n> [!{name.upper()}]+ A title\n> It was him.\n"
    assert hide_spoilers(text, timeline(), 0) == text


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("Before.\n\n[!spoilr] 4\nsecret\n\nAfter.\n", "Before.\n\nAfter.\n"),
        ("＞ [!spoiler] 4\nsecret\n\nAfter.\n", "After.\n"),
        ("> word\n[!spoilr] 4\nsecret\n\nAfter.\n", "After.\n"),
        ("> word\n> [!spoilr] 4\n> secret\n\nAfter.\n", "After.\n"),
        ("> seen\n>\n> > [!spoilr] 4\n> > secret\n>\n> seen too\n", "> seen\n>\n> seen too\n"),
        ("1. seen\n2. > [!spoilr] 4\n   > secret\n3. seen too\n", "1. seen\n3. seen too\n"),
        ("- > [!spoilr] 4\n  > secret\n\n  seen\n", "- seen\n"),
        ("> " * 150 + "[!spoilr] 4\n" + "> " * 150 + "secret\n\nAfter.\n", "After.\n"),
        ("Spoiler 4\nseen\n", "Spoiler 4\nseen\n"),
        ("[spoiler] 4 seen\n", "[spoiler] 4 seen\n"),
    ],
    ids=["outside", "wide sign", "lazy line", "further down", "inner", "item", "moved up", "deep", "prose", "brackets"],
)
def test_a_misspelt_marker_is_handled_as_one_without_a_point(text: str, kept: str) -> None:
    assert hide_spoilers(text, timeline(), 4) == kept


@pytest.mark.parametrize(
    "text", ["```\n> [!spoilr] 4\n> x\n```\n", "    > [!spoilr] 4\n    > x\n", "> ```\n> [!spoilr] 4\n> ```\n"]
)
def test_code_hides_nothing(text: str) -> None:
    assert hide_spoilers(text, timeline(), 0) == text


def test_without_a_timeline_a_misspelt_marker_hides_nothing() -> None:
    assert hide_spoilers("> [!spoilr] 4\n> x\n", Timeline(), 0) == "> [!spoilr] 4\n> x\n"


@pytest.mark.parametrize("written", ["S1E08", "s1e08", "S1E8", "S01E08", "(S1E08)", "until S1E08"])
def test_a_point_is_recognised_however_it_is_written(written: str) -> None:
    episodes = Timeline("episode", tuple(Point(f"S1E{number:02}") for number in range(1, 13)))
    text = f"> [!reveal] {written}\n> It was him.\n"
    assert hide_spoilers(text, episodes, 11) == ""
    callout = CalloutReader(episodes).read(text.split("\n")[0])
    assert callout
    assert (callout.point, callout.name, callout.is_known) == ("s1e8", "reveal", False)


LETTERS = st.sampled_from(string.ascii_letters)
edits = st.lists(st.tuples(st.sampled_from(["add", "omit", "replace", "swap"]), st.integers(0, 6), LETTERS), max_size=2)
HEADS = ("[!{}]{}", "[!{}{}]", "[! {}]{}", "[!{}{}", "[{}]{}", "[{}{}]", "!{}]{}", "!{}{}", "［！{}］{}", r"\[!{}\]{}")
LOOKS_LIKE = {"s": "ѕ", "p": "р", "o": "о", "i": "і", "l": "ӏ", "e": "е", "r": "г"}
"""Cyrillic letters."""


def edited(word: str, changes: list[tuple[str, int, str]]) -> str:
    for change, at, letter in changes:
        before, this, after = word[:at], word[at : at + 1], word[at + 1 :]
        match change:
            case "add":
                word = before + letter + this + after
            case "omit":
                word = before + after
            case "replace":
                word = before + letter + after
            case "swap":
                word = before + after[:1] + this + after[1:]
    return word


@st.composite
def misspellings(draw: st.DrawFn) -> str:
    """A marker with up to two wrong letters, any of them from another script, in any kind of brackets and emphasis."""
    word = edited("spoiler", draw(edits))
    alike = draw(st.sets(st.sampled_from(sorted(LOOKS_LIKE)), max_size=7))
    word = "".join(LOOKS_LIKE[letter] if letter in alike else letter for letter in word)
    if draw(st.booleans()):
        word = word.upper()
    point = draw(st.sampled_from(["", " 4", " start", " chapter 4", " 99"]))
    around = draw(st.sampled_from(["", "*", "**", "_", "~~", "***"]))
    head = draw(st.sampled_from(HEADS))
    return f"{around}{head.format(word, point)}{around}"


containers = st.sampled_from([("> ", "> "), ("> > ", "> > "), ("- > ", "  > "), ("1. > ", "   > "), (">", ">")])


@given(misspellings(), containers, positions)
def test_any_misspelt_marker_hides_as_a_marker_of_the_end(marker: str, container: tuple[str, str], seen: int) -> None:
    assume(spoiler_stamp(marker) is None)

    def page(head: str) -> str:
        first, later = container
        return f"Before.\n\n{first}{head}\n{later}It was him.\n\nAfter.\n"

    shown = hide_spoilers(page(marker), timeline(), seen)
    if seen < LENGTH:
        assert shown == hide_spoilers(page("[!spoiler] end"), timeline(), seen)
    else:
        assert shown == page(marker)


SIGNS = "[]!(){}<>*_\\ \t-+:#|`^~spoilerSPOILER489개스포ѕо.\n"


@given(st.text(st.sampled_from(SIGNS), max_size=40), positions, positions)
def test_whatever_is_written_a_later_point_shows_no_fewer_lines(text: str, first: int, second: int) -> None:
    text = f"> {text}\n\nAfter.\n"
    fewer, more = (hide_spoilers(text, timeline(), seen) for seen in sorted((first, second)))
    rest = iter(more.split("\n"))
    assert all(line in rest for line in fewer.split("\n") if line.strip(" \t>"))
    assert hide_spoilers(fewer, timeline(), max(first, second)) == fewer
