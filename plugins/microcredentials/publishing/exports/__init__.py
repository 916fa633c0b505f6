"""The vocabularies in which the catalog is published: one file per vocabulary."""
