"""Markdown to laid-out lines in named styles, drawn without any screen."""
