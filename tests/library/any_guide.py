"""A Hypothesis strategy for arbitrary guides, as files."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from hypothesis import strategies as st

from .guide_maker import IDS, POINTS, GuideMaker

T = TypeVar("T")

stamps = st.sampled_from(["start", *POINTS, *POINTS, "end", None])
meetings = st.sampled_from(["start", *POINTS, *POINTS, "end", "later", None])
words = st.sampled_from(["red", "green", "blue", "white", "black", "No", "012"])

endings = st.sampled_from(["d", "e", "k", "ck"])

SNIPPETS = (
    "A paragraph, {0}.",
    "Of {0}d, of whit and blace.",
    "> [!spoiler] {1}\n> It was {0}.",
    "> [!SPOILER]- {1}\n> It was {0}\nand lazy.",
    "> [!spoiler]\n> It was {0}.",
    "> A quote.\n>\n> > [!spoiler] {1}\n> > It was {0}.\n>\n> Its end.",
    "> [!spoiler] {1}\n> It was {0}.\n>\n> > [!spoiler] {2}\n> > And more.",
    "- one\n\n  > [!spoiler] {1}\n  > It was {0}.\n\n- two",
    "1. one\n2. > [!spoiler] {1}\n   > It was {0}.\n3. three",
    "9. nine\n10. > [!spoiler] {1}\n    > It was {0}.\n\n    Its end.\n11. eleven",
    "- > [!spoiler] {1}\n  > It was {0}.\n\n  > [!spoiler] {2}\n  > And more.\n\n  Its end.",
    "> [!spoiler] {1}\n> ```\n> {0}\n> ```",
    "```\n> [!spoiler] {1}\n```",
    "A note.[^{0}]\n\n[^{0}]: > [!spoiler] {1}\n    > It was {0}.",
    "Shown. <!-- It was {0}. -->",
    "<!--\n> [!spoiler] {1}\n> It was {0}.\n-->\n\nAfter it.",
    "> [!spoiler] {1}\n> <!-- It was\n\nafter {0} -->.",
    "%%\n{0}\n\n> [!spoiler] {1}\n> It was {0}. %%\n\nAfter it.",
    "[[ann]], [[a]], [[b#{0}]], ![[b]], ==high {0}== and H<sub>2</sub>O. ^id-{1}",
    "<details><summary>{0}</summary>\n\n> [!spoiler] {1}\n> It <kbd>was</kbd> {0}.<br>\n\n</details>",
    "* 1. 10) > [!spoiler] {1}\n         > It was {0}.\n     11) Its end.",
    "* 1. > [!spoiler] {1}\n     > It was {0}.\n  2. > [!spoiler] {2}\n     > And more.\n\n  Its end.",
    "* > > [!spoiler] {1}\n  > > It was {0}.\n  >\n  > Its end.",
    "> [!spoilr] {1}\n> It was {0}.",
    "- > **[!spoiler]** {1}\n  > It was {0}.",
    "> [!reveal] end\n> It was {0}.",
)
points = st.sampled_from(["start", *POINTS, "end", "99"])
bodies = st.lists(st.builds(str.format, st.sampled_from(SNIPPETS), words, points, points), max_size=4).map("\n\n".join)


class AnyGuide(GuideMaker):
    def __init__(self, draw: st.DrawFn) -> None:
        super().__init__([id for id in IDS["characters"] if draw(st.booleans())])
        self._draw = draw

    def text(self, path: str, /) -> str:
        return self._draw(endings if path == "guide/endings" else words)

    def stamp(self, path: str, /) -> str | None:
        return self._draw(stamps if path != "characters/met" else meetings)

    def pick(self, _path: str, options: Sequence[T], /) -> T:
        return self._draw(st.sampled_from(options))

    def number(self, least: int, most: int) -> int:
        return self._draw(st.integers(least, most))

    def count(self) -> int:
        return self._draw(st.integers(0, 3))

    def has(self, path: str, /) -> bool:
        return path.endswith("/since") or self._draw(st.booleans())

    def is_short(self) -> bool:
        return self._draw(st.booleans())

    def body(self) -> str:
        return self._draw(bodies)


@st.composite
def guides(draw: st.DrawFn) -> dict[str, str]:
    return AnyGuide(draw).files()
