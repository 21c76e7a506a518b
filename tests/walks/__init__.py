"""Walks through the kit as its users do, in a browser; each takes the pictures that a guide shows. Not played by pytest."""
