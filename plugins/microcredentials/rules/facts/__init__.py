"""Rules FA, about facts that contradict each other or cannot be true."""
