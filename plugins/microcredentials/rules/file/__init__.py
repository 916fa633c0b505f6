"""Rules FM, about files that can be read."""
