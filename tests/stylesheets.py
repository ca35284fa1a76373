"""Styles parsed once for each theme: an app of its own, as most tests have, parses them anew each time, for 20 ms."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from unittest.mock import patch

from textual.css.model import RuleSet
from textual.css.stylesheet import Stylesheet


@contextmanager
def parsed_once() -> Iterator[None]:
    """Until the end of the context, stylesheets share the rules of the same text with the same variables.

    Textual's own cache is in a stylesheet and shares the rules of one with all its widgets, so nothing changes them.
    """
    parse = Stylesheet._parse_rules
    parsed: dict[object, list[RuleSet]] = {}

    def parse_rules(self: Stylesheet, *given: Any, **named: Any) -> list[RuleSet]:
        key = (given, *named.items(), frozenset(self._variables.items()))
        if key not in parsed:
            parsed[key] = parse(self, *given, **named)
        return parsed[key]

    with patch.object(Stylesheet, "_parse_rules", parse_rules):
        yield
