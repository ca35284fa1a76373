"""The domain: a story as frozen values, the stamps on them, and `Story.as_of`, the one gate."""
