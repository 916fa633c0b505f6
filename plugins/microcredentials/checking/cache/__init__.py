"""Remember what earlier runs found: reports, and verdicts on single files."""
