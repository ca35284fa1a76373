"""Loads a guide's folder as a `Story`, or reports all its problems with path, line and column."""
