"""Educator micro-credentials: content becomes a catalog, a catalog becomes findings and files.

The rooms, in the order of their dependencies: ``reading`` < ``model`` < ``catalog`` < ``checking`` · ``links`` ·
``authoring`` < ``rules`` · ``reports`` < ``publishing`` < ``cli`` · ``mkdocs_plugin``::

    content/**.md ─ catalog ─▶ Catalog ─ checking, rules ─▶ Report ─ reports ─▶ text, JSON …
                                  └───── publishing ─▶ pages and data ─▶ MkDocs  |  a folder

Everything between reading and writing is pure: the same content gives the same bytes. ``cli`` and
``mkdocs_plugin`` are the two edges that carry findings and files out.
"""

__version__ = "0.1.0"
