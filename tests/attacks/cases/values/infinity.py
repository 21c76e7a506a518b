# tries: infinity, which is near nothing
# must: gain nothing

def attack(*arguments, **options):
    return float('inf')
