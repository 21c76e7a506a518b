"""Hidden tests, mistakes and variants of `one_hidden_layer`; trusted side."""
