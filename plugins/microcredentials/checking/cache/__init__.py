"""What earlier runs found, for reuse while nothing has changed."""
