"""Other Pythons and other libraries than the locked ones: where the kit runs, and where students can work."""
