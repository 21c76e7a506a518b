"""Facts about wrong answers that can be said without knowing the mistake; trusted side."""
