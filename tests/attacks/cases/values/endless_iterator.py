# tries: a list whose iterator never ends
# must: gain nothing
# at: free

class Endless(list):
    def __len__(self):
        return 1

    def __iter__(self):
        while True:
            yield 1.0


def attack(*arguments, **options):
    return Endless()
