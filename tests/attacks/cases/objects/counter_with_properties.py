# tries: an object whose methods replace each other
# must: gain nothing

class attack:
    def __init__(self, *arguments):
        self.step = lambda *a: self

    def __getattr__(self, name):
        return self
