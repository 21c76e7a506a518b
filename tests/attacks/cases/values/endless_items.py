# tries: a dictionary whose items never end
# must: gain nothing
# at: free

class Endless(dict):
    def __len__(self):
        return 2

    def items(self):
        n = 0
        while True:
            n += 1
            yield n, 1.0


def attack(*arguments, **options):
    return Endless()
