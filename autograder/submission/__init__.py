"""What a student handed in: read within limits, and rebuilt on the source notebook's cells; trusted side."""
