"""The cast as a graph: people are nodes, relationships are edges."""
