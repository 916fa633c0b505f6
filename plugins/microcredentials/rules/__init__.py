"""The quality standards a spec is checked against: one folder a family, one file a rule."""
