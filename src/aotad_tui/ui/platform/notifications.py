"""Notifications that never end before they are shown.

Textual asks a notification whether it has expired and, if not, starts a timer for the time that is left. Where the
process was not run in between, that time is negative: Textual's timer then counts backwards for ever and never gives
way, so that nothing is drawn and no key is handled any more.
"""

from __future__ import annotations

from textual.app import App
from textual.notifications import Notification, Notify, SeverityLevel

SHORTEST = 0.5
"""Seconds for which a notification is shown at least, also on a screen that opens when it is about to end."""


class LastingNotification(Notification):
    """A notification with enough time left for a timer. The clock alone decides whether it has expired."""

    @property
    def time_left(self) -> float:
        """Seconds, at least `SHORTEST`."""
        return max(super().time_left, SHORTEST)

    @property
    def has_expired(self) -> bool:
        """Whether its own time is over."""
        return super().time_left <= 0


class NotifyingApp(App[None]):
    """An application whose notifications end only after they are shown."""

    def notify(
        self,
        message: str,
        *,
        title: str = "",
        severity: SeverityLevel = "information",
        timeout: float | None = None,
        markup: bool = True,
    ) -> None:
        """Show a notification for so many seconds, as Textual's own method does."""
        seconds = self.NOTIFICATION_TIMEOUT if timeout is None else timeout
        self.post_message(Notify(LastingNotification(message, title, severity, seconds, markup=markup)))
