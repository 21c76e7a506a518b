"""Determinism: the same submission gets the same result, whoever grades it, after whatever, and at the same cost."""
