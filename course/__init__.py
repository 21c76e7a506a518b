"""Hidden tests, known mistakes, known variants and oracles; trusted side, never readable by a worker."""
