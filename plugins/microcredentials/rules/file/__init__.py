"""Family FM: can the file be read, and does it hold only what a spec may hold?"""
