"""Rules AX, about accessible pages and links."""
