"""Rules ST, about stacks and their members."""
