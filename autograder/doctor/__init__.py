"""Proves what isolation this machine gives, by trying to break out; trusted side."""
