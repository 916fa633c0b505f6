"""The glyphs and colors that a state chooses for the badges of its subjects, by name."""

GLYPHS = {
    "book": "M12 7C9.8 5.2 6.9 4.7 3.5 5.2v12.6c3.4-.5 6.3 0 8.5 1.8 2.2-1.8 5.1-2.3 8.5-1.8V5.2"
            "C17.1 4.7 14.2 5.2 12 7zM12 7v12.6",
    "pi": "M4.5 7.2h15M9 7.2v5.3c0 3-.6 4.8-2.3 6.3M15 7.2v8.3c0 2.2 1.2 3.1 3.3 2.7",
    "flask": "M9.3 3.8h5.4M10.3 3.8v6.1L5 18.3c-.8 1.3-.1 2.2 1.3 2.2h11.4c1.4 0 2.1-.9 1.3-2.2L13.7 9.9V3.8"
             "M7.8 14.8h8.4",
    "globe": "M12 3.5a8.5 8.5 0 1 1 0 17 8.5 8.5 0 1 1 0-17zM3.5 12h17M12 3.5c3.9 4.5 3.9 12.5 0 17"
             "M12 3.5c-3.9 4.5-3.9 12.5 0 17",
    "palette": "M12 3.6a8.4 8.4 0 1 0 0 16.8c1.7 0 2.2-1.1 1.7-2.3-.6-1.5.2-2.8 1.9-2.8h2.3c1.6 0 2.5-1.3 2.5-3"
               "C20.4 7.4 16.6 3.6 12 3.6zM8 10.2v.1M12 7.6v.1M16 10.2v.1M8.2 14.8v.1",
    "pulse": "M3 12.5h4.2l2.5-6.2 4.2 11.8 2.6-5.6H21",
    "letters": "M3.8 18.5L8 7.5l4.2 11M5.3 15h5.4M13.5 9.5h7M17 7.3v2.2M19.2 9.5c-.5 3.5-2.2 6-5 7.5"
               "M15 12.5c1 2.3 2.8 3.9 5.3 4.6",
    "person": "M12 3.3a1.8 1.8 0 1 1 0 3.6 1.8 1.8 0 1 1 0-3.6zM5 9.2l7 1.2 7-1.2M12 10.4v4.3"
              "M12 14.7l-3.6 6M12 14.7l3.6 6",
    "speech": "M3.5 5h11v7.2H9l-3.3 2.9v-2.9H3.5zM17 8.6h3.5v7.2h-2v2.9l-3.3-2.9h-4.7v-1.3",
    "blocks": "M4 13h7.4v7.4H4zM12.6 13H20v7.4h-7.4zM8.3 4h7.4v7.4H8.3z",
    "gear": "M12 6.4a5.6 5.6 0 1 1 0 11.2 5.6 5.6 0 1 1 0-11.2zM12 10a2 2 0 1 1 0 4 2 2 0 1 1 0-4zM12 3.3v3.1"
            "M12 17.6v3.1M3.3 12h3.1M17.6 12h3.1M5.9 5.9l2.2 2.2M15.9 15.9l2.2 2.2M5.9 18.1l2.2-2.2M15.9 8.1l2.2-2.2",
    "chip": "M7 7h10v10H7zM10.5 10.5h3v3h-3zM9.5 3.5V7M14.5 3.5V7M9.5 17v3.5M14.5 17v3.5M3.5 9.5H7M3.5 14.5H7"
            "M17 9.5h3.5M17 14.5h3.5",
    "plant": "M12 20.5v-9.3M12 14c-4.6 0-7.2-2.3-7.5-7 4.6 0 7.3 2.3 7.5 7zM12 11.2c.2-4.3 2.9-6.7 7.5-6.7"
             "-.2 4.6-2.9 7-7.5 6.7",
    "checklist": "M4 6.3l1.6 1.6L8.3 5M4 12.3l1.6 1.6L8.3 11M4 18.3l1.6 1.6L8.3 17M11.8 6.8H20M11.8 12.8H20"
                 "M11.8 18.8H20",
    "house": "M3.8 11.8L12 4.5l8.2 7.3M6 10.2v9.8h12v-9.8M10 20v-5.5h4V20",
    "compass": "M12 3.5a8.5 8.5 0 1 1 0 17 8.5 8.5 0 1 1 0-17zM15.8 8.2l-2.3 5.3-5.3 2.3 2.3-5.3z",
    "music": "M9 17.5V5.5l10-2v12M9 17.5a2.6 2.6 0 1 1-5.2 0 2.6 2.6 0 1 1 5.2 0zM19 15.5a2.6 2.6 0 1 1-5.2 0 "
             "2.6 2.6 0 1 1 5.2 0z",
    "star": "M12 3.6l2.6 5.3 5.9.9-4.3 4.1 1 5.9-5.2-2.8-5.2 2.8 1-5.9-4.3-4.1 5.9-.9z",
}  # fmt: skip
"""Paths on a grid of 24, drawn with a line of 2."""

COLORS = {
    "blue": "#2b6cb0",
    "teal": "#0b7480",
    "green": "#33792f",
    "olive": "#66701a",
    "brown": "#8d5a2b",
    "red": "#b8433c",
    "rose": "#b83b72",
    "plum": "#9a4aa8",
    "violet": "#7a55c7",
    "indigo": "#4f63c4",
    "steel": "#4a708b",
    "slate": "#5f6b73",
}
"""Fills of about the same lightness: white is at least 5 to 1 on each, and each at least 3 to 1 on a page of either
palette. Gray print and color-blind readers rely on the glyphs.
"""

FALLBACK = ("star", "slate")
"""The glyph and the color of a subject for which the state names none, and of a spec without a subject."""
