"""Rules RU, about the rubric."""
