"""Family CO: is there one observable competency with a method behind it?"""
