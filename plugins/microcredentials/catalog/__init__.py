"""The content folder as one value, now or at a revision in git."""
