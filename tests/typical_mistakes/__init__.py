"""Mistakes that a beginner makes, made on purpose: what the desk says of each."""
