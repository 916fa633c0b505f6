"""Rules AS, about assessors and results."""
