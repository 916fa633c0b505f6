"""Rules SU, about help for educators."""
