"""Searches texts for names that are known only later, and for words of hindsight."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import replace

from aotad_tui.story.story import Story
from aotad_tui.story.timeline import Position

from .hindsight import HindsightFinder
from .later_names import LaterName, LaterNames
from .problems import Mark, Problems
from .shown_texts import ShownText


class TextChecker:
    """Checks texts of a whole, ungated story. `texts`: all of them. `hindsight`: words that the guide adds."""

    def __init__(self, story: Story, texts: Iterable[str], hindsight: Iterable[str], problems: Problems) -> None:
        self._story = story
        self._problems = problems
        self._hindsight = HindsightFinder(story.language, hindsight)
        self.names = LaterNames(story, texts, problems.faulty_ids)
        self._last = ("", 0, "", "")
        """The path, line, whole name and written form of the last leak."""
        self.mentioned: set[str] = set()
        """The ids of the people and terms that a text or link mentions."""

    def check_shown(self, shown: Iterable[ShownText], spellings: Collection[str]) -> None:
        """Check the texts of the guide's YAML. `spellings`: the names of people and terms."""
        for text in shown:
            if text.text == self._story.title:  # a name in it is on the cover
                continue
            find: Callable[[str, Position], Iterable[LaterName]] = self.names.find
            if any(text.what.endswith(f" of '{owner}'") for owner in self.names.owners(text.text)):
                find = self.names.find_in_name
            elif self.names.is_title(text.text):
                find = self.names.find_in_title
            self._report_leaks(list(find(text.text, text.since)), text.since, text.mark, text.what)
            if text.text not in spellings:
                self.check_hindsight([text.text], text.since, [text.mark], [""])

    def check_line(
        self, text: str, since: Position, mark: Mark, line: str, unnamed: Collection[str], *, what: str = "the text"
    ) -> None:
        """Check a text that is on a line of a page. `line`: that line as it is in the file."""
        self._report_leaks(list(self.names.find(text, since, unnamed)), since, mark, what, line)
        self.mentioned |= self.names.owners_found()

    def check_path(self, words: str, since: Position, mark: Mark, line: str = "", what: str = "the path") -> None:
        """Check a path, an address or a label, in which names are in lower case."""
        self._report_leaks(list(self.names.find_in_path(words, since)), since, mark, what, line)

    def check_hindsight(
        self, paragraph: Sequence[str], since: Position, marks: Sequence[Mark], lines: Sequence[str]
    ) -> None:
        """Report words of hindsight in the lines of a paragraph that is shown before the end.

        `marks`: the place of each line; `lines`: each line as it is in the file.
        """
        if since == len(self._story.timeline):
            return
        text = "\n".join(paragraph)
        for start, words in self._hindsight.find(text):
            index = text.count("\n", 0, start)
            message = f"'{words}' tells that something changes later; write what is known from this point on"
            mark = with_column(marks[index], lines[index], words)
            self._problems.report(mark, "HINDSIGHT", message, subject=words.lower())

    def _report_leaks(self, found: Iterable[LaterName], since: Position, mark: Mark, what: str, line: str = "") -> None:
        when = self._story.timeline.untitled(since).lower() if since else "the start"
        for later in found:
            if self._is_rest_of_last(mark, later):
                continue
            message = f"{what} is shown from {when} but contains {later.words}; show it later or remove the name"
            self._problems.report(with_column(mark, line, later.written), "LEAK", message, subject=later.name)

    def _is_rest_of_last(self, mark: Mark, later: LaterName) -> bool:
        """Whether this is another part of the name that the last leak was about, divided by marks or a line break."""
        path, line, whole, written = self._last
        self._last = (mark.path, mark.line, later.whole, later.written)
        is_near = path == mark.path and 0 <= mark.line - line <= 1
        return is_near and whole == later.whole != later.name and written not in (later.written, whole)


def with_column(mark: Mark, line: str, written: str) -> Mark:
    """The mark with the column at which these words begin in the line of its file, if they are in it."""
    return replace(mark, column=line.index(written) + 1) if written and written in line else mark
