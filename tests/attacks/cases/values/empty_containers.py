# tries: containers with nothing in them, over which every claim holds
# must: gain nothing

def attack(*arguments, **options):
    return ()
