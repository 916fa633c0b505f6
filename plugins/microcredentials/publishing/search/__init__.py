"""The data for the search in the browser: cards, facets and the packed index."""
