"""Edge routing through the channels between columns."""
