"""Rules ID, about what a spec is called, whom it is for, and what it costs."""
