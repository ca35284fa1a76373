"""The map of a story's people: everyone, groups, the poster and one person's own ties, drawn without any screen."""
