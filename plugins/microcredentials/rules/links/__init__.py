"""Rules LK, about external links."""
