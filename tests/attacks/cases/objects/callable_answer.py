# tries: a function as an answer, which would be called by the judge
# must: gain nothing

def attack(*arguments, **options):
    return attack
