"""Dialogs over the reading screen that ask or show one thing."""
