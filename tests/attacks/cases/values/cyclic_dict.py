# tries: a dictionary that holds itself
# must: gain nothing

made = {}
made.update(W=made, b=made)


def attack(*arguments, **options):
    return made
