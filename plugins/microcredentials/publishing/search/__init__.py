"""What the search in the browser reads: cards, facets and the packed index."""
