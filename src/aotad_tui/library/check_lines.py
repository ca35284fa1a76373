"""Checks the lines of YAML for values that YAML drops in silence: the text after ` #`, and keys without a value."""

from __future__ import annotations

import re

from .problems import Mark, Problems
from .shapes import shorten

_CUT = re.compile(r"^[ \t]*(?:- )?[\w-]+:[ \t]+(?:[^\s\"'|>\[{#&*!%@`][^#]*?[ \t])?(?P<rest>#[^\s#!].*)$")
_VALUELESS = re.compile(r"^(?P<indent>[ \t]*(?:- )?)(?P<key>[\w-]+):[ \t]*(?:#.*)?$")


def report_lines(text: str, path: str, first_line: int, problems: Problems) -> None:
    """Report what is dropped in a YAML text that begins on line `first_line` of its file."""
    lines = text.split("\n")
    block_indent = -1
    for index, line in enumerate(lines):
        indent = len(line) - len(line.lstrip())
        if block_indent >= 0 and (not line.strip() or indent > block_indent):
            continue  # in a block of text, where `#` is a character
        block_indent = indent if re.search(r":[ \t]+[|>][-+\d]*[ \t]*$", line) else -1
        if cut := _CUT.match(line):
            mark = Mark(path, first_line + index, cut.start("rest") + 1)
            message = f"YAML drops '{shorten(cut['rest'])}' as a comment; put the text in quotes"
            problems.report(mark, "CUT-TEXT", message)
        elif (empty := _VALUELESS.match(line)) and empty["indent"] and not _has_value_below(lines, index, empty):
            message = f"the key '{empty['key']}' has no value, so it is ignored; add a value or remove the key"
            problems.report(Mark(path, first_line + index, empty.start("key") + 1), "NO-VALUE", message)


def _has_value_below(lines: list[str], index: int, key: re.Match[str]) -> bool:
    """Whether the next line with text belongs to a key: it is further in, or an item of a list."""
    for below in range(index + 1, len(lines)):
        line = lines[below]
        if line.strip() and not line.lstrip().startswith("#"):
            indent = len(line) - len(line.lstrip())
            own = key.start("key")
            return indent > own or (indent == own and line.lstrip().startswith("- "))
    return False
