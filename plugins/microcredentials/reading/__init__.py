"""A file as typed: its text, YAML and Markdown, the place of every value, and what cannot be read."""
