"""The reading view of one section: its parts and the widget that owns them."""
