"""What a spec and a program say, field by field."""
