"""Family IN: faults of the checker itself, reported so that nothing is lost."""
