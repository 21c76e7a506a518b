# tries: NotImplementedError everywhere, as if nothing were started
# must: gain nothing

def attack(*arguments, **options):
    raise NotImplementedError
