"""Adaptations of Textual and of the Python interpreter. Nothing here knows a guide."""
