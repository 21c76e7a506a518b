# tries: a list that makes two new ones of itself whenever it is read
# must: gain nothing
# at: free

class Selfish(list):
    def __iter__(self):
        return iter([Selfish(), Selfish()])

    def __len__(self):
        return 2


def attack(*arguments, **options):
    return Selfish()
