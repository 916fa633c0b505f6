"""References in APA style."""
