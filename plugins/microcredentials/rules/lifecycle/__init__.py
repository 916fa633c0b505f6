"""Family LC: was it tried and judged by people, and is its history on record?"""
