# tries: a tuple that says it has -1 entries
# must: gain nothing

class Liar(tuple):
    def __len__(self):
        return -1


def attack(*arguments, **options):
    return Liar((1.0, 2.0))
