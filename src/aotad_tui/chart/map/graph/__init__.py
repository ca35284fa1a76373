"""The cast as a graph: people as nodes, relationships as edges."""
