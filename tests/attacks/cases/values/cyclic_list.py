# tries: a list that holds itself
# must: gain nothing

made = []
made.append(made)


def attack(*arguments, **options):
    return made
