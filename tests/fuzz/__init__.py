"""Fuzzing: what a student's file, process or value can hold, drawn at random, for everything of ours that has to read it."""
