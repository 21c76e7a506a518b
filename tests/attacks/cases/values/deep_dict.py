# tries: a dictionary 5,000 levels deep
# must: gain nothing

made = 1.0
for _ in range(5_000):
    made = {'W': made, 'b': made}


def attack(*arguments, **options):
    return made
