# tries: a class in place of a function, with a signature that lies
# must: gain nothing

class attack:
    __signature__ = 7

    def __new__(cls, *arguments, **options):
        return 0.0
