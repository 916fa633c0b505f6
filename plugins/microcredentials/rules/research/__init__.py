"""Rules RR, about research and learning resources."""
