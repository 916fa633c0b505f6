"""Family RR: does research stand behind it, and are the resources worth opening?"""
