"""The changes between two catalogs."""
