"""Family LA: is it plain, whole and respectful to read?"""
