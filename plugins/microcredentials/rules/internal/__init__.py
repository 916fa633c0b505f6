"""Rules IN, about errors of the checker itself."""
