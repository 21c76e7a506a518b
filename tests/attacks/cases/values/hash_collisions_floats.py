# tries: keys that collide as floats and ints at once
# must: gain nothing
# at: free total

def attack(*arguments, **options):
    return {float(2 ** 61 - 1) * i: i for i in range(1, 3000)}
