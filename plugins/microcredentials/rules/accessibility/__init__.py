"""Family AX: can everyone read the page and what it links to?"""
