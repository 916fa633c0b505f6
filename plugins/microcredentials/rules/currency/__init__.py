"""Family CU: is it said what it counts for, where, and by whose decision?"""
