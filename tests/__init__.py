"""The kit's own tests; a package, so that its folders (`nbgrader`, for one) hide no installed package of the same name."""
