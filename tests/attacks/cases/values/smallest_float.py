# tries: the smallest float there is
# must: gain nothing

def attack(*arguments, **options):
    return 5e-324
