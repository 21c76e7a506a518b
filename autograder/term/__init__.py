"""The term: due dates, what being late costs, and what single students are allowed; trusted side."""
