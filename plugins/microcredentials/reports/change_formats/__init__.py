"""The formats of what changed in a catalog: one file a format."""
