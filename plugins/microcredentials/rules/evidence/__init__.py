"""Rules EV, about the evidence that educators submit."""
