"""The formats of a report: one file per format."""
