from __future__ import annotations

import pytest

from aotad_tui.story import spoiler_removal
from aotad_tui.story.spoiler_removal import hide_spoilers
from aotad_tui.story.spoilers import SpoilerBlock, spoiler_blocks, spoiler_stamp, without_marker
from aotad_tui.story.timeline import Timeline

from .stories import LENGTH, timeline


def visible_lines(text: str, seen: int) -> list[str]:
    return nonblank_lines(hide_spoilers(text, timeline(), seen))


def nonblank_lines(text: str) -> list[str]:
    """The lines of a text, except blank ones."""
    return [line for line in text.split("\n") if line.strip("> ")]


@pytest.mark.parametrize("seen", range(LENGTH + 1))
def test_a_spoiler_quote_is_visible_from_its_point_on_and_other_text_always(seen: int) -> None:
    text = "Before.\n\n> [!spoiler] 4\n> It was him.\n\nAfter.\n"
    shown = hide_spoilers(text, timeline(), seen)
    assert "Before." in shown
    assert "After." in shown
    assert ("It was him." in shown) == ("spoiler" in shown) == (seen >= 4)
    if seen >= 4:
        assert shown == text


@pytest.mark.parametrize("mark", ["[!spoiler]", "[!SPOILER]", "[!Spoiler]-", "[!spoiler]+"])
@pytest.mark.parametrize("quote", [">", "> ", ">  ", " > ", "   >", ">\t"])
def test_markers_count_in_any_case_folded_or_not_with_any_quote_sign(mark: str, quote: str) -> None:
    text = f"{quote}{mark} 4\n{quote}It was him.\n"
    assert visible_lines(text, 3) == []
    assert visible_lines(text, 4) == text.splitlines()


@pytest.mark.parametrize("stamp", ["", " ", " 10", " S1E99", " four", " 4:", " 4.", " 4-5", "\u00a04", "\n> 4"])
def test_a_spoiler_without_a_known_point_is_hidden_until_the_end(stamp: str) -> None:
    text = f"> [!spoiler]{stamp}\n> It was him.\n"
    assert visible_lines(text, LENGTH - 1) == []
    assert "> It was him." in visible_lines(text, LENGTH)


def test_start_and_end_are_points() -> None:
    text = "> [!spoiler] start\n> Hello.\n\n> [!spoiler] end\n> It was him.\n"
    assert visible_lines(text, 0) == ["> [!spoiler] start", "> Hello."]
    assert visible_lines(text, LENGTH)[-1] == "> It was him."


def test_without_a_timeline_there_is_no_gate() -> None:
    text = "> [!spoiler] 4\n> It was him.\n\n> [!spoiler]\n> Or her.\n"
    assert hide_spoilers(text, Timeline(), 0) == text


@pytest.mark.parametrize("ending", ["\r\n", "\r"])
def test_carriage_returns_hide_the_same_lines(ending: str) -> None:
    text = "Before.\n\n> [!spoiler] 4\n> It was him.\n\nAfter.\n".replace("\n", ending)
    assert visible_lines(text, 3) == ["Before.", "After."]
    assert hide_spoilers(text, timeline(), 4) == text.replace(ending, "\n")


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("> [!spoiler] 4\n> It was\nsecret\nsecret too\n\nAfter.", ["After."]),
        ("> [!spoiler] 4\nsecret\n\nAfter.", ["After."]),
        ("> [!spoiler] 4\n> - one\nsecret\n\nAfter.", ["After."]),
        ("> [!spoiler] 4\n> > deeper\nsecret\n\nAfter.", ["After."]),
        ("> [!spoiler] 4\n> > deeper\n> secret\n\nAfter.", ["After."]),
        ("- > [!spoiler] 4\n  > It was\nsecret\n\nAfter.", ["After."]),
        ("> [!spoiler] 4\n> It was\n    secret\n\nAfter.", ["After."]),
        ("> Seen.\n>\n> > [!spoiler] 4\n> > It was\n> secret\n>\n> Seen too.", ["> Seen.", "> Seen too."]),
    ],
)
def test_a_lazy_continuation_line_is_hidden_with_its_quote(text: str, kept: list[str]) -> None:
    assert visible_lines(text, 3) == kept
    assert "secret" in "".join(visible_lines(text, 4))


