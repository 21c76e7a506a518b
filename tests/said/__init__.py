"""What is said to students: of cells that stopped, of names that are nowhere, and in which words."""
