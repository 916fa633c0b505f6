"""The formats of the changes in a catalog: one file per format."""
