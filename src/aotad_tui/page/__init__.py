"""Markdown to laid-out rows of spans with style names, without a screen."""
