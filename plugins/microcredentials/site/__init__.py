"""The catalog as pages: what they show, how they are found, how references are printed."""
