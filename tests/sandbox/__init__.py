"""Tests of the sandbox: hostile code in real workers, under every isolation stack that this machine gives."""
