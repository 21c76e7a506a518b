"""Claims about the course itself: what the notebooks say about training, numbers and style is true."""
