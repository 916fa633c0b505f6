"""Educator micro-credentials: content becomes a catalog, a catalog becomes findings and files.

The flow, and the modules in its order::

    content/**.md ─ files ─▶ source ─ parse ─▶ catalog ─ check ─▶ Report ─ reports/<format> ─▶ text, JSON …
                                                  └── build ─▶ OutputFile… ─▶ MkDocs  |  a folder

Everything between reading and writing is pure: the same content gives the same bytes. ``cli`` and
``mkdocs_plugin`` are the two edges that carry findings and files out.
"""

__version__ = "0.1.0"
