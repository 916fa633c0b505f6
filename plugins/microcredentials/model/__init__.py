"""Specs and programs as data, field by field."""
