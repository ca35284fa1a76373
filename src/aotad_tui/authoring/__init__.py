"""Tools for authors: a new guide, its coverage, the changes between two points, and imports. They contain spoilers."""
