"""Text that becomes content: new drafts, imports, safe fixes, and adoption by a state."""
