"""A reader's location, history and progress in one guide, as one value. Only it holds the whole story."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import NamedTuple

from aotad_tui.link import PEOPLE_PAGE, is_people_page
from aotad_tui.story.pages_for_point import opening_page
from aotad_tui.story.people_page import neighbour_of, page_of
from aotad_tui.story.story import Story
from aotad_tui.story.timeline import Position
from aotad_tui.story.visible import VisibleStory

from .name_display import single_script

RESTORE = None
"""The text position of a location that restores where the reader left the section."""


@dataclass(frozen=True, slots=True)
class Location:
    """A section, the text at the top of the screen, and the person or term in the people pane.

    `text_position`: the position as `PagePane.text_position` encodes it, or `RESTORE`.
    """

    section: str | None = None
    text_position: int | None = 0
    person: str | None = None


@dataclass(frozen=True)
class Session:
    """A reader's state in one guide. Every step gives a new session. `visible`: the story they may see."""

    _whole: Story = field(repr=False)
    visible: VisibleStory
    place: Location = Location()
    past: tuple[Location, ...] = ()
    future: tuple[Location, ...] = ()
    read: frozenset[str] = frozenset()
    saved_seen: Position | None = None
    """The saved progress while another position is shown until the program ends; None while it is shown itself."""
    _before_peek: Session | None = field(default=None, repr=False)
    """The session to return to when a peek ends; None without a peek."""
    one_script: bool = False
    """Whether names are shown in one script only."""

    @staticmethod
    def begin(whole: Story, seen: Position, section: str | None = None, *, one_script: bool = False) -> Session:
        """A session at a section, or where reading begins."""
        visible = _visible(whole, seen, one_script=one_script)
        return Session(
            whole, visible, _visible_location(Location(section), visible) or _opening(visible), one_script=one_script
        )

    @property
    def seen(self) -> Position:
        """The shown position: the number of points that count as finished."""
        return self.visible.story.seen

    def with_seen(self, seen: Position) -> Session:
        """The session at another position. Locations that are not visible there are dropped."""
        seen = max(0, min(seen, len(self._whole.timeline)))
        return self._with_visible(_visible(self._whole, seen, one_script=self.one_script))

    def with_first_seen(self, seen: Position) -> Session:
        """The session at another position; where reading begins there, if the reader has gone nowhere yet."""
        session = self.with_seen(seen)
        has_gone = self.past or self.place.section != _opening(self.visible).section
        return session if has_gone else replace(session, place=_opening(session.visible))

    def with_names(self, *, one_script: bool) -> Session:
        """The session with names in one script, or in both."""
        before = self._before_peek.with_names(one_script=one_script) if self._before_peek else None
        return replace(self, one_script=one_script, _before_peek=before).with_seen(self.seen)

    def with_temporary_seen(self, seen: Position) -> Session:
        """The session with another position shown until the program ends. The saved progress stays."""
        return self.with_seen(seen).with_saved_seen(self.progress)

    def with_saved_seen(self, saved: Position) -> Session:
        """The session with the same position shown, and `saved` as the saved progress."""
        return replace(self, saved_seen=None if self.seen == saved else saved)

    def begin_peek(self, seen: Position) -> Session:
        """The session during a peek at another position; `end_peek` ends it."""
        return replace(self.with_temporary_seen(seen), _before_peek=self)

    @property
    def peek_origin(self) -> Position | None:
        """The position to return to when the peek ends; None without a peek."""
        return self._before_peek.seen if self._before_peek else None

    def end_peek(self) -> Session:
        """The session before the peek, with its location and history, whatever was opened during the peek."""
        return replace(self._before_peek, read=self.read) if self._before_peek else self

    def with_seen_as_progress(self) -> Session:
        """The session with the shown position as the saved progress."""
        return replace(self, saved_seen=None, _before_peek=None)

    @property
    def progress(self) -> Position:
        """The saved progress, whatever position is shown."""
        return self.seen if self.saved_seen is None else self.saved_seen

    def with_story(self, whole: Story) -> Session:
        """The session on a reloaded guide, at the same point id (or the start if it is gone)."""
        before = self._whole.timeline

        def same_point(seen: Position) -> Position:
            stamp = before.points[seen - 1].id if seen else "start"
            return whole.timeline.position(stamp) or 0

        saved = None if self.saved_seen is None else same_point(self.saved_seen)
        peek_start = self._before_peek.with_story(whole) if self._before_peek else None
        visible = _visible(whole, same_point(self.seen), one_script=self.one_script)
        return replace(self._with_visible(visible), _whole=whole, saved_seen=saved, _before_peek=peek_start)

    def with_history(
        self,
        past: tuple[Location, ...],
        future: tuple[Location, ...],
        read: frozenset[str],
        place: Location | None = None,
    ) -> Session:
        """The session with the history of an earlier run, as far as it is visible; at `place` if that is visible."""
        before, here, after = _visible_history(past, place or self.place, future, self.visible)
        return replace(self, place=here or self.place, past=before, future=after, read=read)

    def _with_visible(self, visible: VisibleStory) -> Session:
        past, place, future = _visible_history(self.past, self.place, self.future, visible)
        place = place or replace(_instead_of(self.place, visible), person=_person(self.place.person, visible))
        return replace(self, visible=visible, place=place, past=past, future=future)

    def go(self, place: Location, leaving: int) -> Session:
        """Go to a location, as far as it is visible. `leaving`: the text position to come back to."""
        if place.section and page_of(self.visible, place.section) is None:
            return self
        here = replace(self.place, text_position=leaving)
        there = replace(place, person=_person(place.person, self.visible))
        return replace(self, place=there, past=(*self.past[-199:], here), future=())

    def back(self, leaving: int) -> Session:
        """Go back to the location before, if there is one."""
        if not self.past:
            return self
        here = replace(self.place, text_position=leaving)
        return replace(self, place=self.past[-1], past=self.past[:-1], future=(here, *self.future))

    def forward(self, leaving: int) -> Session:
        """Go to the location that `back` left, if there is one."""
        if not self.future:
            return self
        here = replace(self.place, text_position=leaving)
        return replace(self, place=self.future[0], future=self.future[1:], past=(*self.past, here))

    def at_text_position(self, text_position: int | None) -> Session:
        """The session at the same location with other text at the top."""
        return replace(self, place=replace(self.place, text_position=text_position))

    def neighbour(self, steps: int) -> str | None:
        """The id of the section `steps` after this one (before it, below 0); None past either end."""
        section = neighbour_of(self.visible, self.place.section or "", steps)
        return section.id if section else None

    def with_read(self, section: str) -> Session:
        """The session with a section marked as read."""
        return replace(self, read=self.read | {section})

    def with_unread(self, section: str) -> Session:
        """The session with a section marked as not read."""
        return replace(self, read=self.read - {section})


