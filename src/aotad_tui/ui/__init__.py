"""All that draws on a screen; the only package that imports Textual."""
