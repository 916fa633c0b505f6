"""Rules LC, about people, dates and versions."""
