"""A course on disk: its notebooks, its bank of known mistakes and variants, its secret; trusted side."""
