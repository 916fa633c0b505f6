"""Family ST: can the stack be earned?"""
