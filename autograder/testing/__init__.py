"""What hidden tests are written with: comparisons, structures of answers, kinds of tests; trusted side."""
