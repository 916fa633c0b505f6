"""Family LK: is what others keep, and the catalog refers to, still there?"""
