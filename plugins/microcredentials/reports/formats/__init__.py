"""The formats of a report: one file a format."""
