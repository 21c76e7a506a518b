"""Processes that run a submission's code, seen from outside: the zygote, its workers, one submission's session; trusted side."""
