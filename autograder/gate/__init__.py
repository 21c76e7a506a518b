"""What must hold before anything is released, and the measurements of tests and hints; trusted side."""
