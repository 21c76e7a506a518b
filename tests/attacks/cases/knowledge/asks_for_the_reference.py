# tries: asks the judge for an upstream function where none was offered
# must: gain nothing

def attack(*arguments, **options):
    return centre(*arguments) if centre is not attack else 0.0
