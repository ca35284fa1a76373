"""A terminal companion to a story with many people in it, which never tells more than its reader has seen."""

__version__ = "0.1.0"