@pytest.mark.parametrize(
    "after",
    ["# A heading", "- a list", "1. a list", "***", "```\ncode\n```", "\nA paragraph"],
    ids=["heading", "bullet", "number", "rule", "fence", "blank line"],
)
def test_a_new_block_ends_the_quote(after: str) -> None:
    assert visible_lines(f"> [!spoiler] 4\n> It was him.\n{after}\n", 3) == after.strip().splitlines()


def test_a_line_after_a_fence_in_the_quote_is_outside_it() -> None:
    assert visible_lines("> [!spoiler] 4\n> ```\n> It was him.\nAfter.\n", 3) == ["After."]


@pytest.mark.parametrize(
    "secret",
    [
        "> # secret",
        "> - secret\n>   - secret",
        ">\n> secret\n>\n>\n> secret",
        "> ```\n> secret\n>\n> [!spoiler] 1\n> ```",
        ">     secret",
        "> | a | b |\n> |---|---|\n> | secret | secret |",
        "> [secret]: https://secret.example",
        "> text[^1]\n>\n> [^1]: secret",
        "> <b>secret</b>",
        "> <!--\n> secret\n> -->",
        "> > secret\n> >\n> > > secret",
        "> [x](<secret\n> secret>)",
    ],
    ids=["heading", "list", "gaps", "fence", "code", "table", "link", "footnote", "tag", "comment", "quotes", "open"],
)
def test_all_blocks_inside_the_quote_are_hidden_with_it(secret: str) -> None:
    text = f"Before.\n\n> [!spoiler] 4\n{secret}\n\nAfter.\n"
    assert visible_lines(text, 3) == ["Before.", "After."]
    assert visible_lines(text, 4) == nonblank_lines(text)


NESTED = "> [!spoiler] 3\n> Early.\n>\n> > [!spoiler] 6\n> > Late.\n>\n> Early too.\n"


@pytest.mark.parametrize(
    ("seen", "expected"), [(2, []), (3, ["Early.", "Early too."]), (5, ["Early.", "Early too."]), (6, ["Late."])]
)
def test_a_spoiler_in_a_spoiler_needs_both_points(seen: int, expected: list[str]) -> None:
    shown = " ".join(visible_lines(NESTED, seen))
    assert [word for word in ("Early.", "Early too.", "Late.") if word in shown] == (
        ["Early.", "Early too.", "Late."] if "Late." in expected else expected
    )


