# tries: a text that is no text: half a surrogate pair
# must: gain nothing

def attack(*arguments, **options):
    return '\ud800' * 10
