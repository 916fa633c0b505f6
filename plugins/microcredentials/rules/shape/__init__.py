"""Family SC: do the fields have the names and types a spec has?"""
