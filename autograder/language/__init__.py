"""What students read in another language than English: a matter of rendering, which changes no score; trusted side."""
