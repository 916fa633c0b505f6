"""Family RU: is the rubric whole, and does it say how a decision is made?"""
