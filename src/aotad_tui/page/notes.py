"""Footnotes: removed where they are written, numbered by their first reference, shown at the end."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from aotad_tui.cells import Span, width
from aotad_tui.link import NoteEnd
from aotad_tui.story.values import Section

from .block_builder import BlockBuilder
from .inline import Inliner
from .leaf_blocks import Label, LeafBlock, Prose, Rule

if TYPE_CHECKING:
    from markdown_it.token import Token

    from aotad_tui.markdown_internals import Env


class Notes:
    """The notes of one text, whose definitions are in `env`."""

    def __init__(self, section: Section, env: Env, inliner: Inliner) -> None:
        self._section = section
        self._env = env
        self._inliner = inliner
        self._note_tokens: dict[str, list[Token]] = {}
        self._open: list[list[Token]] = []  # The note that is being read, after those that contain it.
        self._texts_with_references: list[str] = []  # The texts, in order, that may refer to notes.
        self._are_numbered = 0

    @property
    def version(self) -> int:
        """The number of known definitions of links and notes, plus one when the notes are numbered."""
        notes = self._env.get("footnotes", {}).get("refs", {})
        return len(self._env.get("references", ())) + len(notes) + self._are_numbered

    def without_notes(self, tokens: list[Token]) -> list[Token]:
        """The tokens without the notes among them, which are stored for the end."""
        self._texts_with_references.extend(
            token.content for token in tokens if token.type == "inline" and _may_refer(token.content)
        )
        if not self._open and not any(token.type == "footnote_reference_open" for token in tokens):
            return tokens
        others: list[Token] = []
        for token in tokens:
            if token.type == "footnote_reference_open":
                self._open.append([])  # Of two notes with one name the later one counts.
                self._note_tokens[str(token.meta["label"])] = self._open[-1]
            elif token.type == "footnote_reference_close":
                self._open.pop()
            else:
                (self._open[-1] if self._open else others).append(token)
        return others

    def notes_at_end(self, note_texts: Mapping[str, Sequence[str]]) -> Iterator[LeafBlock | None]:
        """The leaf blocks of all notes with references, after all text is read: which makes their numbers certain.

        `note_texts`: see `BlockBuilder.note_texts`. Yields None for each text with references first, so that the caller
        can pause: there may be thousands of them.
        """
        notes = self._env.get("footnotes")
        if not notes and not self._texts_with_references:
            return
        # Numbered separately, since drawing a text meanwhile numbers its notes as well.
        numbered = dict(self._env)
        if notes:
            numbered["footnotes"] = {"refs": dict.fromkeys(notes.get("refs", {}), -1), "list": {}}
        pieces = dict(note_texts)
        for tokens in self._note_tokens.values():
            if any("^[" in token.content for token in tokens):
                builder = BlockBuilder()
                yield from (None for _ in builder.leaves(tokens))
                pieces.update(builder.note_texts)
        for text in self._texts_with_references:
            for piece in pieces.get(text, (text,)):
                self._inliner.remember(piece, numbered)
            yield None
        self._env.update(numbered)
        self._are_numbered = 1
        numbered_notes = self._env.get("footnotes", {}).get("list", {})
        if numbered_notes:
            yield LeafBlock(Rule(short=True), gap=())
        for number, note in enumerate(list(numbered_notes.values()), 1):
            sign = Span(f"[{number}] ", "footnote", NoteEnd(str(number), is_reference=True).link(self._section.id))
            if "label" in note:
                drawn: Iterator[LeafBlock] = BlockBuilder(sign).leaves(self._note_tokens.get(note["label"], []))
            else:
                drawn = iter([LeafBlock(Prose(note["content"]), (sign,), (Span(" " * width(sign.text)),), ())])
            first = next(drawn, LeafBlock(Label((Span("?"),)), (sign,), (), ()))
            if number == 1:
                first.gap = None  # The rule is above it.
            yield first
            yield from drawn

    def find(self, end: NoteEnd, known: Sequence[LeafBlock]) -> int | None:
        """The leaf block in which a note begins, or of its first reference; None if there is none yet."""
        return self._reference(end, known) if end.is_reference else self._note(end, known)

    def _note(self, note: NoteEnd, known: Sequence[LeafBlock]) -> int | None:
        back = note.other.link(self._section.id)
        return next(
            (number for number, leaf in enumerate(known) if any(span.link == back for span in leaf.first)), None
        )

    def _reference(self, reference: NoteEnd, known: Sequence[LeafBlock]) -> int | None:
        link = reference.other.link(self._section.id)
        for number, leaf in enumerate(known):
            body = leaf.body
            texts = [body.markdown] if isinstance(body, Prose) else []
            for text in texts:
                if _may_refer(text) and any(span.link == link for span in self._inliner.unnamed(text)):
                    return number
        return None


def _may_refer(text: str) -> bool:
    """Whether a text may refer to notes. One sign first: a search for two takes 30 ms in 5 MB of brackets."""
    return "^" in text and ("[^" in text or "^[" in text)
