# tries: a list of lists that would be 10**12 entries written out
# must: gain nothing
# at: free

made = [1.0] * 10
for _ in range(12):
    made = [made] * 10


def attack(*arguments, **options):
    return made
