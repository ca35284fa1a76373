"""Where a reader is and how far they have come, as one value. It is the only holder of the whole story."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from aotad_tui.story.story import Story
from aotad_tui.story.timeline import Position
from aotad_tui.story.visible import VisibleStory

from .name_display import single_script

LEFT = -1
"""Instead of a row: where the reader left the section."""


@dataclass(frozen=True, slots=True)
class Location:
    """A section, the row at the top of the screen (packed, see `PagePane.place`), and the person in the people pane."""

    section: str | None = None
    row: int = 0
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
    peeked_from: Position | None = None
    """The real progress, while another position is shown until the program ends."""
    _before_peek: Session | None = field(default=None, repr=False)
    """The session to come back to when a peek ends."""
    one_script: bool = False
    """Whether names are shown in one script only."""

    @staticmethod
    def begin(whole: Story, seen: Position, section: str | None = None, *, one_script: bool = False) -> Session:
        """A session at a section, or at the first one."""
        visible = _visible(whole, seen, one_script=one_script)
        return Session(whole, visible, _sound(Location(section), visible) or _first(visible), one_script=one_script)

    @property
    def seen(self) -> Position:
        """How many points are shown as finished."""
        return self.visible.story.seen

    def with_seen(self, seen: Position) -> Session:
        """The session at another position. Locations that are not visible there are dropped."""
        seen = max(0, min(seen, len(self._whole.timeline)))
        return self._with_visible(_visible(self._whole, seen, one_script=self.one_script))

    def with_names(self, *, one_script: bool) -> Session:
        """The session with names in one script, or in both."""
        before = self._before_peek.with_names(one_script=one_script) if self._before_peek else None
        return replace(self, one_script=one_script, _before_peek=before).with_seen(self.seen)

    def peeking(self, seen: Position) -> Session:
        """The session with another position shown until the program ends; the real progress is remembered."""
        return self.with_seen(seen).peeked(self.really_seen)

    def peeked(self, really: Position) -> Session:
        """The session as it is shown, with `really` as the real progress."""
        return replace(self, peeked_from=None if self.seen == really else really)

    def looking(self, seen: Position) -> Session:
        """The session during a peek at another position; `looked` ends the peek."""
        return replace(self.peeking(seen), _before_peek=self)

    @property
    def looked_from(self) -> Position | None:
        """The position to come back to when the peek ends; None without a peek."""
        return self._before_peek.seen if self._before_peek else None

    def looked(self) -> Session:
        """The session before the peek, with the same location and history, whatever was opened meanwhile."""
        if self._before_peek is None:
            return self
        return replace(self._before_peek, read=self.read)

    def settled(self) -> Session:
        """The session with the shown position as the real progress."""
        return replace(self, peeked_from=None, _before_peek=None)

    @property
    def really_seen(self) -> Position:
        """How many points are really finished, whatever is shown."""
        return self.seen if self.peeked_from is None else self.peeked_from

    def with_story(self, whole: Story) -> Session:
        """The session on a reloaded guide, at the same point id (or the start if it is gone)."""
        before = self._whole.timeline

        def same_point(seen: Position) -> Position:
            stamp = before.points[seen - 1].id if seen else "start"
            return whole.timeline.position(stamp) or 0

        peeked = None if self.peeked_from is None else same_point(self.peeked_from)
        before_peek = self._before_peek.with_story(whole) if self._before_peek else None
        visible = _visible(whole, same_point(self.seen), one_script=self.one_script)
        return replace(self._with_visible(visible), _whole=whole, peeked_from=peeked, _before_peek=before_peek)

    def with_history(
        self,
        past: tuple[Location, ...],
        future: tuple[Location, ...],
        read: frozenset[str],
        place: Location | None = None,
    ) -> Session:
        """The session with the history of an earlier run, as far as it is visible; at `place` if that is visible."""
        here = (place and _sound(place, self.visible)) or self.place
        return replace(
            self, place=here, past=_all_sound(past, self.visible), future=_all_sound(future, self.visible), read=read
        )

    def _with_visible(self, visible: VisibleStory) -> Session:
        return replace(
            self,
            visible=visible,
            place=_sound(self.place, visible) or replace(_first(visible), person=_person(self.place.person, visible)),
            past=_all_sound(self.past, visible),
            future=_all_sound(self.future, visible),
        )

    def go(self, place: Location, leaving_row: int) -> Session:
        """Go to a location. `leaving_row` is the row of the page to come back to."""
        here = replace(self.place, row=leaving_row)
        return replace(self, place=place, past=(*self.past[-199:], here), future=())

    def back(self, leaving_row: int) -> Session:
        """Go back to the location before, if there is one."""
        if not self.past:
            return self
        here = replace(self.place, row=leaving_row)
        return replace(self, place=self.past[-1], past=self.past[:-1], future=(here, *self.future))

    def forward(self, leaving_row: int) -> Session:
        """Go to the location that `back` left, if there is one."""
        if not self.future:
            return self
        here = replace(self.place, row=leaving_row)
        return replace(self, place=self.future[0], future=self.future[1:], past=(*self.past, here))

    def at_row(self, row: int) -> Session:
        """The same location with another row of the page at the top."""
        return replace(self, place=replace(self.place, row=row))

    def neighbour(self, steps: int) -> str | None:
        """The id of the section `steps` after this one (before it, below 0); None past either end."""
        ids = list(self.visible.story.section_by_id)
        if self.place.section not in ids:
            return None
        number = ids.index(self.place.section) + steps
        return ids[number] if 0 <= number < len(ids) else None

    def with_read(self, section: str) -> Session:
        """The session with a section marked as read."""
        return replace(self, read=self.read | {section})

    def with_unread(self, section: str) -> Session:
        """The session with a section marked as not read."""
        return replace(self, read=self.read - {section})


def _visible(whole: Story, seen: Position, *, one_script: bool) -> VisibleStory:
    story = whole.as_of(seen)
    return VisibleStory(single_script(story) if one_script else story)


def _first(visible: VisibleStory) -> Location:
    """The location at which reading begins."""
    return Location(visible.story.sections[0].id if visible.story.sections else None)


def _sound(place: Location, visible: VisibleStory) -> Location | None:
    """The location as far as it is visible; None when its section is hidden."""
    if place.section not in visible.story.section_by_id:
        return None
    return replace(place, person=_person(place.person, visible))


def _all_sound(places: tuple[Location, ...], visible: VisibleStory) -> tuple[Location, ...]:
    return tuple(sound for place in places if (sound := _sound(place, visible)))


def _person(id: str | None, visible: VisibleStory) -> str | None:
    person = visible.people.get(id) if id else None
    return person.id if person else None
