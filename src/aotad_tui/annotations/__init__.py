"""Bookmarks, highlights and notes in the pages of the visible story."""