def test_an_earlier_inner_spoiler_stays_hidden_with_the_outer_one() -> None:
    text = "> [!spoiler] 6\n> Late.\n>\n> > [!spoiler] 3\n> > Early.\n"
    assert visible_lines(text, 3) == []
    assert visible_lines(text, 6) == nonblank_lines(text)


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("- one\n\n  > [!spoiler] 4\n  > secret\n\n- two\n", ["- one", "- two"]),
        ("1. one\n2. > [!spoiler] 4\n   > secret\n3. three\n", ["1. one", "3. three"]),
        ("- > [!spoiler] 4\n  > secret\n", []),
        ("- - one\n  - > [!spoiler] 4\n    > secret\n", ["- - one"]),
        ("1. one\n   - two\n\n     > [!spoiler] 4\n     > secret\n", ["1. one", "   - two"]),
        ("- [ ] one\n\n  > [!spoiler] 4\n  > secret\n", ["- [ ] one"]),
        ("> one\n>\n> - > [!spoiler] 4\n>   > secret\n", ["> one"]),
        ("Text.[^1]\n\n[^1]: A note.\n\n    > [!spoiler] 4\n    > secret\n", ["Text.[^1]", "[^1]: A note."]),
        ("Text.[^1]\n\n[^1]: > [!spoiler] 4\n    > secret\n", ["Text.[^1]"]),
    ],
)
def test_a_spoiler_in_a_list_a_quote_or_a_footnote_is_hidden_with_its_marker(text: str, kept: list[str]) -> None:
    assert visible_lines(text, 3) == kept
    assert visible_lines(text, 4) == nonblank_lines(text)


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("10. > [!spoiler] 4\n    > secret\n\n    More.\n11. Next.", ["10. More.", "11. Next."]),
        ("- One.\n- > [!spoiler] 4\n  > secret\n\n  More.\n- Three.", ["- One.", "- More.", "- Three."]),
        ("-\t> [!spoiler] 4\n\t> secret\n\n\tMore.", ["-\tMore."]),
        ("> - > [!spoiler] 4\n>   > secret\n>\n>   More.", ["> - More."]),
        ("- > [!spoiler] 4\n  > secret\n\n  > [!spoiler] 5\n  > secret\n\n  More.", ["- More."]),
        ("- > [!spoiler] 4\n  > secret\n\n  > [!spoiler] 5\n  > secret\n\nAfter.", ["After."]),
        ("- > [!spoiler] 4\n  > secret\n  - Inner.", ["- - Inner."]),
        ("1. > [!spoiler] 4\n   > secret\n\n       code", ["1.     code"]),
        ("- > [!spoiler] 4\n  > secret\n\nAfter.", ["After."]),
        ("- > [!spoiler] 4\n  > secret\n\n     More.\n\n  Again.", ["- More.", "  Again."]),
        ("-\n  > [!spoiler] 4\n  > secret\n\n  More.", ["-", "  More."]),
        ("1.  > ## [!spoiler] 4\n    > secret\n\n    More.", ["1.  More."]),
        ("1.  > told\n    > [!spoiler] 4\n    > secret\n\n    More.", ["1.  More."]),
        ("- 1.  > [!spoiler] 4\n      > secret\n\n      More.", ["- 1.  More."]),
        (">> -   > [!spoiler] 4\n>>     > secret\n>>\n>>     More.", [">> -   More."]),
        ("[^1]: > [!spoiler] 4\n    > secret\n\n    More.\n\n    Again.", ["[^1]: More.", "    Again."]),
        ("[^1]: > [!spoiler] 4\n    > secret\n    - More.\n    - Again.", ["[^1]: - More.", "    - Again."]),
        ("[^1]:\n    > [!spoiler] 4\n    > secret\n\n    More.", ["[^1]:", "    More."]),
        ("> [^long]: > [!spoiler] 4\n>     > secret\n>\n>     More.", ["> [^long]: More."]),
        ("[^1]: > [!spoiler] 4\n    > secret\n\n    > [!spoiler] 5\n    > secret\n\n    More.", ["[^1]: More."]),
        ("[^1]: > [!spoiler] 4\n    > secret\n\n    > [!spoiler] 5\n    > secret\n\nAfter.", ["After."]),
        ("[^1]: > [!spoiler] 4\n    > secret\n\nAfter.", ["After."]),
        ("- [^1]: > [!spoiler] 4\n      > secret\n\n      More.", ["- [^1]: More."]),
    ],
)
def test_after_a_hidden_first_block_the_next_block_moves_up_to_the_item_or_note(text: str, kept: list[str]) -> None:
    assert visible_lines(text, 3) == kept


def test_a_spoiler_right_after_a_paragraph_needs_no_blank_line() -> None:
    assert visible_lines("Before.\n> [!spoiler] 4\n> secret\n", 3) == ["Before."]


def test_two_paragraphs_around_a_hidden_quote_stay_separate() -> None:
    assert hide_spoilers("One.\n> [!spoiler] 4\n> # secret\nTwo.\n", timeline(), 3) == "One.\n\nTwo.\n"


def test_spoilers_separated_by_a_blank_line_have_their_own_points() -> None:
    text = "> [!spoiler] 4\n> him\n\n> [!spoiler] 6\n> her\n"
    assert [visible_lines(text, seen)[1::2] for seen in (3, 4, 6)] == [[], ["> him"], ["> him", "> her"]]


@pytest.mark.parametrize(
    "text",
    [
        "```\n> [!spoiler] 4\n> not hidden\n```\n",
        "~~~text\n> [!spoiler] 4\n~~~\n",
        "    > [!spoiler] 4\n    > not hidden\n",
        "`> [!spoiler] 4`\n",
        "| a |\n|---|\n| > [!spoiler] 4 |\n",
        "> [!reported] 4\n> not hidden\n",
        "> [!warning]\n> not hidden\n",
        "> A quote that speaks of [!spoiler] 4 later on.\n",
    ],
)
def test_text_without_spoiler_quotes_is_unchanged(text: str) -> None:
    assert hide_spoilers(text, timeline(), 0) == text


