"""From a submission to its result, and where results are kept; trusted side."""
