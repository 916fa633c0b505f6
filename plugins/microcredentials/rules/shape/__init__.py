"""Rules SC, about the names and types of fields."""
