# tries: a list 100,000 levels deep
# must: gain nothing
# at: free

made = 1.0
for _ in range(100_000):
    made = [made]


def attack(*arguments, **options):
    return made
