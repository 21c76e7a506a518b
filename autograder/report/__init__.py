"""What people and programs read of a result: terminal, text, Markdown, JSON, JUnit XML and HTML; trusted side."""
