"""The pages of the site, one file a kind."""
