"""The formats of `check`: text, JSON, the workflow commands of GitHub, and SARIF."""

from __future__ import annotations

import json
import os
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from aotad_tui import __version__
from aotad_tui.library.codes import CODES, severity_of
from aotad_tui.library.problem_code import Severity
from aotad_tui.library.problems import Problem

from .author_arguments import CheckFormat

_MOST_LISTED = 50
"""Up to so many problems are listed one by one."""
_EXAMPLES = 3
"""How many problems of one code and one name are listed of more."""

_Row = dict[str, object]


def lines_of(
    problems: Sequence[Problem], folder: Path, chosen: CheckFormat, *, all_of_them: bool = False
) -> Iterator[str]:
    """The problems of a guide in a format. `all_of_them`: whether text lists every one, however many there are."""
    match chosen:
        case CheckFormat.TEXT:
            return _as_text(problems, folder, all_of_them=all_of_them)
        case CheckFormat.JSON:
            return _as_json(problems, folder)
        case CheckFormat.GITHUB:
            return _as_github(problems, folder)
        case CheckFormat.SARIF:
            return _as_sarif(problems, folder)


def _as_text(problems: Sequence[Problem], folder: Path, *, all_of_them: bool = False) -> Iterator[str]:
    """A line for each problem: `path:line:column: severity: CODE message`, as GCC writes it.

    Of many problems with one code and one name only the first are listed, and their number, unless `all_of_them`.
    """
    listed: Counter[tuple[str, str]] = Counter()
    is_short = all_of_them or len(problems) <= _MOST_LISTED
    for problem in problems:
        about = _about(problem)
        listed[about] += 1
        if is_short or listed[about] <= _EXAMPLES:
            place = f"{_path(problem, folder)}:{problem.mark.line}:{problem.mark.column}"
            yield f"{place}: {severity_of(problem)}: {problem.code} {problem.message}"
    if not is_short:
        for (code, subject), count in listed.most_common():
            if count > _EXAMPLES:
                name = f" about '{subject}'" if subject else ""
                yield f"{count - _EXAMPLES} more of {code}{name}; --all lists them"


def _as_json(problems: Sequence[Problem], folder: Path) -> Iterator[str]:
    """A JSON list of all problems."""
    rows: list[_Row] = [
        {
            "path": _path(problem, folder),
            "line": problem.mark.line,
            "column": problem.mark.column,
            "severity": severity_of(problem),
            "code": problem.code,
            "message": problem.message,
            "fatal": problem.fatal,
        }
        for problem in problems
    ]
    yield json.dumps(rows, indent=2, ensure_ascii=False)


def _as_github(problems: Sequence[Problem], folder: Path) -> Iterator[str]:
    """A workflow command for each problem, which GitHub shows beside the changed line."""
    for problem in problems:
        level = {Severity.WARNING: "warning", Severity.STYLE: "notice"}.get(severity_of(problem), "error")
        path = _escaped(_path(problem, folder), ":,")
        place = f"file={path},line={problem.mark.line},col={problem.mark.column},title={problem.code}"
        yield f"::{level} {place}::{_escaped(problem.message)}"


def _as_sarif(problems: Sequence[Problem], folder: Path) -> Iterator[str]:
    """A SARIF log, as code scanning reads it."""
    codes = sorted({problem.code for problem in problems})
    levels = {Severity.WARNING: "warning", Severity.STYLE: "note"}
    rules = [{"id": code, "shortDescription": {"text": CODES[code].meaning}} for code in codes]
    results = [
        {
            "ruleId": problem.code,
            "ruleIndex": codes.index(problem.code),
            "level": levels.get(severity_of(problem), "error"),
            "message": {"text": problem.message},
            "locations": [
                {
                    "physicalLocation": {
                        "artifactLocation": {"uri": _path(problem, folder).replace(os.sep, "/")},
                        "region": {"startLine": problem.mark.line, "startColumn": problem.mark.column},
                    }
                }
            ],
        }
        for problem in problems
    ]
    driver = {"name": "aotad-tui", "version": __version__, "rules": rules}
    schema = "https://json.schemastore.org/sarif-2.1.0.json"
    run = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}
    yield json.dumps({"$schema": schema, "version": "2.1.0", "runs": [run]}, indent=2, ensure_ascii=False)


def _about(problem: Problem) -> tuple[str, str]:
    return problem.code, problem.subject


def _path(problem: Problem, folder: Path) -> str:
    """The path of a problem as the shell sees it: relative to the current folder, if there is a way to it."""
    path = folder / problem.mark.path
    try:
        return os.path.relpath(path)
    except ValueError:  # on another drive of Windows
        return str(path)


def _escaped(text: str, more: str = "") -> str:
    """A text for a workflow command."""
    for character in f"%\r\n{more}":
        text = text.replace(character, f"%{ord(character):02X}")
    return text
