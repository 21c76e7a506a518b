# tries: a list that says it has 10**9 entries
# must: gain nothing
# at: free

class Liar(list):
    def __len__(self):
        return 10 ** 9


def attack(*arguments, **options):
    return Liar([1.0])
