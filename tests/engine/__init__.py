"""Claims about the engine: reading, rebuilding, judging, scoring, keeping and verifying."""
