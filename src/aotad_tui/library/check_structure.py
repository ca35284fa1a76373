"""Checks the structure of pages: notes, definitions of links, images, addresses, headings, and parts without text."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING
from urllib.parse import unquote

from aotad_tui.markdown import blocks_parser, full_parser
from aotad_tui.markdown_internals import definition_key

from .check_texts import with_column
from .folder import MEDIA_ENDINGS, Folder
from .problems import Mark, Problems
from .shapes import shorten

if TYPE_CHECKING:
    from markdown_it.token import Token

    from aotad_tui.markdown_internals import Env

_CODE_SPAN = re.compile(r"(`+).*?\1", re.DOTALL)
_LABEL = re.compile(r"(?<!\\)\[(?P<label>[^\[\]]+)\]")
_REFERENCE = re.compile(r"(?<!\\)\[(?P<text>[^\[\]]+)\]\[(?P<label>[^\[\]]*)\]")
_UNSAFE = re.compile(r"\]\(\s*<?(?P<address>(?P<scheme>javascript|vbscript|file|data):[^)\s]*)", re.IGNORECASE)
_EMBED = re.compile(r"!\[\[(?P<target>[^\[\]|#\n]+)")


class StructureChecker:
    """Checks one page. `shown`: its text without comments; `tokens`: the same parsed; `numbers`: of its lines."""

    def __init__(
        self,
        shown: str,
        tokens: Sequence[Token],
        path: str,
        numbers: Sequence[int],
        folder: Folder,
        problems: Problems,
    ) -> None:
        self._shown = shown
        self._tokens = tokens
        self._path = path
        self._lines = shown.split("\n")
        self._numbers = numbers
        self._folder = folder
        self._problems = problems

    def run(self) -> None:
        """Report all problems."""
        if not self._shown.strip():
            self._report(0, "NO-TEXT", "this page has no text; write some or remove the file")
        self._check_headings()
        self._check_inlines()
        if "[" in self._shown:
            self._check_definitions()

    def _report(self, index: int, code: str, message: str, written: str = "", subject: str = "") -> None:
        line = self._lines[index]
        mark = with_column(Mark(self._path, self._numbers[index]), line, written)
        self._problems.report(mark, code, message, subject=subject)

    def _check_headings(self) -> None:
        first: dict[tuple[str, ...], int] = {}
        above: dict[int, str] = {}
        tops = [token for token in self._tokens if token.level == 0 or token.type == "inline"]
        for number, token in enumerate(tops):
            if token.type != "heading_open" or token.map is None:
                continue
            level = int(token.tag[1:])
            above = {other: words for other, words in above.items() if other < level}
            above[level] = tops[number + 1].content
            key = tuple(above[other] for other in sorted(above))
            if key in first:
                message = f"the heading on line {self._numbers[first[key]]} has the same words; rename one of the two"
                self._report(token.map[0], "REPEATED", message)
            first.setdefault(key, token.map[0])
            following = tops[number + 3] if number + 3 < len(tops) else None
            is_last = following is None or following.type.startswith("footnote")
            ends = (
                is_last or following is None or (following.type == "heading_open" and int(following.tag[1:]) <= level)
            )
            if ends:
                self._report(token.map[0], "NO-TEXT", "no text follows this heading; write some or remove it")

    def _check_inlines(self) -> None:
        for token in self._tokens:
            if token.type != "inline" or token.map is None:
                continue
            children = token.children or []
            for number, child in enumerate(children):
                if child.type == "link_open" and children[number + 1].type == "link_close":
                    self._report(token.map[0], "NO-TEXT", "this link has no words; write some", "[](")
                elif child.type == "image":
                    self._check_image(token.map[0], str(child.attrs.get("src", "")))
            text = _without_code(token.content)
            for match in _UNSAFE.finditer(text):
                message = f"{match['scheme'].lower()}: addresses are never opened, so this is plain text; remove it"
                self._report(_line_of(token, text, match), "UNSAFE-LINK", message, match["address"])
            for match in _EMBED.finditer(text):
                if match["target"].lower().endswith(MEDIA_ENDINGS):
                    self._check_image(_line_of(token, text, match), match["target"])

    def _check_image(self, index: int, source: str) -> None:
        """Report a picture that is no file. Only its description is shown, but other programs show the picture."""
        if not source or re.match(r"[a-z][a-z0-9+.-]*:|//", source, re.IGNORECASE):
            return
        target = unquote(source.partition("#")[0].partition("?")[0])
        beside = posixpath.normpath(posixpath.join(posixpath.dirname(self._path), target))
        if not any(self._folder.exists(path) for path in (beside, target.lstrip("/"), f"sections/{target}")):
            message = f"there is no picture '{shorten(target)}'; correct or remove it"
            self._report(index, "BROKEN-IMAGE", message, source, subject=source)

    def _check_definitions(self) -> None:
        environment: Env = {}
        full_parser().parse(self._shown, environment)
        references = environment.get("references", {})
        blocks = blocks_parser().parse(self._shown)
        notes: dict[str, int] = {}
        for token, following in zip(blocks, [*blocks[1:], None], strict=True):
            if token.type == "footnote_reference_open" and token.map:
                label = str(token.meta["label"])
                key = definition_key(f"^{label}")
                if key in notes:
                    message = f"the note [^{shorten(label)}] is also on line {self._numbers[notes[key]]}; rename one"
                    self._report(token.map[0], "REPEATED", message)
                notes.setdefault(key, token.map[0])
                if following is None or following.type == "footnote_reference_close":
                    self._report(token.map[0], "NO-TEXT", f"the note [^{shorten(label)}] has no text; write some")
        used: set[str] = set()
        for index, label in self._labels(blocks):
            used.add(definition_key(label))
            if label.startswith("^") and definition_key(label) not in notes and " " not in label:
                message = f"no note has the label '{shorten(label)}', so the brackets are shown; add the note"
                self._report(index, "BROKEN-NOTE", message, f"[{label}]", subject=label)
        self._check_references(blocks, references)
        for key, index in notes.items():
            if key not in used:
                self._report(index, "UNUSED", f"nothing refers to the note [{shorten(key.lower())}]; use or remove it")
        for key, definition in references.items():
            if key not in used:
                message = f"no link uses the definition [{shorten(key.lower())}]; use or remove it"
                self._report(definition["map"][0], "UNUSED", message)
        for definition in environment.get("duplicate_refs", ()):
            message = f"[{shorten(str(definition['label']).lower())}] is defined before, and this is ignored; remove it"
            self._report(definition["map"][0], "REPEATED", message)

    def _check_references(self, blocks: Sequence[Token], references: dict[str, object]) -> None:
        for token in blocks:
            if token.type != "inline" or token.map is None:
                continue
            text = _without_code(token.content)
            for match in _REFERENCE.finditer(text):
                label = match["label"] or match["text"]
                if definition_key(label) not in references and not label.startswith("^"):
                    message = f"no definition has the label '{shorten(label)}', so the brackets are shown; add it"
                    self._report(_line_of(token, text, match), "BROKEN-LINK", message, match.group(), subject=label)

    def _labels(self, blocks: Sequence[Token]) -> Iterator[tuple[int, str]]:
        """The labels in brackets in texts, with the index of their line."""
        for token in blocks:
            if token.type == "inline" and token.map:
                text = _without_code(token.content)
                for match in _LABEL.finditer(text):
                    yield _line_of(token, text, match), match["label"]


def _without_code(text: str) -> str:
    """A text of a paragraph with its code blanked, of the same length."""
    return _CODE_SPAN.sub(lambda code: re.sub(r"[^\n]", " ", code.group()), text)


def _line_of(token: Token, text: str, match: re.Match[str]) -> int:
    """The index of the line of a match in a paragraph's text."""
    return (token.map or [0])[0] + text.count("\n", 0, match.start())
