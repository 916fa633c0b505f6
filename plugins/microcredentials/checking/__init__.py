"""Apply rules to a catalog: findings, waivers, scorecards and what is remembered between runs."""
