"""The pages of a visible story for the reader's point: where reading begins, and the recaps that its author wrote."""

from __future__ import annotations

from .story import Story
from .values import Role, Section


def opening_page(story: Story) -> Section | None:
    """The page at which reading begins; None without any page.

    It is the first page that covers the last point seen, else the first start page, else the first page.
    """
    covering = (section for section in story.sections if section.covers == story.seen)
    starting = (section for section in story.sections if section.role is Role.START)
    return next((section for sections in (covering, starting, story.sections) for section in sections), None)


def recap_pages(story: Story) -> tuple[Section, ...]:
    """The pages that are recaps, in order."""
    return tuple(section for section in story.sections if section.role is Role.RECAP)
