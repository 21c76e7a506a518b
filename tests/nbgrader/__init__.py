"""The kit inside nbgrader: the whole loop, awful submissions, and nbgrader's own tests."""
