# tries: a dictionary that would be 10**12 entries written out
# must: gain nothing
# at: free

made = {'W': 1.0, 'b': 1.0}
for _ in range(40):
    made = {'W': made, 'b': made}


def attack(*arguments, **options):
    return made
