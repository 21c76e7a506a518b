# tries: a complex number where a real one is expected
# must: gain nothing

def attack(*arguments, **options):
    return 1 + 0j
