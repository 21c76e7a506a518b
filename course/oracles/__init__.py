"""Independent formulas, finite differences and datasets that hidden tests take expected values from; trusted side."""
