"""What stands over the reading screen for a moment, and the screen for a guide that cannot be read."""
