# tries: no answer at all
# must: gain nothing

def attack(*arguments, **options):
    return None
