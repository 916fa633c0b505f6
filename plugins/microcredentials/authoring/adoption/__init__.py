"""Turn the demonstration into a state's own catalog."""
