"""The rules that specs and guides are checked against: one folder per family, one file per rule."""
