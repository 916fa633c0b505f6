"""Rules AL, about how evidence, rubric and method fit together."""
