"""Hidden tests of the notebook on neurons and activation functions; trusted side."""
