"""Checks the spoilers of a section: markers that are wrong or misspelt, and traces that hidden spoilers leave."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from aotad_tui.markdown import blocks_parser, full_parser
from aotad_tui.markdown_internals import definition_key
from aotad_tui.story.callouts import CALLOUTS, CalloutReader
from aotad_tui.story.spoilers import SpoilerBlock, doubtful_lines, spoiler_blocks
from aotad_tui.story.timeline import Position, Timeline

from .problems import Mark, Problems, did_you_mean
from .shapes import shorten
from .stamps import meant_point

if TYPE_CHECKING:
    from markdown_it.token import Token

    from aotad_tui.markdown_internals import Env

_CODE_SPAN = re.compile(r"(`+).*?\1", re.DOTALL)
_IN_BRACKETS = re.compile(r"\[(?P<label>[^\[\]]+)\]")


class SpoilerChecker:
    """Checks the text of one section without its comments. `numbers`: the number of each line in the section's file.

    `stamps`: the position from which each line is visible.
    """

    def __init__(
        self, body: str, since: Position, timeline: Timeline, path: str, numbers: Sequence[int], problems: Problems
    ) -> None:
        self._body = body
        self._since = since
        self._timeline = timeline
        self._path = path
        self._numbers = numbers
        self._problems = problems
        self._lines = body.split("\n")
        self._tokens = blocks_parser().parse(body)
        self._blocks = list(spoiler_blocks(body, timeline))
        self.stamps = [since] * len(self._lines)
        for block in self._blocks:
            for number in range(block.first, min(block.end, len(self._lines))):
                self.stamps[number] = max(self.stamps[number], block.position(timeline))

    def run(self) -> None:
        """Report all problems with the spoilers."""
        for block in self._blocks:
            self._check_block(block)
        self._check_callouts()
        self._check_lists()
        if "[" in self._body:
            self._check_definitions()

    def _report(self, number: int, code: str, message: str) -> None:
        line = self._lines[number]
        column = len(line) - len(line.lstrip()) + 1
        self._problems.report(Mark(self._path, self._numbers[number], column), code, message)

    def _check_block(self, block: SpoilerBlock) -> None:
        if block.is_stray:
            message = "spoiler marker outside a quote, so the whole block is hidden; start its lines with `>`"
            self._report(block.first, "STRAY-SPOILER", message)
        elif len(block.stamps) > 1 or not block.starts_with_marker:
            message = "spoiler marker inside a quote, so the whole quote is hidden; put a blank line before it"
            self._report(block.first, "SPOILERS-RUN-ON", message)
        for stamp in block.stamps:
            if stamp is not None and self._timeline.position(stamp) is None:
                wrong = f"unknown point '{stamp}'" if stamp else "no point"
                hint = meant_point(self._timeline, stamp) if stamp else "; add the point"
                message = f"{wrong} in this spoiler marker, so the spoiler stays hidden until the end{hint}"
                self._report(block.first, "UNKNOWN-POINT", message)
        self._check_earlier(block)
        for number in range(block.first, min(block.end, len(self._lines))):
            line = self._lines[number]
            if not block.is_stray and line.strip() and ">" not in line:
                message = "line without `>` inside a spoiler; start it with `>`, or put a blank line before it"
                self._report(number, "LAZY-LINE", message)

    def _check_earlier(self, block: SpoilerBlock) -> None:
        """Report a spoiler whose point is before that of the page or of the spoiler around it, so that it is no use."""
        around = [
            other.position(self._timeline)
            for other in self._blocks
            if other is not block and other.first <= block.first and block.end <= other.end
        ]
        is_page_held = self._since == len(self._timeline)
        if not is_page_held and block.position(self._timeline) < max([self._since, *around]):
            until = self._when(max([self._since, *around]))
            message = f"what is around this spoiler is shown only from {until} on; correct one of the points"
            self._report(block.first, "EARLY-STAMP", message)

    def _check_callouts(self) -> None:
        """Report lines that may be misspelt markers, and callouts with unknown names."""
        held = {number for block in self._blocks if None in block.stamps for number in range(block.first, block.end)}
        for number, callout in doubtful_lines(self._lines, self._timeline).items():
            if number in held:
                message = f"'{shorten(callout.text)}' may be a spoiler marker, so the quote stays hidden until the end"
                meant = f"[!spoiler] {callout.point or 'POINT'}"
                self._report(number, "UNKNOWN-CALLOUT", f"{message}; did you mean '{meant}'?")
        reader = CalloutReader(self._timeline)
        for number in _first_lines_of_quotes(self._tokens):
            unknown = reader.read(self._lines[number])
            if unknown and unknown.is_in_brackets and not unknown.is_known and number not in held:
                hint = did_you_mean(unknown.name, sorted(CALLOUTS)) or "; use a known one, such as note"
                self._report(number, "UNKNOWN-CALLOUT", f"unknown callout '{shorten(unknown.text)}'{hint}")

    def _check_lists(self) -> None:
        """Report numbered lists in which an item is hidden longer than one after it: a number is missing then.

        On the page items are counted; only the number of the first one is seen. Copied text has the numbers as written.
        """
        for number, token in enumerate(self._tokens):
            if token.type != "ordered_list_open":
                continue
            items = list(_items(self._tokens[number + 1 :], token.level))
            for at, (item, earliest) in enumerate(zip(items, self._earliest_from(items), strict=True)):
                since, until = self._shown_from(earliest), self._shown_from(item)
                if since < until and earliest.info != item.info and item.map:
                    begins = f"this list begins at '{earliest.info}.'"
                    trace = "a copy of this list lacks a number" if at else begins
                    which = f"its item '{item.info}.'" if at else "its first item"
                    why = f"since {which} is hidden until {self._when(until)}"
                    advice = f"write '{items[0].info}.' before each item"
                    message = f"{trace} from {self._when(since)} on, {why}; {advice}"
                    self._report(item.map[0], "TRACE", message)
                    break

    def _earliest_from(self, items: Sequence[Token]) -> list[Token]:
        """For each item, the one that is shown first of it and those after it."""
        earliest: list[Token] = []
        for item in reversed(items):
            earliest.append(min(item, earliest[-1], key=self._shown_from) if earliest else item)
        return earliest[::-1]

    def _check_definitions(self) -> None:
        """Report notes and link definitions that are hidden longer than a text that uses them and so shows brackets."""
        hidden_until = self._definitions()
        for token in self._tokens:
            for number, label in _labels(token):
                until = hidden_until.get(definition_key(label), 0)
                since = self.stamps[number]
                if since < until:
                    trace = f"'[{shorten(label)}]' is shown as written from {self._when(since)} on"
                    why = f"since its definition is hidden until {self._when(until)}"
                    self._report(number, "TRACE", f"{trace}, {why}; hide both or neither")

    def _definitions(self) -> dict[str, Position]:
        """The position from which each note and link definition is visible, by its label."""
        environment: Env = {}
        full_parser().parse(self._body, environment)
        references = environment.get("references", {})
        shown_from = {label: self.stamps[definition["map"][0]] for label, definition in references.items()}
        for token in self._tokens:
            if token.type == "footnote_reference_open":
                label = definition_key(f"^{token.meta['label']}")
                shown_from[label] = min(self._shown_from(token), shown_from.get(label, len(self._timeline)))
        return shown_from

    def _shown_from(self, token: Token) -> Position:
        """The position from which a part of a block is visible."""
        numbers = range(*token.map) if token.map else range(0)
        return min((self.stamps[number] for number in numbers if self._lines[number].strip(" \t>")), default=0)

    def _when(self, position: Position) -> str:
        return self._timeline.untitled(position).lower() if position else "the start"


def _first_lines_of_quotes(tokens: Sequence[Token]) -> Iterator[int]:
    """The lines of the quotes that begin with a paragraph."""
    for quote, opening in pairwise(tokens):
        if (quote.type, opening.type) == ("blockquote_open", "paragraph_open") and opening.map:
            yield opening.map[0]


def _items(tokens: Sequence[Token], level: int) -> Iterator[Token]:
    """The items of a list whose opening token has that level; `tokens` are those after it."""
    for token in tokens:
        if token.level == level:
            return
        if token.type == "list_item_open" and token.level == level + 1:
            yield token


def _labels(token: Token) -> Iterator[tuple[int, str]]:
    """The labels of notes and links that a text may use, with their lines. Text in code uses none."""
    if token.type == "inline" and token.map:
        text = _CODE_SPAN.sub(lambda code: "\n" * code.group().count("\n"), token.content)
        for match in _IN_BRACKETS.finditer(text):
            yield token.map[0] + text.count("\n", 0, match.start()), match["label"]
