"""Faults: what a class run loses when its processes are killed, its disk is full, or its files move under it: nothing."""