def test_a_quote_that_only_becomes_a_spoiler_after_a_deletion_is_hidden_too() -> None:
    text = "- word\n> > [!spoiler] 7\n    - > [!spoiler] 4\n      > secret\n"
    assert {block.end for block in spoiler_blocks(text, timeline())} == {2}, "the rest is no quote yet"
    assert visible_lines(text, 3) == ["- word"]


def test_a_text_that_does_not_settle_is_hidden_as_a_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "- word\n> > [!spoiler] 7\n    - > [!spoiler] 4\n      > secret\n"
    monkeypatch.setattr(spoiler_removal, "_MOST_PASSES", 1)
    assert hide_spoilers(text, timeline(), 3) == ""
    assert hide_spoilers(text, timeline(), LENGTH) == text


def test_deeply_nested_spoilers_are_hidden() -> None:
    text = "".join(f"{'> ' * depth}[!spoiler] 4\n{'> ' * depth}\n" for depth in range(1, 40))
    assert visible_lines(text, 3) == []


def test_spoiler_blocks_have_their_lines_and_stamps_as_written() -> None:
    text = "Before.\n\n> [!spoiler] 4\n> him\n\n- > [!SPOILER]\n  > her\n"
    assert list(spoiler_blocks(text, timeline())) == [SpoilerBlock(2, 4, ("4",)), SpoilerBlock(5, 7, ("",))]
    assert [block.position(timeline()) for block in spoiler_blocks(text, timeline())] == [4, LENGTH]
    assert list(spoiler_blocks("> [!spoiler] 4", timeline())) == [SpoilerBlock(0, 1, ("4",))]


def test_outer_blocks_come_before_inner_ones() -> None:
    assert [(block.first, block.stamps) for block in spoiler_blocks(NESTED, timeline())] == [(0, ("3",)), (3, ("6",))]


@pytest.mark.parametrize(
    ("text", "stamp", "rest"),
    [
        ("[!spoiler] S1E08\nIt was him.", "S1E08", "It was him."),
        ("[!spoiler]- S1E08 It was him.", "S1E08", "It was him."),
        ("  [!Spoiler]", "", ""),
        ("It was him.", None, "It was him."),
    ],
)
def test_a_marker_is_parsed_and_removed(text: str, stamp: str | None, rest: str) -> None:
    assert spoiler_stamp(text) == stamp
    assert without_marker(text) == rest


def test_a_task_list_next_to_a_spoiler_is_unchanged() -> None:
    text = "- [ ] to do\n- [x] done\n\n> [!spoiler] 5\n> later\n"
    assert hide_spoilers(text, timeline(), 2) == "- [ ] to do\n- [x] done\n"


def test_text_after_nested_hidden_spoilers_stays() -> None:
    text = "> [!spoiler] 4\n> a\n>\n> > [!spoiler] 6\n> > b\n> > c\n> > d\n\nVisible one.\n\nVisible two.\n"
    assert visible_lines(text, 3) == ["Visible one.", "Visible two."]


@pytest.mark.parametrize("first", ["[!spoiler] 2", "[!reported] 2023-08", "A quote."])
def test_a_marker_further_down_gates_the_whole_quote(first: str) -> None:
    text = f"> {first}\n> told\n> [!spoiler] 5\n> secret\n"
    assert hide_spoilers(text, timeline(), 4).strip() == ""
    assert "secret" in hide_spoilers(text, timeline(), 5)


def test_a_quote_that_begins_with_a_spoiler_quote_is_not_a_spoiler() -> None:
    assert visible_lines("> > [!spoiler] 5\n> > x\n>\n> visible\n", 4) == ["> visible"]


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("before\n\n[!spoiler] 5\nsecret\n\nafter\n", ["before", "after"]),
        ("> " * 150 + "[!spoiler] 5\n" + "> " * 150 + "secret\n\nafter\n", ["after"]),
    ],
    ids=["outside a quote", "nested too deep"],
)
def test_a_marker_outside_a_parsed_quote_hides_its_block(text: str, kept: list[str]) -> None:
    assert visible_lines(text, 4) == kept
    assert "secret" in hide_spoilers(text, timeline(), 5)