def _visible(whole: Story, seen: Position, *, one_script: bool) -> VisibleStory:
    story = whole.as_of(seen)
    return VisibleStory(single_script(story) if one_script else story)


def _opening(visible: VisibleStory) -> Location:
    """The location at which reading begins."""
    page = opening_page(visible.story)
    return Location(page.id if page else None)


def _instead_of(place: Location, visible: VisibleStory) -> Location:
    """The location where the open page has disappeared: the People page without its filter, else the first section."""
    if is_people_page(place.section or "") and page_of(visible, PEOPLE_PAGE):
        return Location(PEOPLE_PAGE)
    return Location(visible.story.sections[0].id if visible.story.sections else None)


def _visible_location(place: Location, visible: VisibleStory) -> Location | None:
    """The location without a hidden person; None when its section is hidden."""
    if page_of(visible, place.section or "") is None:
        return None
    return replace(place, person=_person(place.person, visible))


class _Step(NamedTuple):
    """A location of a history: its number, as it was visited, and as it is shown."""

    number: int
    visited: Location
    shown: Location

    def only_selects_again(self, before: _Step) -> bool:
        """Whether it differs from the step before only by people of whom nothing visible differs."""
        here, there = self.shown, before.shown
        same_view = (here.section, here.person) == (there.section, there.person)
        return same_view and self.visited.person != before.visited.person


def _visible_history(
    past: tuple[Location, ...], place: Location, future: tuple[Location, ...], visible: VisibleStory
) -> tuple[tuple[Location, ...], Location | None, tuple[Location, ...]]:
    """The past, the place and the future as if the reader had opened nothing that is hidden.

    The place is None when its section is hidden. Where a hidden person was selected, the visible one before stays.
    """
    here, person = len(past), None
    steps: list[_Step] = []
    for number, visited in enumerate((*past, place, *future)):
        if visited.person is None or _person(visited.person, visible):
            person = _person(visited.person, visible)
        if page_of(visible, visited.section or "") is None:
            continue
        step = _Step(number, visited, replace(visited, person=person))
        if not (steps and step.only_selects_again(steps[-1])):
            steps.append(step)
        elif steps[-1].number == here:
            steps[-1] = steps[-1]._replace(visited=visited)
        else:
            steps[-1] = step
    shown = {step.number: step.shown for step in steps}
    return (
        tuple(location for number, location in shown.items() if number < here),
        shown.get(here),
        tuple(location for number, location in shown.items() if number > here),
    )


def _person(id: str | None, visible: VisibleStory) -> str | None:
    named = visible.named(id) if id else None
    return named.id if named else None
