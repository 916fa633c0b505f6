"""Family EV: does the evidence come from practice, and is it complete in what it asks?"""
