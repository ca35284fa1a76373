"""Maps of relationships: graphs of the cast, their layout, routing and rendering."""
