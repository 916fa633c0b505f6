"""A report, or the changes in a catalog, as text: one file per format."""
