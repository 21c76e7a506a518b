# tries: an answer that is right, in inputs that are changed behind the judge's back
# must: gain nothing
# bites: in one process

def attack(*arguments, **options):
    for one in arguments:
        if hasattr(one, "fill"):
            one.fill(0.0)
    return 0.0
