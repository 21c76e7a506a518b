"""Runs an assignment's hidden tests on one submission after another; trusted side."""
