"""Hidden tests of regularization; trusted side."""
