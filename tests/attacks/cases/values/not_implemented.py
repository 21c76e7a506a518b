# tries: NotImplemented, which comparisons take for themselves
# must: gain nothing

def attack(*arguments, **options):
    return NotImplemented
