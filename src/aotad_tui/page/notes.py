"""Footnotes: held back where they are written, numbered by where they are first named, shown at the end."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from aotad_tui.cells import Span, width
from aotad_tui.story.links import SECTION
from aotad_tui.story.values import Section

from .flatten import leaves
from .inline import FOOTNOTE, Inliner
from .leaves import Label, Leaf, Prose, Rule

if TYPE_CHECKING:
    from markdown_it.token import Token

    from .stream import Env

BACK = "from-note:"
"""What the place is called from which a note, by its number, is first named."""


def other_end(name: str) -> str:
    """The place that names a note for the place of the note, and the other way round; "" for what is neither."""
    for here, there in ((FOOTNOTE, BACK), (BACK, FOOTNOTE)):
        if name.startswith(here):
            return there + name.removeprefix(here)
    return ""


class Notes:
    """The notes of one text, whose definitions `env` holds."""

    def __init__(self, section: Section, env: Env, inliner: Inliner) -> None:
        self._section = section
        self._env = env
        self._inliner = inliner
        self._held: dict[str, list[Token]] = {}
        self._naming: list[str] = []  # the texts, in order, in which notes may be named
        self._settled = 0

    @property
    def version(self) -> int:
        """How many definitions of links and notes are known; more once the numbers of the notes are."""
        notes = self._env.get("footnotes", {}).get("refs", {})
        return len(self._env.get("references", ())) + len(notes) + self._settled

    def without_notes(self, tokens: list[Token]) -> list[Token]:
        """The tokens without the notes that are written among them, which are kept for the end."""
        self._naming.extend(
            token.content
            for token in tokens
            if token.type == "inline" and ("[^" in token.content or "^[" in token.content)
        )
        if not any(token.type == "footnote_reference_open" for token in tokens):
            return tokens
        kept: list[Token] = []
        current: list[Token] | None = None
        for token in tokens:
            if token.type == "footnote_reference_open":
                current = self._held.setdefault(str(token.meta["label"]), [])
                current.clear()  # of two notes with one name the later one holds
            elif token.type == "footnote_reference_close":
                current = None
            else:
                (kept if current is None else current).append(token)
        return kept

    def at_the_end(self) -> Iterator[Leaf | None]:
        """The leaves of all notes that are named, once all text is read: only now their numbers are certain.

        Before them comes None for each text that names some, so that whoever asks may rest: there can be thousands.
        """
        notes = self._env.get("footnotes")
        if not notes and not self._naming:
            return
        # Numbered apart, since who looks at a text meanwhile numbers what it names as well.
        numbered = dict(self._env)
        if notes:
            numbered["footnotes"] = {"refs": dict.fromkeys(notes.get("refs", {}), -1), "list": {}}
        for text in self._naming:
            self._inliner.remember(text, numbered)
            yield None
        self._env.update(numbered)
        self._settled = 1
        found = self._env.get("footnotes", {}).get("list", {})
        if found:
            yield Leaf(Rule(short=True), gap=())
        for number, note in enumerate(list(found.values()), 1):
            sign = Span(f"[{number}] ", "footnote", f"{SECTION}{self._section.id}#{BACK}{number}")
            if "label" in note:
                said = list(leaves(self._held.get(note["label"], []), sign))
            else:
                said = [Leaf(Prose(note["content"]), (sign,), (Span(" " * width(sign.text)),), ())]
            said = said or [Leaf(Label((Span("?"),)), (sign,), (), ())]
            if number == 1:
                said[0].gap = None  # the rule is above it
            yield from said

    def reference(self, name: str, known: Sequence[Leaf]) -> int | None:
        """The leaf in which the note of a name such as `from-note:2` is first named."""
        link = FOOTNOTE + name.removeprefix(BACK)
        for number, leaf in enumerate(known):
            body = leaf.body
            texts = [body.markdown] if isinstance(body, Prose) else []
            for text in texts:
                if ("[^" in text or "^[" in text) and any(
                    (span.link or "").endswith("#" + link) for span in self._inliner.unnamed(text)
                ):
                    return number
        return None
