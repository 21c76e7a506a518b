# tries: True, which is 1 and counts as a number
# must: gain nothing

def attack(*arguments, **options):
    return True
