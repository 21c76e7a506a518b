# tries: shows a file from outside in what it prints and raises
# must: gain nothing

def attack(*arguments, **options):
    raise ValueError(open(world["canary"]).read())
    return 0.0
