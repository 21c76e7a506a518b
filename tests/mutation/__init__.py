"""Tests of the mutation of the reference solutions."""
