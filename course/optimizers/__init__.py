"""Hidden tests, mistakes and variants of the assignment `optimizers`; trusted side."""
