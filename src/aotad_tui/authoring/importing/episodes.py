"""Timelines as JSON: the episodes of TVmaze (a list, or a show with its episodes) and of TMDB (a season)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape

from .draft import Draft, Episode, counted
from .source_files import words_of

_MOST_DIGITS = 4
_TAG = re.compile(r"<[^<>]{0,200}>")
_MARKDOWN = re.compile(r"([\\`*_\[\]<>#|~%=!^$])")


def is_episodes(value: object) -> bool:
    """Whether JSON has the form of episodes."""
    return any(True for _ in _raw_episodes(value))


def read_episodes(value: object, name: str) -> Draft:
    """The episodes in JSON. `name`: its file, for messages."""
    title = words_of(value.get("name")) if isinstance(value, dict) and "_embedded" in value else ""
    episodes: list[Episode] = []
    specials = 0
    for season, raw in _raw_episodes(value):
        number = _number(raw.get("number", raw.get("episode_number")))
        of_season = _number(raw.get("season", raw.get("season_number", season)))
        if not number or not of_season:
            specials += 1
            continue
        summary = raw.get("summary", raw.get("overview"))
        episodes.append(Episode(of_season, number, words_of(raw.get("name")), as_markdown(words_of(summary))))
    left_out = (f"{counted(specials, 'special', 'specials')} of {name} without a number",) if specials else ()
    return Draft(title=title, episodes=tuple(episodes), left_out=left_out)


def _raw_episodes(value: object) -> Iterator[tuple[object, dict[str, object]]]:
    """Each episode in JSON, with the number of the season around it, if there is one."""
    if isinstance(value, list):
        for item in value:
            if isinstance(item, dict) and "episodes" in item:
                yield from _raw_episodes(item)
            elif isinstance(item, dict) and ("number" in item or "episode_number" in item) and "name" in item:
                yield None, item
    elif isinstance(value, dict):
        embedded = value.get("_embedded")
        episodes = embedded.get("episodes") if isinstance(embedded, dict) else value.get("episodes")
        for item in episodes if isinstance(episodes, list) else ():
            if isinstance(item, dict):
                yield value.get("season_number"), item


def _number(value: object) -> int:
    """A number from 1; 0 for anything else."""
    digits = words_of(value)
    return int(digits) if digits.isascii() and digits.isdecimal() and len(digits) <= _MOST_DIGITS else 0


def as_markdown(text: str) -> str:
    """A summary in HTML or plain text as Markdown with the same words."""
    paragraphs = re.split(r"</p>|<br\s*/?>", text, flags=re.IGNORECASE)
    plain = (words_of(unescape(_TAG.sub("", paragraph))) for paragraph in paragraphs)
    return "\n\n".join(_MARKDOWN.sub(r"\\\1", paragraph) for paragraph in plain if paragraph)
