"""Hidden tests, mistakes and variants of beyond_binary; trusted side."""
