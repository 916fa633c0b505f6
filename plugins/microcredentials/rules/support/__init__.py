"""Family SU: is there help for everybody who works on it?"""
