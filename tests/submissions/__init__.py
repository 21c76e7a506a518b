"""Shipped submissions with their verdicts, and what bad input gets."""
