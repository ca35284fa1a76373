"""Relationships to cells: lines of text in named styles, drawn without any screen."""
