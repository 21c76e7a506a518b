"""How fast grading is, as ratios within one run: `make bench` writes a table and plots to benchmarks/results/."""
