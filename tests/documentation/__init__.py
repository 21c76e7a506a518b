"""The pages of the documentation: their commands, examples, links and pictures hold."""
