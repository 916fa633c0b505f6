"""Rules CO, about the competency and its method."""
