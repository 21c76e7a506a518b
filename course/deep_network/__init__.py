"""Hidden tests, known mistakes and known variants of `deep_network`; trusted side."""
