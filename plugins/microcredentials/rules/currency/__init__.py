"""Rules CU, about what a spec counts for."""
