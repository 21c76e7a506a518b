# tries: an ellipsis
# must: gain nothing

def attack(*arguments, **options):
    return ...