def test_text_around_a_spoiler_inside_a_quote_stays_one_quote() -> None:
    assert hide_spoilers("> a\n> > [!spoiler] 5\n> > x\n>\n> b\n", timeline(), 4).split("\n") == ["> a", ">", "> b", ""]
    assert visible_lines("1. a\n2. > [!spoiler] 5\n   > x\n3. c\n", 4) == ["1. a", "3. c"]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("One.\n\n{0}\n\n{1}\n\nTwo.\n", "One.\n\nTwo.\n"),
        ("One.\n\n\n{0}\n\n\nTwo.\n", "One.\n\n\nTwo.\n"),
        ("One.\n\n\n{0}\n\nTwo.\n", "One.\n\nTwo.\n"),
        ("One.\n{0}\n\nTwo.\n", "One.\n\nTwo.\n"),
        ("One.\n\n{0}\n# Two\n", "One.\n\n# Two\n"),
        ("One.\n{0}\n# Two\n", "One.\n\n# Two\n"),
        ("One.\n\n{0}\n\n{1}\n", "One.\n"),
        ("One.\n\n{0}", "One."),
        ("One.\n\n{0}\n\n", "One.\n\n"),
        ("{0}\n\n{1}\n\nTwo.\n", "Two.\n"),
        ("\n{0}\n\nTwo.\n", "\nTwo.\n"),
        ("{0}\n", ""),
        ("\n{0}\n\n{1}\n\n\n{2}\n", ""),
        ("- One.\n\n- {0}\n\n- Two.\n", "- One.\n\n- Two.\n"),
        ("> One.\n>\n> {0}\n>\n> {1}\n>\n> Two.\n", "> One.\n>\n> Two.\n"),
        ("> One.\n>\n> {0}\n\nTwo.\n", "> One.\n\nTwo.\n"),
        ("One.\n\n> {0}\n>\n> Two.\n", "One.\n\n> Two.\n"),
        ("One.\n\n> {0}\n>\n\nTwo.\n", "One.\n\nTwo.\n"),
        ("One.\n\n> {0}\n>\n> {1}\n\nTwo.\n", "One.\n\nTwo.\n"),
        ("One.\n\n- [!spoiler] 4\n\nTwo.\n", "One.\n\nTwo.\n"),
    ],
)
def test_blank_lines_do_not_count_hidden_quotes(text: str, shown: str) -> None:
    quotes = (f"> [!spoiler] {number} secret" for number in (4, 5, 6))
    assert hide_spoilers(text.format(*quotes), timeline(), 3) == shown


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("* 1. 10) {0}\n     10) seen\n", "* 1. 10) seen\n"),
        ("* 1. {0}\n  2. seen\n", "* 2. seen\n"),
        ("* 1. {0}\n\n  seen\n", "* seen\n"),
        ("* 1. {0}\n  2. {0}\n  3. seen\n", "* 3. seen\n"),
        ("* 1. {0}\n  2. {0}\n\nAfter.\n", "After.\n"),
        ("* 1. {0}\n* seen\n", "* seen\n"),
        ("- - - {0}\n    - seen\n", "- - - seen\n"),
        ("- - - {0}\n  - seen\n", "- - seen\n"),
        ("- - - {0}\n\n    seen\n", "- - seen\n"),
        ("- > {0}\n  >\n  > seen\n", "- > seen\n"),
        ("- > - {0}\n  >\n  > - seen\n", "- > - seen\n"),
        ("> - 1. {0}\n>   2. seen\n", "> - 2. seen\n"),
        ("[^1]: - {0}\n    - seen\n", "[^1]: - seen\n"),
        ("*\n  1. {0}\n  2. seen\n", "*\n  2. seen\n"),
        ("* seen\n  1. {0}\n  2. seen too\n", "* seen\n  2. seen too\n"),
    ],
)
def test_an_item_that_begins_with_a_hidden_item_keeps_its_marker(text: str, shown: str) -> None:
    assert hide_spoilers(text.format("> [!spoiler] 4 secret"), timeline(), 3) == shown


def test_an_item_of_hidden_blocks_before_more_hidden_blocks_is_hidden() -> None:
    text = "# h\n- > [!spoiler] 3\n\n  > y\n[!spoiler] 4 z\n> [!spoiler] 2\n    > q"
    assert hide_spoilers(text, timeline(), 1) == "# h"
