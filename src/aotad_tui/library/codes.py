"""All codes of `check`, and which problems one wants to see."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable

from .codes_of_files import CODES_OF_FILES
from .codes_of_pages import CODES_OF_PAGES
from .problem_code import ProblemCode, Severity
from .problems import Problem

CODES: dict[str, ProblemCode] = {**CODES_OF_FILES, **CODES_OF_PAGES}


def severity_of(problem: Problem) -> Severity:
    """The severity of a problem."""
    return Severity.ERROR if problem.fatal else CODES[problem.code].severity


def chosen(problems: Iterable[Problem], select: Collection[str], ignore: Collection[str]) -> tuple[Problem, ...]:
    """The problems with one of the selected codes (all if none is) and none of the ignored ones."""
    return tuple(
        problem for problem in problems if (not select or problem.code in select) and problem.code not in ignore
    )


def counted(problems: Iterable[Problem]) -> str:
    """The number of problems of each severity in words: "1 error, 2 leaks", or "no problems"."""
    counts = Counter(map(severity_of, problems))
    words = [
        f"{counts[severity]} {severity}{'' if counts[severity] == 1 or severity is Severity.STYLE else 's'}"
        for severity in Severity
        if counts[severity]
    ]
    return ", ".join(words) or "no problems"
