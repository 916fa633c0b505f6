"""Family AL: do evidence, rubric and method fit together?"""
