"""Rules LA, about the language of texts."""
