"""External links: which pages a catalog refers to, and whether they respond; the only room on the network."""
