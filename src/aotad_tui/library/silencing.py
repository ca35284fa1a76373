"""Comments that silence `check`: `check: ignore CODE reason` in `#…`, `<!--…-->` or `%%…%%`.

Such a comment holds for its own line, or alone on a line for the next one with text. With `ignore-file` it holds for
the whole file. Without a reason it silences nothing, so that whoever reads the file knows why.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from aotad_tui.cleaning import clean, clean_line
from aotad_tui.story.comments import comments

from .codes import CODES
from .folder import PAGE_ENDINGS, Folder
from .load import yaml_files
from .problems import Mark, Problem, Problems, did_you_mean
from .sections import SECTIONS, split_front_matter
from .shapes import shorten

_WORD = "check:"
_SILENCE = re.compile(r"check:\s*ignore(?P<file>-file)?\b[ \t]*(?P<code>[^\s]+)?\s*(?P<reason>\S.*)?", re.DOTALL)
_YAML_COMMENT = re.compile(r"(?:^|(?<=\s))#[ \t]*(?=check:)(?P<words>.*)", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class _Silence:
    """A silencing comment. `lines`: the lines of the file that it holds for, None for all."""

    mark: Mark
    code: str
    lines: range | None

    def holds_for(self, problem: Problem) -> bool:
        is_there = self.lines is None or problem.mark.line in self.lines
        return is_there and problem.code == self.code and not problem.fatal


def is_silence(comment: str) -> bool:
    """Whether a comment is for `check`. It may name what it excuses."""
    return _SILENCE.match(comment) is not None


def without_silenced(found: Iterable[Problem], folder: Folder) -> tuple[Problem, ...]:
    """The problems that no comment silences, and those of silencing comments, in the order of files and lines."""
    problems = Problems()
    silences: dict[str, list[_Silence]] = {}
    for path in _files(folder):
        silences.setdefault(clean_line(path), []).extend(_silences(path, folder, problems))
    used: set[_Silence] = set()
    left: list[Problem] = []
    for problem in found:
        holding = [silence for silence in silences.get(problem.mark.path, ()) if silence.holds_for(problem)]
        used.update(holding)
        if not holding:
            left.append(problem)
    for silence in (silence for of_file in silences.values() for silence in of_file):
        if silence not in used and silence.code != "COMMENT":  # it may excuse the name in its own reason
            message = f"nothing here has the problem {silence.code}, so this comment silences nothing; remove it"
            problems.report(silence.mark, "IGNORE", message)
    return tuple(sorted({*left, *problems.all}))


def _files(folder: Folder) -> Iterator[str]:
    yield from yaml_files(folder)
    if folder.is_folder(SECTIONS):
        yield from folder.files(SECTIONS, PAGE_ENDINGS, Problems())


def _silences(path: str, folder: Folder, problems: Problems) -> Iterator[_Silence]:
    raw = folder.read(path, Problems())
    if raw is None or _WORD not in raw:
        return
    text = clean(raw)
    for start, end, words in _comments(path, text):
        first = text.count("\n", 0, start) + 1
        mark = Mark(clean_line(path), first, start - text.rfind("\n", 0, start))
        match = _SILENCE.match(words)
        code = (match and match["code"]) or ""
        if match is None:
            problems.report(mark, "IGNORE", "unknown comment for check; write `check: ignore CODE reason`")
        elif code not in CODES:
            hint = did_you_mean(code, CODES) or "; write `check: ignore CODE reason`"
            problems.report(mark, "IGNORE", f"unknown code '{shorten(code)}'{hint}")
        elif not match["reason"]:
            message = f"this comment gives no reason, so it silences nothing; write `check: ignore {code} reason`"
            problems.report(mark, "IGNORE", message)
        else:
            yield _Silence(mark, code, None if match["file"] else _lines(text, start, end))


def _comments(path: str, text: str) -> Iterator[tuple[int, int, str]]:
    """The comments for `check` in a file: their ranges of characters and words."""
    is_page = path.lower().endswith(PAGE_ENDINGS)
    body = split_front_matter(text)[1] if is_page else ""
    top = len(text) - len(body)
    for match in _YAML_COMMENT.finditer(text, 0, top):
        yield match.start(), match.end(), match["words"].strip()
    for comment in comments(body):
        if comment.words.startswith(_WORD):
            yield top + comment.start, top + comment.end, comment.words


def _lines(text: str, start: int, end: int) -> range:
    """The lines that a comment holds for: its own, and if nothing else is on them the next one with text."""
    first, last = text.count("\n", 0, start) + 1, text.count("\n", 0, end) + 1
    before = text[text.rfind("\n", 0, start) + 1 : start]
    after, _, below = text[end:].partition("\n")
    if before.strip(" \t>") or after.strip():
        return range(first, last + 1)
    blank = len(below) - len(below.lstrip("> \t\n"))
    return range(first, last + 2 + below.count("\n", 0, blank))
