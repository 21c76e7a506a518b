# tries: -1 and -2, which have one hash, a thousand levels deep as tuples
# must: gain nothing

def attack(*arguments, **options):
    return {(-1,) * i: 1 for i in range(500)} | {(-2,) * i: 2 for i in range(500)}
