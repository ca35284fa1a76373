"""The three panes. None knows another one or the screen: they communicate by messages."""
