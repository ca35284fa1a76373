"""Panels of small stories."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from aotad_tui.cells import Line, plain
from aotad_tui.chart.panel import panel
from aotad_tui.story.values import Character, Relationship
from aotad_tui.story.visible import VisibleStory
from tests.story.stories import LENGTH, person, stages, story, tie

from .panel_reader import DrawnRelationship, read_panel


def named(id: str, name: str, since: int = 0, **more: Any) -> Character:
    return person(id, since, name_stages=stages((since, name)), **more)


CAST = (
    named("on-jo", "Nam On-jo"),
    named("father", "Nam So-ju"),
    named("cheong-san", "이청산"),
    named("su-hyeok", "Lee Su-hyeok", 2),
    named("gwi-nam", "Yoon Gwi-nam"),
)


def visible(*relationships: Relationship, seen: int = LENGTH) -> VisibleStory:
    return VisibleStory(story(*CAST, relationships=relationships).as_of(seen))


def related(source: str, target: str, kind: str, label: str = "", back: str = "", **more: Any) -> Relationship:
    """Return a relationship with a label at either end."""
    since = more.get("since", 0)
    labels = {
        "label_stages": stages((since, label)) if label else (),
        "back_stages": stages((since, back)) if back else (),
    }
    return tie(source, target, kind, **{**labels, **more})


def rows(
    now: VisibleStory, id: str, cells: int = 40, opened: Collection[str] = (), on_page: Collection[str] | None = None
) -> list[str]:
    return [plain(line) for line in lines(now, id, cells, opened, on_page)]


def lines(
    now: VisibleStory, id: str, cells: int = 40, opened: Collection[str] = (), on_page: Collection[str] | None = None
) -> list[Line]:
    return panel(now, id, cells, opened, on_page)


def relationships_of(now: VisibleStory, id: str, cells: int = 40) -> list[DrawnRelationship]:
    """Return the relationships in a panel, kind by kind."""
    return [tie for kind in read_panel(lines(now, id, cells)) for tie in kind.relationships]


def only_relationship(now: VisibleStory, id: str, cells: int = 40) -> DrawnRelationship:
    (relationship,) = relationships_of(now, id, cells)
    return relationship
