"""The command `check`."""

from __future__ import annotations

from collections.abc import Sequence

from aotad_tui.cleaning import single_line
from aotad_tui.library.check import check
from aotad_tui.library.codes import CODES, chosen, counted, severity_of
from aotad_tui.library.problem_code import Severity
from aotad_tui.library.problems import Problem, did_you_mean

from .arguments import Arguments
from .author_arguments import CheckFormat
from .check_formats import lines_of
from .exit_codes import Exit, WrongUse
from .output import print_data, print_notice


def run_check(arguments: Arguments) -> Exit:
    """Print the problems of a guide, and return the exit code. Raises `WrongUse` for an unknown code."""
    options = arguments.options
    select, ignore = _codes(options.get("select", "")), _codes(options.get("ignore", ""))
    found = check(arguments.folder)
    problems = chosen(found, select, ignore)
    chosen_format = CheckFormat(options.get("format", CheckFormat.TEXT))
    for line in lines_of(problems, arguments.folder, chosen_format, all_of_them="all" in options):
        print_data(line)
    print_notice(f"{single_line(str(arguments.folder))}: {counted(problems)}")
    if any(problem.fatal for problem in found):
        return Exit.UNREADABLE
    return Exit.FINDINGS if _fails(problems, strict="strict" in options) else Exit.DONE


def _fails(problems: Sequence[Problem], *, strict: bool) -> bool:
    """Whether these problems make `check` fail: errors and leaks, or with `strict` any."""
    severe = {Severity.ERROR, Severity.LEAK}
    return any(strict or severity_of(problem) in severe for problem in problems)


def _codes(given: str) -> frozenset[str]:
    codes = [code.strip().upper() for code in given.split(",") if code.strip()]
    for code in codes:
        if code not in CODES:
            raise WrongUse(f"unknown code '{code}'{did_you_mean(code, CODES) or ''}")
    return frozenset(codes)
