"""The rules that specs and guides are checked against: one folder a family, one file a rule."""
