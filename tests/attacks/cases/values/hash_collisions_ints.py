# tries: 200,000 keys with one hash: multiples of the modulus
# must: gain nothing
# at: free total

def attack(*arguments, **options):
    return {i * (2 ** 61 - 1): 1 for i in range(1, 3000)}
