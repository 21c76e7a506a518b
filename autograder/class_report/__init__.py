"""The class report: what one class did with one assignment, in numbers, groups and three sentences; trusted side."""
