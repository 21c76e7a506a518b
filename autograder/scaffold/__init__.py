"""Makes new courses and exercises from templates, with everything that an author fills in; trusted side."""
