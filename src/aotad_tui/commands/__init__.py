"""The one registry of what a reader can do."""
