"""Hidden tests of the warm-up notebook; trusted side."""
