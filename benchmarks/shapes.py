"""Texts of a given number of blocks, each of a shape that invites a reader to look too far ahead or back."""

from __future__ import annotations

from collections.abc import Callable

Shape = Callable[[int], str]
"""A text of that many blocks."""


def _lines(*block: str) -> Shape:
    """Blocks of these lines without blank lines between them; `%` stands for the number of the block."""
    return lambda count: "\n".join(line.replace("%", str(number)) for number in range(count) for line in block)


def _after(head: str, line: str) -> Shape:
    """One block of a head and many lines."""
    return lambda count: head + _lines(line)(count)


def _inside(prefix: str, shape: Shape) -> Shape:
    """A text inside a quote or an item."""
    return lambda count: "\n".join(prefix + line for line in shape(count).split("\n"))


SHAPES: dict[str, Shape] = {
    "scenes": _lines("## Scene %", "A line of text here."),
    "scenes apart": _lines("## Scene %", "", "A line of text here.", ""),
    "equal headings": _lines("# Scene"),
    "underlined": _lines("Scene %", "---"),
    "fences": _lines("```", "line %", "```"),
    "empty fences": _lines("```", "```"),
    "python fences": _lines("```python", "x = %", "```"),
    "open fence": _after("```\n", "line %"),
    "indented code": _lines("    line %"),
    "text and rules": _lines("text", "***"),
    "long texts and rules": _lines("word %" * 3, "more", "and more", "***"),
    "quotes and headings": _lines("> said %", "# Scene"),
    "quotes apart": _lines("> said %", ""),
    "quote": _lines("> said %"),
    "quote of scenes": _inside("> ", _lines("## Scene %", "A line of text here.")),
    "lists and headings": _lines("- item %", "# Scene"),
    "ordered lists and headings": _lines("1. item %", "2. more", "# Scene"),
    "two kinds of lists": _lines("- item %", "* other"),
    "list": _lines("- item %"),
    "loose list": _lines("1. item %", ""),
    "item of scenes": _inside("  ", _lines("## Scene %", "A line of text here.")),
    "list of quotes": _lines("- > said %"),
    "list of lists": _lines("- item %", "  - inner", "    - innermost"),
    "lazy list": _lines("- item %", "lazy line"),
    "tables and headings": _lines("| a | b |", "|---|---|", "| % | c |", "# Scene"),
    "table": _after("| a | b |\n|---|---|\n", "| % | c |"),
    "definitions": _lines("[d%]: there%.md"),
    "titled definitions": _lines("[d%]: there%.md 'title"),
    "definitions and references": _lines("[d%]: there%.md", "", "To [d%].", ""),
    "notes": _lines("[^n%]: note"),
    "notes and references": _lines("Named.[^n%]", "", "[^n%]: note", ""),
    "paragraph": _lines("A line of text here, %."),
    "images that never end": lambda count: "![" * count,
    "brackets": lambda count: "[" * count,
    "links that never end": lambda count: "[a](" * count,
    "stars": lambda count: "*a **b " * count,
    "backticks": lambda count: " ".join("`" * (number % 50 + 1) for number in range(count)),
    "line of code": lambda count: "```json\n" + ", ".join(map(str, range(count))) + "\n```",
    "long cell": lambda count: "| a | b |\n|---|---|\n| c | " + "word " * count + "|",
    "spoilers to come": _lines("> [!spoiler] later", "> It was %.", "", "A line.", ""),
    "list of spoilers to come": _lines("- line", "- > [!spoiler] later", "  > It was %."),
    "stray spoilers to come": _lines("[!spoiler] later It was %.", ""),
}
