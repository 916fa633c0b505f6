"""Vocabularies the catalog is published in, one file each, with ``export(catalog, site_url)``."""
