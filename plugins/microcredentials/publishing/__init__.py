"""A catalog as a site and as data."""
