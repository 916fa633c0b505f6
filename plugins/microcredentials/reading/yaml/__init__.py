"""YAML with positions, read within limits."""
