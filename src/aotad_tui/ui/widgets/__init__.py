"""Widgets that panes, screens and dialogs are made of."""
