"""Says why wrong work is wrong: known mistakes replayed on the recorded calls, and facts about the answers; trusted side."""
