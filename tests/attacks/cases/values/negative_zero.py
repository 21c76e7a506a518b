# tries: the negative zero
# must: gain nothing

def attack(*arguments, **options):
    return -0.0
