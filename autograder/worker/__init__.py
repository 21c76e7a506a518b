"""The processes that run a submission's code, seen from outside: zygote, workers, sessions; trusted side."""
