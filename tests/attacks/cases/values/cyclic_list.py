# tries: a list that holds itself
# must: gain nothing
# bites: in one process

made = []
made.append(made)


def attack(*arguments, **options):
    return made
