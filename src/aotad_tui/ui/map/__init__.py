"""The map of relationships as a screen."""
