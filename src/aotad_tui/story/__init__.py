"""The domain: a story as frozen values with stamps, and `Story.as_of`, the only gate."""
