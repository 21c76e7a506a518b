"""Hostile submissions as data (`cases/`), a small course that they are aimed at, and what runs them."""
