# tries: an exception that never finishes to say what it is
# must: gain nothing
# at: free

class E(Exception):
    def __str__(self):
        while True:
            pass


def attack(*arguments, **options):
    raise E
