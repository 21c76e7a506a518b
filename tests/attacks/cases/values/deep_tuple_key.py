# tries: a key that nests 2,000 tuples
# must: gain nothing

made = (1,)
for _ in range(2_000):
    made = (made,)


def attack(*arguments, **options):
    return {made: 1}
