"""Edge routing: channels between columns, vertical edges within them."""
